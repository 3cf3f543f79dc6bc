import { hash } from 'node:crypto'
import type { Prisma } from '../../generated/prisma/client.ts'
import { zonedClock } from '../dates.ts'
import type { ArticleState } from '../freshness/tags.ts'
import { cardSelect } from './reshape.ts'

const stateSelect = {
  ...cardSelect,
  type: true,
  status: true,
  sticky: true,
  featuredAt: true,
  terms: {
    orderBy: { termId: 'asc' },
    select: { position: true, inherited: true, term: { select: { type: true, slug: true, name: true } } },
  },
  mentions: {
    where: { status: { not: 'refused' } },
    orderBy: [{ personId: 'asc' }, { origin: 'asc' }, { mediaId: 'asc' }],
    // The page of somebody tells an interview by its title, and takes a portrait from a caption.
    select: {
      confidence: true,
      status: true,
      origin: true,
      mediaId: true,
      person: { select: { slug: true } },
    },
  },
  redirects: { orderBy: { from: 'asc' }, select: { from: true } },
} satisfies Prisma.ArticleSelect

type StateRow = Prisma.ArticleGetPayload<{ select: typeof stateSelect }>

/** All that a list may show of an article, or order it by. */
function cardOf({ redirects: _redirects, excerpt, ...shown }: StateRow): string {
  const card = { ...shown, standfirst: shown.standfirst || excerpt }
  return hash('sha256', JSON.stringify(card))
}

function toState(row: StateRow, now: Date): ArticleState {
  const { id, path, publishedAt, terms, credits, mentions, redirects } = row
  const isListed = row.type === 'article'
  const slugs = (type: string) =>
    terms.flatMap(({ term }) => (isListed && term.type === type ? [term.slug] : [])).sort()
  const people = [...credits, ...mentions].map(({ person }) => person.slug)
  return {
    id,
    path,
    visible: row.status === 'published' && publishedAt !== null && publishedAt <= now,
    withdrawn: row.status === 'archived',
    card: cardOf(row),
    tags: slugs('tag'),
    categories: slugs('category'),
    series: slugs('series'),
    people: [...new Set(people)].sort(),
    redirects: redirects.map(({ from }) => from),
    day: publishedAt && isListed ? zonedClock(publishedAt).slice(0, 10) : null,
  }
}

/** What readers can see of articles at this instant, by id, for `touchedTags`; those that do not exist are not there. */
export async function readStates(
  database: Prisma.TransactionClient,
  ids: readonly number[],
  now: Date = new Date(),
): Promise<Map<number, ArticleState>> {
  if (ids.length === 0) return new Map()
  const rows = await database.article.findMany({ where: { id: { in: [...ids] } }, select: stateSelect })
  return new Map(rows.map((row) => [row.id, toState(row, now)]))
}
