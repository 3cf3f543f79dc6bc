import { createHash } from 'node:crypto'
import type { Prisma } from '../../generated/prisma/client.ts'
import type { Role } from '../document/types.ts'
import { insertRows } from '../insert-rows.ts'
import { sanitizeTitle } from '../wordpress/sanitize-title.ts'

export type CreditInput = { name: string; role: Role }

const slugOf = (name: string) =>
  sanitizeTitle(name) || `personne-${createHash('sha256').update(name).digest('hex').slice(0, 8)}`

/** Stores who did what for each article, in order, in the place of what was stored before. */
export async function saveCredits(
  transaction: Prisma.TransactionClient,
  articles: readonly { id: number; credits: readonly CreditInput[] }[],
): Promise<void> {
  const names = new Map(articles.flatMap(({ credits }) => credits.map(({ name }) => [slugOf(name), name])))
  const ids = await personIds(transaction, names)
  const rows = articles.flatMap(({ id: articleId, credits }) =>
    credits.flatMap(({ name, role }, position) => {
      const personId = ids.get(slugOf(name))
      return personId === undefined ? [] : [{ articleId, personId, role, position }]
    }),
  )
  await insertRows(transaction, 'Credit', rows)
}

/** The ids of people by slug; those who are missing are made. */
async function personIds(
  transaction: Prisma.TransactionClient,
  names: ReadonlyMap<string, string>,
): Promise<Map<string, number>> {
  if (names.size === 0) return new Map()
  const where = { slug: { in: [...names.keys()] } }
  const known = await transaction.person.findMany({ where })
  const slugs = new Set(known.map(({ slug }) => slug))
  const data = [...names].flatMap(([slug, name]) => (slugs.has(slug) ? [] : [{ slug, name }]))
  const made = data.length > 0 ? await transaction.person.createManyAndReturn({ data }) : []
  return new Map([...known, ...made].map(({ slug, id }) => [slug, id]))
}
