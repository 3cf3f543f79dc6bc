import type { Prisma } from '../../generated/prisma/client.ts'
import { readKind, toTermLink } from '../articles/reshape.ts'
import { check } from '../document/check.ts'
import type { VisibleAnswer } from './answer.ts'
import type { IndexQuery } from './engine.ts'
import { excerptOf, highlight } from './excerpt.ts'
import { landing } from './rank.ts'
import { stemsIn } from './stems.ts'
import type { SearchHit } from './types.ts'
import { type Unit, unitsOf } from './units.ts'

function holdsAll(title: string, { all }: IndexQuery): boolean {
  const stems = new Set(stemsIn(title))
  return all.every((clause) => clause.some((sequence) => sequence.every((stem) => stems.has(stem))))
}

const textsOf = ({ heading, summary, body }: Unit): string[] => [heading, summary, body]
const holdsAny = (text: string, stems: ReadonlySet<string>): boolean =>
  stemsIn(text).some((stem) => stems.has(stem))

/** What the page says of each answer, with the section it lands on. Reads their documents. */
export async function readHits(
  database: Prisma.TransactionClient,
  shown: readonly VisibleAnswer[],
  query: IndexQuery,
): Promise<SearchHit[]> {
  const rows = await database.article.findMany({
    where: { id: { in: shown.map(({ id }) => id) } },
    select: {
      id: true,
      path: true,
      title: true,
      kind: true,
      standfirst: true,
      excerpt: true,
      publishedAt: true,
      document: true,
      terms: {
        where: { inherited: false, term: { type: 'category' } },
        select: { term: { select: { type: true, slug: true, name: true } } },
        take: 1,
      },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  const stems = new Set(query.all.flat(2))
  return shown.flatMap(({ id, article }) => {
    const row = byId.get(id)
    if (!row) return []
    const units = unitsOf(check(row.document), row.standfirst)
    const found = units[landing(article, holdsAll(row.title, query))]
    // A section may be found by its article's title and tags alone: the article answers then.
    const unit = found && textsOf(found).some((text) => holdsAny(text, stems)) ? found : units[0]
    const section = row.terms[0]?.term
    const text = unit && [unit.summary, unit.body].find((one) => holdsAny(one, stems))
    return [
      {
        path: unit?.anchor ? `${row.path}#${unit.anchor}` : row.path,
        title: highlight(row.title, stems),
        heading: unit?.anchor ? highlight(unit.heading, stems) : null,
        excerpt: excerptOf(text ?? (unit?.anchor ? unit.body : row.standfirst || row.excerpt), stems),
        kind: readKind(row.kind),
        section: section ? toTermLink(section) : null,
        publishedAt: row.publishedAt?.toISOString() ?? '',
      },
    ]
  })
}
