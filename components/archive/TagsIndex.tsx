import type { TagCount } from '../../lib/articles/types.ts'
import { byLetter } from './by-letter.ts'
import { ArticleCount, IndexGroups } from './IndexGroups.tsx'
import { PageTitle } from './PageTitle.tsx'

/** Every tag by letter, with how many articles have it. */
export function TagsIndex({ tags }: { tags: readonly TagCount[] }) {
  const groups = byLetter(tags, ({ name }) => name).map(([letter, inLetter]) => ({
    name: letter,
    entries: inLetter.map(({ path, name, count }) => ({ path, name, note: <ArticleCount count={count} /> })),
  }))
  return (
    <div className="page-frame pb-24">
      <PageTitle
        title="Étiquettes"
        facts={tags.length > 1 ? `${tags.length} sujets` : `${tags.length} sujet`}
      />
      <IndexGroups groups={groups} level={2} />
    </div>
  )
}
