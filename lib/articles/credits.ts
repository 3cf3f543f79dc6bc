import type { Prisma } from '../../generated/prisma/client.ts'
import type { Role } from '../document/types.ts'
import { insertRows } from '../insert-rows.ts'
import { isOrganisation } from '../people/names.ts'
import { personIds, personSlug } from './people.ts'

export type CreditInput = { name: string; role: Role }

/** Stores who did what for each article, in order, in the place of what was stored before. */
export async function saveCredits(
  transaction: Prisma.TransactionClient,
  articles: readonly { id: number; credits: readonly CreditInput[] }[],
): Promise<void> {
  const people = articles.flatMap(({ credits }) =>
    credits.map(({ name }) => ({ name, kind: isOrganisation(name) ? 'organisation' : 'person' }) as const),
  )
  const ids = await personIds(transaction, people)
  const rows = articles.flatMap(({ id: articleId, credits }) =>
    credits.flatMap(({ name, role }, position) => {
      const personId = ids.get(personSlug(name))
      return personId === undefined ? [] : [{ articleId, personId, role, position }]
    }),
  )
  await insertRows(transaction, 'Credit', rows)
}
