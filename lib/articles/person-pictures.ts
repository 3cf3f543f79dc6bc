import type { Database } from '../db.ts'
import { shownArticle } from './person-pieces.ts'
import { shownMention } from './queries.ts'
import { pictureSelect, toPicture } from './reshape.ts'
import type { PersonPicture, Picture } from './types.ts'

/** Captions looked at; a page shows fewer pictures. */
const MOST = 20

/** Every picture whose caption names somebody, once, the newest piece first, with the piece that shows it. */
async function captionedPictures(db: Database, personId: number, now: Date): Promise<PersonPicture[]> {
  const captions = await db.mention.findMany({
    where: { personId, origin: 'caption', mediaId: { not: '' }, ...shownMention, article: shownArticle(now) },
    orderBy: [{ article: { publishedAt: 'desc' } }, { articleId: 'desc' }, { mediaId: 'asc' }],
    take: MOST,
    select: { mediaId: true, article: { select: { path: true, title: true } } },
  })
  const ids = captions.map(({ mediaId }) => mediaId)
  const rows = await db.media.findMany({ where: { id: { in: ids } }, select: pictureSelect })
  const byId = new Map(rows.map((row) => [row.id, toPicture(row)]))
  const found = captions.flatMap(({ mediaId, article }) => {
    const picture = byId.get(mediaId)
    return picture ? [{ picture, ...article }] : []
  })
  return [...new Map(found.toReversed().map((one) => [one.picture.id, one])).values()].toReversed()
}

/** The pictures whose caption names somebody else too. */
async function sharedWithOthers(db: Database, ids: string[], now: Date): Promise<Set<string>> {
  const all = await db.mention.groupBy({
    by: ['mediaId', 'personId'],
    where: { mediaId: { in: ids }, ...shownMention, article: shownArticle(now) },
  })
  const people = Map.groupBy(all, ({ mediaId }) => mediaId)
  return new Set(ids.filter((id) => (people.get(id)?.length ?? 0) > 1))
}

/**
 * The portrait of somebody, and the other pictures that show them. A published picture whose caption names them stands
 * for a portrait that nobody gave: one that names nobody else, of the newest piece.
 */
export async function picturesOf(
  db: Database,
  { id, portrait: given }: { id: number; portrait: Picture | null },
  now: Date,
): Promise<{ portrait: Picture | null; pictures: PersonPicture[] }> {
  const all = await captionedPictures(db, id, now)
  const shared = given
    ? new Set<string>()
    : await sharedWithOthers(
        db,
        all.map(({ picture }) => picture.id),
        now,
      )
  const alone = all.find(({ picture }) => !shared.has(picture.id)) ?? all[0]
  const portrait = given ?? alone?.picture ?? null
  return { portrait, pictures: all.filter(({ picture }) => picture.id !== portrait?.id) }
}
