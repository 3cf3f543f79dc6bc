import type { Prisma } from '../../generated/prisma/client.ts'
import { visible } from '../articles/queries.ts'
import { personPath, seriesPath } from '../routes.ts'
import { personLabels, termLabels } from '../site.ts'
import { namedSql } from './filters.ts'
import type { Suggestion } from './types.ts'
import { foldedWords } from './words.ts'

/** Names whose page a reader may be looking for while they type. */

/** Letters from which a word begins to tell one name from another. */
const MIN_LETTERS = 3
/** Names of each sort that are looked at. */
const CANDIDATES = 20

type Name = { slug: string; name: string; label: string }

/** Every typed word begins one of the name's. */
function isMeant(name: string, typed: readonly string[]): boolean {
  const words = foldedWords(name)
  return typed.every((start) => words.some((word) => word.startsWith(start)))
}

/** A slug is a name without accents: a first choice for the database. */
const holding = (typed: readonly string[]) => ({ AND: typed.map((word) => ({ slug: { contains: word } })) })

async function hasArticles(database: Prisma.TransactionClient, id: number, now: Date): Promise<boolean> {
  const rows = await database.$queryRaw<unknown[]>`SELECT 1 FROM (${namedSql}) named
    JOIN "Article" article ON article.id = named."articleId"
    WHERE named."personId" = ${id} AND article.status = 'published' AND article.type = 'article'
    AND article."publishedAt" <= ${now} LIMIT 1`
  return rows.length > 0
}

async function people(database: Prisma.TransactionClient, typed: readonly string[], now: Date) {
  const rows = await database.person.findMany({ where: holding(typed), take: CANDIDATES })
  const found: Name[] = []
  for (const row of rows.filter(({ name }) => isMeant(name, typed)))
    if (await hasArticles(database, row.id, now)) found.push({ ...row, label: personLabels[row.kind] })
  return found
}

async function series(database: Prisma.TransactionClient, typed: readonly string[], now: Date) {
  const rows = await database.term.findMany({
    where: {
      type: 'series',
      ...holding(typed),
      articles: { some: { article: visible(now) } },
    },
    take: CANDIDATES,
  })
  return rows.filter(({ name }) => isMeant(name, typed)).map((row) => ({ ...row, label: termLabels.series }))
}

/** The first `count` people and series whose name has a word that begins with each one typed. */
export async function firstNames(
  database: Prisma.TransactionClient,
  text: string,
  count: number,
  now: Date,
): Promise<Suggestion[]> {
  const typed = foldedWords(text)
  if (!typed.some(({ length }) => length >= MIN_LETTERS)) return []
  const toSuggestion = (pathOf: (slug: string) => string) => (row: Name) => ({
    text: row.name,
    note: row.label,
    path: pathOf(row.slug),
  })
  return [
    ...(await people(database, typed, now)).map(toSuggestion(personPath)),
    ...(await series(database, typed, now)).map(toSuggestion(seriesPath)),
  ].slice(0, count)
}
