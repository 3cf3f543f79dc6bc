import type { Database } from '../db.ts'
import { shownMention, visible } from './queries.ts'

/** What the lists of somebody hold. */
export const shownArticle = (now: Date) => ({ ...visible(now), type: 'article' }) as const

/** What somebody has to do with an article. */
export type Piece = {
  articleId: number
  publishedAt: Date | null
  /** What the byline says that they did, in order. */
  roles: string[]
  /** True when the article is an interview with them. */
  isInterviewed: boolean
}

/** True when a mention says that the article is an interview with the person. */
export const isInterview = ({ origin, article }: { origin: string; article: { kind: string | null } }) =>
  article.kind === 'interview' && origin === 'title'

/** The articles that somebody signs or that name them, newest first. */
export async function piecesOf(database: Database, personId: number, now: Date): Promise<Piece[]> {
  const article = { select: { publishedAt: true, kind: true } }
  const where = { personId, article: shownArticle(now) }
  const credits = await database.credit.findMany({
    where,
    orderBy: { position: 'asc' },
    select: { articleId: true, role: true, article },
  })
  const mentions = await database.mention.findMany({
    where: { ...where, ...shownMention },
    select: { articleId: true, origin: true, article },
  })
  const pieces = new Map<number, Piece>()
  const pieceAt = (articleId: number, publishedAt: Date | null): Piece => {
    const piece = pieces.get(articleId) ?? { articleId, publishedAt, roles: [], isInterviewed: false }
    pieces.set(articleId, piece)
    return piece
  }
  for (const credit of credits) {
    const piece = pieceAt(credit.articleId, credit.article.publishedAt)
    if (credit.role === 'interviewee') piece.isInterviewed = true
    else if (!piece.roles.includes(credit.role)) piece.roles.push(credit.role)
  }
  for (const mention of mentions) {
    const piece = pieceAt(mention.articleId, mention.article.publishedAt)
    if (isInterview(mention)) piece.isInterviewed = true
  }
  return [...pieces.values()].sort(
    (a, b) => Number(b.publishedAt) - Number(a.publishedAt) || b.articleId - a.articleId,
  )
}

/** How many pieces the page of somebody shows; 0 when it does not exist. */
export async function countOfPerson(database: Database, slug: string, now: Date): Promise<number> {
  const person = await database.person.findUnique({ where: { slug }, select: { id: true } })
  return person ? (await piecesOf(database, person.id, now)).length : 0
}

/** What is known of somebody without their pieces. */
type Known = { bio: string; roles: readonly unknown[]; total: number }

/**
 * True for a page that search engines may list: one of somebody who signs, is interviewed, is introduced, or is named in
 * several pieces. Of somebody whom one caption names, it says nothing that the piece does not.
 */
export const isWorthFinding = ({ bio, roles, total }: Known): boolean =>
  bio !== '' || roles.length > 0 || total > 1
