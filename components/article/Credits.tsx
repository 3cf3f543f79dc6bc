import type { Credit, Credits as CreditsNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { PersonNames } from './PersonNames.tsx'
import { splitTextAtNames } from './person-names.ts'
import { sequence } from './sequence.ts'

function CreditText({ node, context }: { node: Credit; context: ArticleContext }) {
  if (node.content?.length)
    return <InlineText nodes={node.content} context={context} people={context.people} />
  const names = node.attrs.people.map(({ name }) => name)
  const words = [...names, node.attrs.place].filter((word) => word !== null).join(', ')
  return <PersonNames cut={splitTextAtNames(words, context.people)} />
}

const isChange = ({ attrs }: Credit): boolean => attrs.kind === 'update' || attrs.kind === 'correction'

type ListProps = { credits: readonly Credit[]; context: ArticleContext; label: string; className: string }

function CreditList({ credits, context, label, className }: ListProps) {
  if (credits.length === 0) return null
  return (
    <section className={className} aria-label={label}>
      {sequence(credits, (credit) => (
        <p data-change={isChange(credit) ? credit.attrs.kind : undefined}>
          <CreditText node={credit} context={context} />
        </p>
      ))}
    </section>
  )
}

/** What changed since publication, then how the article was made, and by whom. */
export function Credits({ node, context }: { node: CreditsNode; context: ArticleContext }) {
  return (
    <>
      <CreditList
        credits={node.content.filter(isChange)}
        context={context}
        label="Mises à jour et corrections"
        className="article-changes"
      />
      <CreditList
        credits={node.content.filter((credit) => !isChange(credit))}
        context={context}
        label="Crédits"
        className="article-credits"
      />
    </>
  )
}
