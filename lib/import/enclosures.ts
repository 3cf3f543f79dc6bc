import type { Document, DocumentPart } from '../document/types.ts'
import { isSafeSource } from '../document/validate.ts'
import type { Flag } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'

type Enclosure = { url: string; type: string }

/** The files of the `enclosure` fields: address, length and type, one a line, one file below the other. */
function enclosuresOf({ meta }: SourceItem): Enclosure[] {
  const lines = (meta.enclosure ?? '').split('\n').map((line) => line.trim())
  return lines.flatMap((url, index) =>
    /^https?:\/\//i.test(url) ? [{ url, type: lines[index + 2] ?? '' }] : [],
  )
}

function playerOf({ url, type }: Enclosure): DocumentPart | null {
  if (!isSafeSource(url)) return null
  if (/^audio\//i.test(type) || /\.(?:mp3|m4a|ogg|oga|opus|wav)(?:$|\?)/i.test(url))
    return { type: 'audio', attrs: { sources: [url], title: null } }
  if (/^video\//i.test(type) || /\.(?:mp4|m4v|webm|mov)(?:$|\?)/i.test(url))
    return { type: 'video', attrs: { sources: [url], poster: null, tracks: [], title: null } }
  return null
}

/** The file's address without scheme and query: the text may name it in another way. */
const fileOf = (url: string) => url.replace(/^https?:\/\//i, '').replace(/[?#].*$/, '')

/** The document with a player, below the standfirst, for each podcast file that its text does not show. */
export function withEnclosures(document: Document, item: SourceItem): { document: Document; flags: Flag[] } {
  const missing = enclosuresOf(item).filter(({ url }) => !item.content.includes(fileOf(url)))
  if (missing.length === 0) return { document, flags: [] }
  const players = missing.map((enclosure) => ({ url: enclosure.url, player: playerOf(enclosure) }))
  const start = document.content[0]?.type === 'standfirst' ? 1 : 0
  const shown = players.flatMap(({ player }) => (player ? [player] : []))
  const flags = players.map(({ url, player }) => ({
    code: player ? 'enclosure-added' : 'enclosure-ignored',
    detail: url,
    confidence: null,
    span: null,
  }))
  return { document: { ...document, content: document.content.toSpliced(start, 0, ...shown) }, flags }
}
