import { cacheTag } from 'next/cache'
import type { Prisma } from '../../generated/prisma/client.ts'
import { database } from '../db.ts'
import { articleTag, cardTag, personTag, seriesTag, tagTag } from '../freshness/tags.ts'
import { keepUntilNextDue } from './lifetime.ts'
import { newestFirst, ofPerson, ofTerm, shownMention } from './queries.ts'
import { cardSelect, toCard } from './reshape.ts'
import type { RelatedArticle } from './types.ts'

export const RELATED = 3
/** The newest of each term or person are weighed. */
const CANDIDATES = 12

type Reason = RelatedArticle['reasons'][number]
type Card = Prisma.ArticleGetPayload<{ select: typeof cardSelect }>
type Candidate = { reason: Reason; row: Card }

/** A dossier was made by an editor; who is met is rarer than a subject, and who signs writes of many. */
const WEIGHTS: Record<Reason['kind'], number> = { series: 8, person: 4, tag: 2, author: 1 }

const nameOf = ({ kind, name }: Reason): string => `${kind} ${name}`

/** What a reason says: its kind, and a little more where few share it. */
function weigher(candidates: readonly Candidate[]): (reason: Reason) => number {
  const shared = Map.groupBy(candidates, ({ reason }) => nameOf(reason))
  return (reason) => WEIGHTS[reason.kind] + 1 / (1 + (shared.get(nameOf(reason))?.length ?? 0))
}

/** The articles that share most, the newest first among equals; at most two reasons each, the strongest first. */
export function rank(candidates: readonly Candidate[], count: number): RelatedArticle[] {
  const weigh = weigher(candidates)
  const groups = [...Map.groupBy(candidates, ({ row }) => row.id).values()]
  return groups
    .flatMap((group) => {
      const [first] = group
      if (!first) return []
      const unique = [...new Map(group.map(({ reason }) => [nameOf(reason), reason])).values()]
      const reasons = unique.sort((a, b) => weigh(b) - weigh(a))
      return [{ row: first.row, reasons, weight: reasons.reduce((sum, reason) => sum + weigh(reason), 0) }]
    })
    .sort((a, b) => b.weight - a.weight || Number(b.row.publishedAt) - Number(a.row.publishedAt))
    .slice(0, count)
    .map(({ row, reasons }) => ({ article: toCard(row), reasons: reasons.slice(0, 2) }))
}

const sharedSelect = {
  terms: {
    where: { inherited: false, term: { type: { in: ['tag', 'series'] } } },
    select: { term: { select: { id: true, type: true, slug: true, name: true } } },
  },
  credits: { select: { role: true, person: { select: { id: true, slug: true, name: true } } } },
  mentions: {
    where: shownMention,
    select: { person: { select: { id: true, slug: true, name: true } } },
  },
} satisfies Prisma.ArticleSelect

/**
 * What to read after an article, and why: the same dossier, people or tags. It carries the tags of all these, so that a
 * new article of one of them takes its place here.
 */
export async function getRelated(articleId: number): Promise<RelatedArticle[]> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(articleTag(articleId))
  const db = await database()
  const now = new Date()
  const shared = await db.article.findUnique({ where: { id: articleId }, select: sharedSelect })
  if (!shared) return []
  const candidates: Candidate[] = []
  for (const { term } of shared.terms) {
    cacheTag(term.type === 'series' ? seriesTag(term.slug) : tagTag(term.slug))
    const kind = term.type === 'series' ? 'series' : 'tag'
    const rows = await db.articleTerm.findMany(ofTerm(term.id, now, 0, CANDIDATES))
    candidates.push(...rows.map(({ article: row }) => ({ reason: { kind, name: term.name } as const, row })))
  }
  const met = [...shared.mentions, ...shared.credits.filter(({ role }) => role === 'interviewee')]
  const isMet = new Set(met.map(({ person }) => person.id))
  const people = [...shared.credits, ...met].map(({ person }) => person)
  for (const person of new Map(people.map((one) => [one.id, one])).values()) {
    cacheTag(personTag(person.slug))
    const kind = isMet.has(person.id) ? 'person' : 'author'
    const rows = await db.article.findMany({
      where: ofPerson(person.id, now),
      orderBy: newestFirst,
      take: CANDIDATES,
      select: cardSelect,
    })
    candidates.push(...rows.map((row) => ({ reason: { kind, name: person.name } as const, row })))
  }
  const related = rank(
    candidates.filter(({ row }) => row.id !== articleId),
    RELATED,
  )
  for (const { article } of related) cacheTag(cardTag(article.id))
  return related
}
