import type { Database } from '../db.ts'
import type { Document } from '../document/types.ts'
import { fileAddress, originalsOf } from '../media/addresses.ts'
import { eachAtOnce } from '../media/at-once.ts'
import { MediaError } from '../media/media-error.ts'
import type { MediaSource } from '../media/source.ts'
import { storeMedia } from '../media/store.ts'
import type { Flag } from '../wordpress/draft.ts'
import type { AttachmentShelf, StoredMedia } from './attachments.ts'
import { type FileRef, filesOf, fillMedia } from './fill-media.ts'

/** Files had at the same time. */
export const FILES_AT_ONCE = 4

const flag = (code: string, detail: string): Flag => ({ code, detail, confidence: null, span: null })
const NO_WORDS = { alt: null, caption: '', credit: null }

/** The address under which a file outside the library is known: one for all sizes of a picture of the old site. */
function keyOf(address: string, shelf: AttachmentShelf): string | null {
  const place = fileAddress(address)
  if (!place) return null
  if (!shelf.hosts.has(place.host)) return URL.parse(address)?.href ?? null
  return `${shelf.site}${originalsOf(place.path)[0] ?? place.path}`
}

type Wanted = { key: string; address: string; isOwn: boolean }

/** Files that no attachment stands for: put in `uploads` by hand, or shown from another site. */
function wantedOf(files: FileRef[], shelf: AttachmentShelf): Map<string, Wanted> {
  const wanted = new Map<string, Wanted>()
  for (const { attachmentId, address, isPicture } of files) {
    if (address === null || shelf.mediaOf(attachmentId, address)) continue
    const isOwn = shelf.isOwn(address)
    const key = isOwn || isPicture ? keyOf(address, shelf) : null
    if (key) wanted.set(key, { key, address, isOwn })
  }
  return wanted
}

/** Stores a file that an article names, once in a run whatever comes of it. */
async function obtain(
  database: Database,
  shelf: AttachmentShelf,
  source: MediaSource,
  { key, address, isOwn }: Wanted,
): Promise<StoredMedia | null> {
  if (shelf.problems.has(key)) return null
  try {
    const media = await source.withFile({ address, isOwn }, (file) =>
      storeMedia(database, file, address, NO_WORDS),
    )
    if (media)
      await database.mediaAddress.upsert({
        where: { url: key },
        update: { mediaId: media.id },
        create: { url: key, mediaId: media.id },
      })
    else shelf.problems.set(key, `absent de ${source.name}`)
    return media
  } catch (error) {
    if (!(error instanceof MediaError)) throw error
    shelf.problems.set(key, error.message)
    return null
  }
}

/**
 * The document led to stored files, bringing in those that the library does not know. Flags: `media-external` (copied
 * from another site), `media-missing` (with the reason), `svg-sanitised`.
 */
export async function bringMedia(
  database: Database,
  shelf: AttachmentShelf,
  document: Document,
): Promise<{ document: Document; flags: Flag[] }> {
  const { source } = shelf
  const files = filesOf(document)
  const missing = [...wantedOf(files, shelf).values()].filter(
    ({ key, isOwn }) => !shelf.elsewhere.has(key) && (isOwn || source?.reachesOthers),
  )
  if (source)
    await eachAtOnce(missing, FILES_AT_ONCE, async (one) => {
      const media = await obtain(database, shelf, source, one)
      if (media) shelf.elsewhere.set(one.key, media)
    })
  const mediaOf = ({ attachmentId, address }: FileRef): StoredMedia | null =>
    shelf.mediaOf(attachmentId, address) ??
    shelf.elsewhere.get((address && keyOf(address, shelf)) || '') ??
    null
  const flags = files.flatMap((file): Flag[] => {
    const { address, attachmentId, isPicture, isPoster } = file
    const media = mediaOf(file)
    const isForeign = address !== null && !shelf.isOwn(address)
    if (media)
      return [
        ...(isForeign && attachmentId === null ? [flag('media-external', address)] : []),
        ...(media.mimeType === 'image/svg+xml' ? [flag('svg-sanitised', address ?? media.file)] : []),
      ]
    if (address === null || (isForeign && (!isPicture || isPoster))) return []
    const why = shelf.problems.get(keyOf(address, shelf) ?? '')
    return [flag('media-missing', why ? `${address} : ${why}` : address)]
  })
  const filled = fillMedia(document, (file) => {
    const media = mediaOf(file)
    return media ? { id: media.id, path: `/media/${media.file}` } : null
  })
  return { document: filled, flags }
}
