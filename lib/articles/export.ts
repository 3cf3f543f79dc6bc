import type { Database } from '../db.ts'

/** Articles read at a time: an export of any size stays small in memory. */
const BATCH = 100

const exported = {
  id: true,
  type: true,
  path: true,
  slug: true,
  kind: true,
  title: true,
  legacyTitle: true,
  standfirst: true,
  excerpt: true,
  status: true,
  publishedAt: true,
  updatedAt: true,
  sourceModifiedAt: true,
  commentsOpen: true,
  sticky: true,
  featuredAt: true,
  heldOn: true,
  heldAt: true,
  seoTitle: true,
  seoDescription: true,
  canonical: true,
  noindex: true,
  coverId: true,
  wordCount: true,
  readingMinutes: true,
  schemaVersion: true,
  document: true,
  credits: {
    orderBy: { position: 'asc' },
    select: { role: true, person: { select: { name: true, slug: true } } },
  },
  terms: {
    where: { inherited: false },
    orderBy: { term: { slug: 'asc' } },
    select: { position: true, term: { select: { type: true, slug: true, name: true } } },
  },
  source: { select: { site: true, type: true, wpId: true, format: true } },
} as const

/** Every article and page, or the one at `path`, oldest id first: columns, credits, terms, source, document. */
export async function* readExport(database: Database, path: string | null) {
  const now = new Date()
  for (let after = 0; ; ) {
    const rows = await database.article.findMany({
      where: { id: { gt: after }, ...(path === null ? {} : { path }) },
      orderBy: { id: 'asc' },
      take: BATCH,
      select: exported,
    })
    for (const { credits, terms, document, ...columns } of rows) {
      const isToCome = columns.status === 'published' && (columns.publishedAt ?? now) > now
      const named = (type: 'tag' | 'category') =>
        terms.flatMap(({ term }) => (term.type === type ? [{ slug: term.slug, name: term.name }] : []))
      yield {
        ...columns,
        status: isToCome ? ('scheduled' as const) : columns.status,
        credits: credits.map(({ role, person }) => ({ ...person, role })),
        tags: named('tag'),
        categories: named('category'),
        series: terms.flatMap(({ position, term: { type, slug, name } }) =>
          type === 'series' ? [{ slug, name, position }] : [],
        ),
        document,
      }
    }
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}
