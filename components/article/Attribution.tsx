import { typeset } from '../../lib/typography.ts'
import type { ArticleContext } from './context.ts'
import { PersonNames } from './PersonNames.tsx'
import { splitTextAtNames } from './person-names.ts'

/** Who said what is quoted, each name leading to its person. */
export function Attribution({ words, context }: { words: string; context: ArticleContext }) {
  return <PersonNames cut={splitTextAtNames(typeset(words), context.people)} />
}
