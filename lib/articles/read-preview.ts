import type { Database } from '../db.ts'
import { check } from '../document/check.ts'
import type { Document } from '../document/types.ts'
import { mediaIds } from './pictures.ts'
import { visible } from './queries.ts'
import { cardSelect, pictureSelect, toCard, toPicture } from './reshape.ts'
import type { ArticleCard, Picture, SharedArticle } from './types.ts'

/** Less would be blurred where a preview shows it, and is no photograph: an icon, a rule. */
const LEAST_SIDE = 300

async function portraitOfSpeaker(database: Database, articleId: number): Promise<Picture | null> {
  const credit = await database.credit.findFirst({
    where: { articleId, role: 'interviewee', person: { portraitId: { not: null } } },
    orderBy: { position: 'asc' },
    select: { person: { select: { portrait: { select: pictureSelect } } } },
  })
  return credit?.person.portrait ? toPicture(credit.person.portrait) : null
}

async function firstOfText(database: Database, document: Document): Promise<Picture | null> {
  const ids = mediaIds(document)
  const rows = await database.media.findMany({ where: { id: { in: ids } }, select: pictureSelect })
  const found = new Map(rows.map((row) => [row.id, toPicture(row)]))
  const isLarge = (picture: Picture | null | undefined): picture is Picture =>
    picture ? Math.min(picture.width, picture.height) >= LEAST_SIDE : false
  return ids.map((id) => found.get(id)).find(isLarge) ?? null
}

/** The picture that stands for an article where it is shared. */
export async function sharedPictureOf(
  database: Database,
  { id, cover }: ArticleCard,
  document: Document,
): Promise<Picture | null> {
  return cover ?? (await portraitOfSpeaker(database, id)) ?? (await firstOfText(database, document))
}

/** The article of an id, as its preview shows it; null when readers may not see it. */
export async function readPreview(database: Database, id: number, now: Date): Promise<SharedArticle | null> {
  const select = { ...cardSelect, document: true } as const
  const row = await database.article.findFirst({ where: { id, ...visible(now) }, select })
  if (!row) return null
  const card = toCard(row)
  return { ...card, sharedPicture: await sharedPictureOf(database, card, check(row.document)) }
}
