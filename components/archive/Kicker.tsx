import type { ArticleCard } from '../../lib/articles/types.ts'
import { kindLabels } from '../../lib/site.ts'

/** The line above a title: the kind of article, which leads to its section. Nothing when it has neither. */
export function Kicker({ article }: { article: Pick<ArticleCard, 'kind' | 'section'> }) {
  const { kind, section } = article
  const label = kind ? kindLabels[kind] : section?.name
  if (!label) return null
  return <p className="kicker">{section ? <a href={section.path}>{label}</a> : label}</p>
}
