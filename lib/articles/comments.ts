import { cacheLife, cacheTag } from 'next/cache'
import { database } from '../db.ts'
import { articleTag } from '../freshness/tags.ts'
import { commentHtml } from '../wordpress/comment-html.ts'
import type { CommentThread } from './types.ts'

type Row = {
  number: number
  parent: number | null
  author: string
  authorUrl: string
  content: string
  writtenAt: Date | null
}

/** WordPress shows no more than ten levels; deeper answers stand beside the last one. */
const DEEPEST = 10

/** Under what each comment stands, by its number; null at the top. An answer is younger than what it answers. */
function parents(rows: readonly Row[]): Map<number, number | null> {
  const placed = new Map<number, { under: number | null; depth: number }>()
  for (const { number, parent } of rows) {
    const above = parent === null || parent >= number ? undefined : placed.get(parent)
    if (!above || parent === null) placed.set(number, { under: null, depth: 1 })
    else if (above.depth < DEEPEST) placed.set(number, { under: parent, depth: above.depth + 1 })
    else placed.set(number, above)
  }
  return new Map([...placed].map(([number, { under }]) => [number, under]))
}

/** Answers under what they answer, oldest first; one whose comment is not shown opens a thread. `rows` by number. */
export function toThreads(rows: readonly Row[]): CommentThread[] {
  const places = parents(rows)
  const answers = Map.groupBy(rows, ({ number }) => places.get(number) ?? null)
  const under = (parent: number | null): CommentThread[] =>
    (answers.get(parent) ?? []).map(({ number, author, authorUrl, content, writtenAt }) => ({
      number,
      author: author || 'Anonyme',
      authorUrl: /^https?:\/\//i.test(authorUrl) ? authorUrl : null,
      html: commentHtml(content),
      writtenAt: writtenAt?.toISOString() ?? null,
      answers: under(number),
    }))
  return under(null)
}

/** What readers wrote under an article and was approved, in threads. Mentions by other sites are left out. */
export async function getComments(articleId: number): Promise<CommentThread[]> {
  'use cache'
  cacheLife('hours')
  cacheTag(articleTag(articleId))
  const db = await database()
  const rows = await db.comment.findMany({
    where: { articleId, status: 'approved', type: { notIn: ['pingback', 'trackback'] } },
    orderBy: { number: 'asc' },
  })
  return toThreads(rows)
}
