import type { MentionStatus } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { articleTag, homeTag, personTag } from '../freshness/tags.ts'
import { SHOWN_FROM } from '../people/mentions.ts'
import { personPath } from '../routes.ts'
import { changeNames, WHILE_NAMES_CHANGE } from './rename.ts'

/** What an editor decides on who is who. Each gives the cache tags that it touches, to be refreshed once it is done. */

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

async function tagsOf(database: Database, slugs: readonly string[]): Promise<string[]> {
  const where = { person: { slug: { in: [...slugs] } } }
  const select = { articleId: true }
  const credits = await database.credit.findMany({ where, select })
  const mentions = await database.mention.findMany({ where, select })
  const articles = new Set([...credits, ...mentions].map(({ articleId }) => articleTag(articleId)))
  return [homeTag, ...slugs.map(personTag), ...articles].toSorted()
}

/** Accepts or refuses all that names somebody; null when there is no such person. */
export async function decideOn(
  database: Database,
  slug: string,
  status: 'accepted' | 'refused',
): Promise<string[] | null> {
  const person = await database.person.findUnique({ where: { slug }, select: { id: true } })
  if (!person) return null
  await database.mention.updateMany({ where: { personId: person.id }, data: { status } })
  return tagsOf(database, [slug])
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
  const tags = await tagsOf(database, [from, into])
  await database.$transaction(async (transaction) => {
    const mentions = await transaction.mention.findMany({ where: { personId: { in: [one.id, other.id] } } })
    const key = (row: (typeof mentions)[number]) => `${row.articleId} ${row.origin} ${row.mediaId}`
    const held = new Set(mentions.filter(({ personId }) => personId === other.id).map(key))
    const moved = mentions.filter((row) => row.personId === one.id && !held.has(key(row)))
    await transaction.mention.deleteMany({ where: { personId: one.id } })
    await transaction.mention.createMany({ data: moved.map((row) => ({ ...row, personId: other.id })) })
    const signed = await transaction.credit.findMany({
      where: { personId: one.id },
      select: { articleId: true },
    })
    const ids = [...new Set(signed.map(({ articleId }) => articleId))]
    await changeNames(transaction, ids, () =>
      transaction.credit.updateMany({ where: { personId: one.id }, data: { personId: other.id } }),
    )
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
  }, WHILE_NAMES_CHANGE)
  return tags
}
