import type { Database } from '../db.ts'
import type { AnyNode, Document } from '../document/types.ts'
import { walk } from '../document/walk.ts'
import { pictureSelect, toPicture } from './reshape.ts'
import type { Picture } from './types.ts'

function mediaIdOf(node: AnyNode): string | null {
  if (node.type === 'figure') return node.attrs.mediaId
  return node.type === 'embed' ? node.attrs.posterId : null
}

/** The stored pictures of a document, posters of players too, each once, in reading order. */
export function mediaIds(document: Document): string[] {
  const ids = [...walk(document)].map(mediaIdOf)
  return [...new Set(ids.filter((id) => id !== null))]
}

/** The stored pictures that a document names, by `mediaId`. */
export async function readPictures(database: Database, document: Document): Promise<Record<string, Picture>> {
  const rows = await database.media.findMany({
    where: { id: { in: mediaIds(document) } },
    select: pictureSelect,
  })
  return Object.fromEntries(
    rows.flatMap((row) => {
      const picture = toPicture(row)
      return picture ? [[row.id, picture]] : []
    }),
  )
}
