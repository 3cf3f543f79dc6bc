import type { Database } from '../db.ts'
import { archivesPath, partsOf, personPath, seriesPath } from '../routes.ts'

/** The proof over the whole table of old addresses. `problems` are in French, each with the address. */
export type AddressCheck = { count: number; problems: string[] }

/** Rows read at a time: a table of any size stays small in memory. */
const BATCH = 500

type Row = { from: string; to: string; article: { path: string } | null }

const placeOf = (row: Row): string => row.to.split('#')[0] ?? ''

/** What is wrong with one row, or null. `taken`: addresses of the batch that redirect, `standing`: those with a page. */
function problemOf(
  row: Row,
  redirected: ReadonlySet<string>,
  pages: ReadonlySet<string>,
  targets: ReadonlySet<string>,
): string | null {
  const place = placeOf(row)
  if (place === row.from) return `${row.from} mène à elle-même`
  if (redirected.has(place)) return `${row.from} mène à ${place}, qui mène ailleurs`
  if (pages.has(row.from)) return `${row.from} est l’adresse d’un article et d’une redirection`
  if (row.article ? row.article.path !== place : !targets.has(place) && place !== archivesPath)
    return `${row.from} mène à ${place}, qui n’existe pas`
  return null
}

/** The stored files and the terms among the targets of rows that no article owns. */
async function existing(database: Database, places: readonly string[]): Promise<Set<string>> {
  const files = places.filter((place) => place.startsWith('/media/')).map((place) => place.slice(7))
  const media = await database.media.findMany({ where: { file: { in: files } }, select: { file: true } })
  const slugs = places.flatMap((place) => partsOf(place).slice(1, 2))
  const terms = await database.term.findMany({
    where: { slug: { in: slugs } },
    select: { type: true, slug: true },
  })
  const people = await database.person.findMany({ where: { slug: { in: slugs } }, select: { slug: true } })
  return new Set([
    ...people.map(({ slug }) => personPath(slug)),
    ...media.map(({ file }) => `/media/${file}`),
    ...terms.map(({ type, slug }) => (type === 'series' ? seriesPath(slug) : `/${type}/${slug}/`)),
  ])
}

async function problemsOf(database: Database, rows: readonly Row[]): Promise<string[]> {
  const places = [...new Set(rows.map(placeOf))]
  const free = [...new Set(rows.filter((row) => row.article === null).map(placeOf))]
  const chained = await database.redirect.findMany({
    where: { from: { in: places } },
    select: { from: true },
  })
  const standing = await database.article.findMany({
    where: { path: { in: rows.map((row) => row.from) } },
    select: { path: true },
  })
  const redirected = new Set(chained.map((row) => row.from))
  const pages = new Set(standing.map((article) => article.path))
  const targets = await existing(database, free)
  return rows.flatMap((row) => problemOf(row, redirected, pages, targets) ?? [])
}

/** No chain, no loop, no address that an article has too, and every target exists: over the whole table. */
export async function checkRedirects(database: Database): Promise<AddressCheck> {
  const problems: string[] = []
  let count = 0
  for (let after = ''; ; ) {
    const rows = await database.redirect.findMany({
      where: { from: { gt: after } },
      orderBy: { from: 'asc' },
      take: BATCH,
      select: { from: true, to: true, article: { select: { path: true } } },
    })
    count += rows.length
    problems.push(...(await problemsOf(database, rows)))
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return { count, problems }
    after = last.from
  }
}
