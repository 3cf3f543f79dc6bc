import type { Database } from '../db.ts'
import type { AnyNode, Document } from '../document/types.ts'
import { pictureSelect, toPicture } from './reshape.ts'
import type { Picture } from './types.ts'

function mediaIds(node: AnyNode): string[] {
  if (node.type === 'figure') return node.attrs.mediaId ? [node.attrs.mediaId] : []
  return 'content' in node && node.content ? node.content.flatMap((child: AnyNode) => mediaIds(child)) : []
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
