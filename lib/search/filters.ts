import { Prisma } from '../../generated/prisma/client.ts'
import { instantInZone } from '../dates.ts'
import { SHOWN_FROM } from '../people/mentions.ts'
import type { Filters } from './types.ts'

/** Ids of rows, as the inside of `IN (…)`: a thousand parameters cost more than the query. */
export const idList = (ids: readonly number[]): Prisma.Sql => Prisma.raw(ids.map(Math.trunc).join(', '))

/** A mention that readers see, as `shownMention` of `lib/articles/queries.ts` says. */
const shownSql = Prisma.sql`status = 'accepted' OR (status = 'proposed' AND confidence >= ${SHOWN_FROM})`

/** Who signs what or is named in it for readers, as `ofPerson` of `lib/articles/queries.ts` says. */
export const namedSql = Prisma.sql`SELECT "articleId", "personId" FROM "Credit"
  UNION ALL SELECT "articleId", "personId" FROM "Mention" WHERE ${shownSql}`

/** The same with what they do there; `title` for whom a title names, null for whom the text does. */
export const doneSql = Prisma.sql`SELECT "articleId", "personId", role FROM "Credit"
  UNION ALL SELECT "articleId", "personId", CASE WHEN origin = 'title' THEN 'title' END AS role FROM "Mention"
  WHERE ${shownSql}`

async function ofTerm(database: Prisma.TransactionClient, type: 'tag' | 'category', slug: string) {
  const term = await database.term.findUnique({ where: { type_slug: { type, slug } }, select: { id: true } })
  return Prisma.sql`SELECT "articleId" FROM "ArticleTerm" WHERE "termId" = ${term?.id ?? -1}`
}

async function ofPerson(database: Prisma.TransactionClient, slug: string) {
  const person = await database.person.findUnique({ where: { slug }, select: { id: true } })
  return Prisma.sql`SELECT "articleId" FROM (${namedSql}) AS named WHERE "personId" = ${person?.id ?? -1}`
}

function ofYear(year: number) {
  const [start, end] = [instantInZone(year, 1, 1), instantInZone(year + 1, 1, 1)]
  return Prisma.sql`SELECT id FROM "Article" WHERE "publishedAt" >= ${start} AND "publishedAt" < ${end}`
}

/** The ids of the articles that pass, as a query; null when there is no filter. */
export async function idsWithin(
  database: Prisma.TransactionClient,
  { section, tag, person, year }: Filters,
): Promise<Prisma.Sql | null> {
  const conditions = [
    ...(section === null ? [] : [await ofTerm(database, 'category', section)]),
    ...(tag === null ? [] : [await ofTerm(database, 'tag', tag)]),
    ...(person === null ? [] : [await ofPerson(database, person)]),
    ...(year === null ? [] : [ofYear(year)]),
  ]
  return conditions.length === 0 ? null : Prisma.join(conditions, ' INTERSECT ')
}
