import { hash } from 'node:crypto'
import { Prisma } from '../../generated/prisma/client.ts'
import { check } from '../document/check.ts'
import { type Analysis, analyse } from './analysis.ts'
import { engineOf, type IndexRow, type KnownWord } from './engine.ts'
import { Reading } from './stems.ts'
import { UNITS } from './units.ts'
import { Vocabulary } from './vocabulary.ts'
import { ANALYSIS_VERSION, fold, lowered } from './words.ts'

/** What the index needs of an article; its credits and terms are read from the database. */
export type Indexable = { id: number; status: string; analysis: Analysis }

/** A stored article, as the index takes it. Throws `DocumentError`. */
export function toIndexable<Row extends { title: string; standfirst: string; document: unknown }>(
  row: Row,
): Row & { analysis: Analysis } {
  return { ...row, analysis: analyse(check(row.document), row.title, row.standfirst) }
}

export type IndexedArticle = { articleId: number; rows: IndexRow[]; fingerprint: string }

/** Drafts and what was archived cannot be found; what is to appear is in the index and shown when its time has come. */
const isIndexed = ({ status }: Indexable): boolean => status === 'published' || status === 'scheduled'

/** Who signs each article, and its tags, categories and series, by article. */
async function readNames(
  transaction: Prisma.TransactionClient,
  ids: readonly number[],
): Promise<Map<number, string[]>> {
  const wanted = Prisma.join([...ids])
  const rows = await transaction.$queryRaw<{ articleId: number | bigint; name: string }[]>`
    SELECT credit."articleId", person.name FROM "Credit" credit JOIN "Person" person ON person.id = credit."personId"
    WHERE credit."articleId" IN (${wanted})
    UNION SELECT listed."articleId", term.name FROM "ArticleTerm" listed JOIN "Term" term ON term.id = listed."termId"
    WHERE listed."articleId" IN (${wanted})`
  const names = new Map<number, string[]>()
  for (const { articleId, name } of rows) {
    const id = Number(articleId)
    const found = names.get(id)
    if (found) found.push(name)
    else names.set(id, [name])
  }
  for (const found of names.values()) found.sort()
  return names
}

const together = (...stems: string[]): string => stems.filter((text) => text !== '').join(' ')

/** The rows of one article, and what they are told from others by. */
function rowsOf(article: Indexable, names: readonly string[], note: (words: string) => void): IndexedArticle {
  const reading = new Reading()
  const named = reading.stems(names.join('\n'))
  const { title } = article.analysis
  note(article.analysis.words)
  note(reading.words)
  const rows = article.analysis.units.map(({ heading, summary, body }, place) => {
    const isHead = place === 0
    return {
      id: article.id * UNITS + place,
      title: isHead ? title : '',
      summary: isHead ? together(summary, named) : summary,
      heading,
      body,
      context: isHead ? '' : together(title, named),
    }
  })
  const parts = rows.flatMap((row) => [row.title, row.summary, row.heading, row.body, row.context])
  const fingerprint = hash('sha256', `${ANALYSIS_VERSION}${parts.join('\n')}\n`, 'base64')
  return { articleId: article.id, rows, fingerprint }
}

/** What the index should hold of these articles, and the words that they use besides those of `vocabulary`. */
export async function makeIndex(
  transaction: Prisma.TransactionClient,
  articles: readonly Indexable[],
  vocabulary = new Vocabulary(),
): Promise<{ indexed: IndexedArticle[]; words: Set<string> }> {
  const shown = articles.filter(isIndexed)
  const words = new Set<string>()
  if (shown.length === 0) return { indexed: [], words }
  const names = await readNames(
    transaction,
    shown.map(({ id }) => id),
  )
  const note = (used: string) => {
    for (const word of vocabulary.unknownIn(used)) words.add(word)
  }
  const indexed = shown.map((article) => rowsOf(article, names.get(article.id) ?? [], note))
  return { indexed, words }
}

/** The words to correct typos with, of those that articles use. */
function vocabularyOf(words: readonly string[]): KnownWord[] {
  return [...new Set(words.map(lowered))].map((word) => ({ word, folded: fold(word) }))
}

/**
 * Puts articles in the index as they stand in the transaction, credits and terms included: the last thing a save does.
 * `known` are those that may be in it already. Gives the words that they use besides those of `vocabulary`, which the index
 * is known to hold.
 */
export async function indexArticles(
  transaction: Prisma.TransactionClient,
  articles: readonly Indexable[],
  known: readonly number[],
  vocabulary = new Vocabulary(),
): Promise<string[]> {
  if (known.length > 0) await removeFromIndex(transaction, known)
  const { indexed, words } = await makeIndex(transaction, articles, vocabulary)
  if (indexed.length === 0) return []
  const rows = indexed.flatMap((article) => article.rows)
  const fresh = [...words]
  await engineOf(transaction).write(transaction, rows, indexed, vocabularyOf(fresh))
  return fresh
}

/** Articles read at once, with their documents. */
const BATCH = 100

/** Makes the entries of stored articles anew, as the transaction has them. */
export async function reindexArticles(
  transaction: Prisma.TransactionClient,
  ids: readonly number[],
): Promise<void> {
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH)
    const rows = await transaction.article.findMany({
      where: { id: { in: batch } },
      select: { id: true, title: true, standfirst: true, status: true, document: true },
    })
    await indexArticles(transaction, rows.map(toIndexable), batch)
  }
}

/** Takes articles out of the index: before they are deleted, or when they are archived. */
export async function removeFromIndex(
  transaction: Prisma.TransactionClient,
  articleIds: readonly number[],
): Promise<void> {
  await engineOf(transaction).remove(transaction, articleIds)
}
