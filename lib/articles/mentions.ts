import type { Prisma } from '../../generated/prisma/client.ts'
import type { MentionFound } from '../people/mentions.ts'
import { knownPeople, personIds, personSlug } from './people.ts'

const keyOf = (row: { articleId: number; personId: number; origin: string; mediaId: string }): string =>
  `${row.articleId} ${row.personId} ${row.origin} ${row.mediaId}`

/**
 * Stores whom each article names, in the place of what was proposed before. What an editor accepted or refused stands,
 * whatever the text says now.
 */
export async function saveMentions(
  transaction: Prisma.TransactionClient,
  articles: readonly { id: number; mentions: readonly MentionFound[] }[],
): Promise<void> {
  const where = { articleId: { in: articles.map(({ id }) => id) } }
  await transaction.mention.deleteMany({ where: { ...where, status: 'proposed' } })
  const all = articles.flatMap(({ id: articleId, mentions }) =>
    mentions.map((mention) => ({ articleId, ...mention })),
  )
  const doubtful = all.filter(({ mustExist }) => mustExist).map(({ name }) => personSlug(name))
  const existing = await knownPeople(transaction, doubtful)
  const found = all.filter(({ name, mustExist }) => !mustExist || existing.has(personSlug(name)))
  if (found.length === 0) return
  const decided = new Set((await transaction.mention.findMany({ where })).map(keyOf))
  const ids = await personIds(transaction, found)
  const rows = found.flatMap(({ articleId, name, origin, mediaId, confidence }) => {
    const personId = ids.get(personSlug(name))
    return personId === undefined ? [] : [{ articleId, personId, origin, mediaId, confidence }]
  })
  const fresh = new Map(rows.filter((row) => !decided.has(keyOf(row))).map((row) => [keyOf(row), row]))
  if (fresh.size > 0) await transaction.mention.createMany({ data: [...fresh.values()] })
}
