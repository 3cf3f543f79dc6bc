import type { Prisma } from '../../generated/prisma/client.ts'
import { providerOfClient } from '../../prisma/providers.ts'
import { postgresEngine } from './postgresql.ts'
import { sqliteEngine } from './sqlite.ts'

/** Stems side by side: one for a word, several for a phrase. */
export type Sequence = readonly string[]
/** Any of these. */
export type Alternatives = readonly Sequence[]

/** Every clause of `all`, and in the whole article none of `none`. */
export type IndexQuery = { all: readonly Alternatives[]; none: readonly Alternatives[] }

/** A row of the index: the stems of a unit, with spaces, by where they stand. Heavier first; `context` is its article's title. */
export type IndexRow = {
  id: number
  title: string
  summary: string
  heading: string
  body: string
  context: string
}

export type IndexEntry = { articleId: number; fingerprint: string }
export type Hit = { id: number; score: number }
export type KnownWord = { word: string; folded: string }

/**
 * What a database does for search, the same for both. `transaction` may be the client itself. Scores of one query can be
 * compared with each other; the highest is the best.
 */
export type SearchEngine = {
  write(
    transaction: Prisma.TransactionClient,
    rows: readonly IndexRow[],
    entries: readonly IndexEntry[],
    words: readonly KnownWord[],
  ): Promise<void>
  remove(transaction: Prisma.TransactionClient, articleIds: readonly number[]): Promise<void>
  /** Empties the index, and lets `fill` write it anew. */
  rebuild(transaction: Prisma.TransactionClient, fill: () => Promise<void>): Promise<void>
  /** The best `limit` units, of the articles that `within` selects; all when null. */
  find(
    transaction: Prisma.TransactionClient,
    query: IndexQuery,
    within: Prisma.Sql | null,
    limit: number,
  ): Promise<Hit[]>
  /** How many units hold it, counted up to `most`. */
  count(transaction: Prisma.TransactionClient, query: IndexQuery, most: number): Promise<number>
  /** Words of the vocabulary that share trigrams with this folded one, closest first. */
  similarWords(transaction: Prisma.TransactionClient, folded: string, limit: number): Promise<KnownWord[]>
}

/** The engine of a database or transaction. */
export function engineOf(database: Prisma.TransactionClient): SearchEngine {
  return providerOfClient(database) === 'postgresql' ? postgresEngine : sqliteEngine
}
