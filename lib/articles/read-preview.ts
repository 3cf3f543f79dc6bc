import type { Prisma } from '../../generated/prisma/client.ts'
import type { Database } from '../db.ts'
import { visible } from './queries.ts'
import { cardSelect, toCard } from './reshape.ts'
import type { ArticleCard } from './types.ts'

const pictureFile = { file: true, focalX: true, focalY: true } satisfies Prisma.MediaSelect
type PictureFile = Prisma.MediaGetPayload<{ select: typeof pictureFile }>

/** What a preview is drawn from: the article, and the file of its cover or else of a portrait of who speaks in it. */
export type PreviewSource = { article: ArticleCard; picture: PictureFile | null }

/** The article of an id, as its preview shows it; null when readers may not see it. */
export async function readPreview(database: Database, id: number, now: Date): Promise<PreviewSource | null> {
  const row = await database.article.findFirst({ where: { id, ...visible(now) }, select: cardSelect })
  if (!row) return null
  const { cover } = await database.article.findUniqueOrThrow({
    where: { id },
    select: { cover: { select: pictureFile } },
  })
  const speaker = await database.credit.findFirst({
    where: { articleId: id, role: 'interviewee', person: { portraitId: { not: null } } },
    orderBy: { position: 'asc' },
    select: { person: { select: { portrait: { select: pictureFile } } } },
  })
  return { article: toCard(row), picture: cover ?? speaker?.person.portrait ?? null }
}
