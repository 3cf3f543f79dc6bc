import { Prisma } from '../../generated/prisma/client.ts'
import { instantInZone } from '../dates.ts'
import type { Filters } from './types.ts'

async function ofTerm(database: Prisma.TransactionClient, type: 'tag' | 'category', slug: string) {
  const term = await database.term.findUnique({ where: { type_slug: { type, slug } }, select: { id: true } })
  return Prisma.sql`SELECT "articleId" FROM "ArticleTerm" WHERE "termId" = ${term?.id ?? -1}`
}

async function ofPerson(database: Prisma.TransactionClient, slug: string) {
  const person = await database.person.findUnique({ where: { slug }, select: { id: true } })
  return Prisma.sql`SELECT "articleId" FROM "Credit" WHERE "personId" = ${person?.id ?? -1}`
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
