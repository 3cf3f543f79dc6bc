import type { Credit, Credits as CreditsNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

function CreditText({ node, context }: { node: Credit; context: ArticleContext }) {
  if (node.content?.length) return <InlineText nodes={node.content} context={context} />
  const names = node.attrs.people.map(({ name }) => name)
  return [...names, node.attrs.place].filter((words) => words !== null).join(', ')
}

/** How the article was made, and by whom. */
export function Credits({ node, context }: { node: CreditsNode; context: ArticleContext }) {
  return (
    <section className="article-credits" aria-label="Crédits">
      {sequence(node.content, (credit) => (
        <p>
          <CreditText node={credit} context={context} />
        </p>
      ))}
    </section>
  )
}
