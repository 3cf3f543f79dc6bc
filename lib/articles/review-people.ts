import type { MentionStatus, Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { noteRefresh } from '../freshness/pending.ts'
import { homeTag, personTag } from '../freshness/tags.ts'
import { SHOWN_FROM } from '../people/mentions.ts'
import { personPath } from '../routes.ts'
import { changeNames, WHILE_NAMES_CHANGE } from './rename.ts'

/**
 * What an editor decides on who is who. Each gives the cache tags that it touches; they are noted, and delivered by
 * `refreshPending`.
 */

/** A line of the review: one person, all that proposes them. */
export type PersonToReview = {
  slug: string
  name: string
  kind: string
  confidence: number
  status: MentionStatus
  /** Shown to readers today. */
  isShown: boolean
  articles: string[]
}

const confidenceOf = (mentions: readonly { confidence: number }[]) =>
  Math.max(0, ...mentions.map(({ confidence }) => confidence))

/** People whom articles name, the least sure first: those that wait for a decision, or all. */
export async function peopleToReview(database: Database, isAll: boolean): Promise<PersonToReview[]> {
  const where = isAll ? {} : { status: 'proposed' as const, confidence: { lt: SHOWN_FROM } }
  const people = await database.person.findMany({
    where: { mentions: { some: where } },
    include: {
      mentions: { include: { article: { select: { path: true } } } },
      _count: { select: { credits: true } },
    },
  })
  const lines = people.map(({ slug, name, kind, mentions, _count }): PersonToReview => {
    const status = mentions.find((mention) => mention.status !== 'proposed')?.status ?? 'proposed'
    const confidence = confidenceOf(mentions)
    const isNamed = status === 'accepted' || (status === 'proposed' && confidence >= SHOWN_FROM)
    const articles = [...new Set(mentions.map(({ article }) => article.path))]
    return { slug, name, kind, confidence, status, isShown: isNamed || _count.credits > 0, articles }
  })
  return lines.toSorted((a, b) => a.confidence - b.confidence || a.slug.localeCompare(b.slug))
}

/** Runs a change of people: all that names or credits them follows, and the tags it touches are noted and given. */
async function changePeople(
  database: Database,
  slugs: readonly string[],
  change: (transaction: Prisma.TransactionClient) => Promise<void>,
): Promise<string[]> {
  const query = { where: { person: { slug: { in: [...slugs] } } }, select: { articleId: true } }
  return database.$transaction(async (transaction) => {
    const credits = await transaction.credit.findMany(query)
    const mentions = await transaction.mention.findMany(query)
    const ids = [...new Set([...credits, ...mentions].map(({ articleId }) => articleId))]
    const touched = await changeNames(transaction, ids, () => change(transaction))
    const own = [homeTag, ...slugs.map(personTag)]
    await noteRefresh(transaction, own)
    return [...new Set([...own, ...touched])].sort()
  }, WHILE_NAMES_CHANGE)
}

/** Accepts or refuses all that names somebody; null when there is no such person. */
export async function decideOn(
  database: Database,
  slug: string,
  status: 'accepted' | 'refused',
): Promise<string[] | null> {
  const person = await database.person.findUnique({ where: { slug }, select: { id: true } })
  if (!person) return null
  return changePeople(database, [slug], async (transaction) => {
    await transaction.mention.updateMany({ where: { personId: person.id }, data: { status } })
  })
}

/**
 * Makes two people one: what named or credited the first is the second's, and the address of the first leads there,
 * which later imports follow. Null when one of them does not exist, or they are the same.
 */
export async function mergePeople(database: Database, from: string, into: string): Promise<string[] | null> {
  const [one, other] = await Promise.all(
    [from, into].map((slug) => database.person.findUnique({ where: { slug } })),
  )
  if (!one || !other || one.id === other.id) return null
  return changePeople(database, [from, into], async (transaction) => {
    const mentions = await transaction.mention.findMany({ where: { personId: { in: [one.id, other.id] } } })
    const key = (row: (typeof mentions)[number]) => `${row.articleId} ${row.origin} ${row.mediaId}`
    const held = new Set(mentions.filter(({ personId }) => personId === other.id).map(key))
    const moved = mentions.filter((row) => row.personId === one.id && !held.has(key(row)))
    await transaction.mention.deleteMany({ where: { personId: one.id } })
    await transaction.mention.createMany({ data: moved.map((row) => ({ ...row, personId: other.id })) })
    await transaction.credit.updateMany({ where: { personId: one.id }, data: { personId: other.id } })
    await transaction.person.update({
      where: { id: other.id },
      data: { bio: other.bio || one.bio, portraitId: other.portraitId ?? one.portraitId },
    })
    await transaction.person.delete({ where: { id: one.id } })
    await transaction.redirect.updateMany({
      where: { to: personPath(from) },
      data: { to: personPath(into) },
    })
    const row = { to: personPath(into), kind: 'moved' as const }
    const where = { from: personPath(from) }
    await transaction.redirect.upsert({ where, update: row, create: { ...where, ...row } })
  })
}
