import type { Prisma } from '../../generated/prisma/client.ts'
import { sections } from './queries.ts'

/** The menu of every page, as one word to compare: it changes when a section gets its first article or loses its last. */
export async function menuOf(transaction: Prisma.TransactionClient, now = new Date()): Promise<string> {
  return (await transaction.term.findMany(sections(now))).map(({ slug }) => slug).join(' ')
}
