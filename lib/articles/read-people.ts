import { cacheTag } from 'next/cache'
import { type Database, database } from '../db.ts'
import { homeTag, personTag } from '../freshness/tags.ts'
import { personPath } from '../routes.ts'
import { site } from '../site.ts'
import { keepUntilNextDue } from './lifetime.ts'
import { picturesOf } from './person-pictures.ts'
import { type Piece, piecesOf, shownArticle } from './person-pieces.ts'
import { shownMention } from './queries.ts'
import { cardSelect, pictureSelect, readRole, toCard, toPicture } from './reshape.ts'
import type { NamedPerson, PersonEntry, PersonPage } from './types.ts'

/** People and organisations as pages get them: who signs, who is interviewed, who is named. */

/** How often each thing is there, most frequent first. */
function byFrequency<T>(things: readonly T[]): T[] {
  const counts = Map.groupBy(things, (thing) => thing)
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([thing]) => thing)
}

async function readPieces(db: Database, pieces: readonly Piece[]): Promise<PersonPage['pieces']> {
  const ids = pieces.map(({ articleId }) => articleId)
  const rows = await db.article.findMany({ where: { id: { in: ids } }, select: cardSelect })
  const cards = new Map(rows.map((row) => [row.id, toCard(row)]))
  return pieces.flatMap(({ articleId, roles, isInterviewed }) => {
    const article = cards.get(articleId)
    return article ? [{ article, roles: roles.map(readRole), isInterviewed }] : []
  })
}

/** A page of the pieces of somebody, the last when there is no such page; null when no published article has them. */
export async function getPerson(slug: string, asked: number): Promise<PersonPage | null> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(personTag(slug))
  const db = await database()
  const person = await db.person.findUnique({
    where: { slug },
    include: { portrait: { select: pictureSelect } },
  })
  if (!person) return null
  const all = await piecesOf(db, person.id, new Date())
  if (all.length === 0) return null
  const pageCount = Math.ceil(all.length / site.pageSize)
  const page = Math.min(asked, pageCount)
  const shown = all.slice((page - 1) * site.pageSize, page * site.pageSize)
  const { name, kind, bio } = person
  const given = { id: person.id, portrait: person.portrait && toPicture(person.portrait) }
  return {
    slug,
    name,
    kind,
    bio,
    ...(await picturesOf(db, given, new Date())),
    roles: byFrequency(
      all.flatMap(({ roles, isInterviewed }) => [
        ...roles.map(readRole),
        ...(isInterviewed ? (['interviewee'] as const) : []),
      ]),
    ),
    pieces: await readPieces(db, shown),
    page,
    pageCount,
    total: all.length,
  }
}

/** Everybody who has a page, for the index. */
export async function getPeople(): Promise<PersonEntry[]> {
  'use cache'
  await keepUntilNextDue(await database())
  cacheTag(homeTag)
  const db = await database()
  const article = shownArticle(new Date())
  const signed = await db.credit.groupBy({
    by: ['personId'],
    where: { article, role: { not: 'interviewee' } },
    _count: true,
  })
  const mentions = await db.mention.findMany({
    where: { article, ...shownMention },
    select: { personId: true, articleId: true },
  })
  const interviewed = await db.credit.findMany({
    where: { article, role: 'interviewee' },
    select: { personId: true, articleId: true },
  })
  const signatures = new Map(signed.map(({ personId, _count }) => [personId, _count]))
  const named = Map.groupBy([...mentions, ...interviewed], ({ personId }) => personId)
  const people = await db.person.findMany({
    where: { OR: [{ credits: { some: { article } } }, { mentions: { some: { article, ...shownMention } } }] },
    select: { id: true, slug: true, name: true, kind: true },
  })
  return people.map(({ id, slug, name, kind }) => ({
    slug,
    name,
    kind,
    path: personPath(slug),
    signed: signatures.get(id) ?? 0,
    named: new Set((named.get(id) ?? []).map(({ articleId }) => articleId)).size,
  }))
}

/** Whom an article names and who have a page, beside those it credits. */
export async function peopleNamedIn(db: Database, articleId: number): Promise<NamedPerson[]> {
  const rows = await db.mention.findMany({
    where: { articleId, ...shownMention },
    orderBy: { personId: 'asc' },
    select: { origin: true, person: { select: { slug: true, name: true, kind: true } } },
  })
  const byPerson = Map.groupBy(rows, ({ person }) => person.slug)
  return [...byPerson.values()].flatMap((mentions) => {
    const isInTitle = mentions.some(({ origin }) => origin === 'title')
    return mentions.slice(0, 1).map(({ person }) => ({ ...person, isInTitle }))
  })
}
