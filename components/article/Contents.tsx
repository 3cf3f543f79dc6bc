import type { Contents as ContentsNode } from '../../lib/document/types.ts'
import { typeset } from '../../lib/typography.ts'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

/** A contents list made by hand: each entry leads to its section. */
export function Contents({ node, context }: { node: ContentsNode; context: ArticleContext }) {
  const title = typeset(node.attrs.title ?? 'Dans cet article')
  return (
    <nav className="quick-access" aria-label={title}>
      <p className="quick-access-title">{title}</p>
      <ul>
        {sequence(node.content, (item) => (
          <li>
            <a href={`#${item.attrs.target}`}>
              <InlineText nodes={item.content} context={context} unlinked />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
