import type { AnyNode, Audio, Document, Inline, Mark, Video } from '../document/types.ts'
import { mapChanged, mapContent } from '../document/walk.ts'
import { extensionOf, isPictureName, MIME_TYPES } from '../media/file-types.ts'
import { thumbnailAddress } from '../players.ts'

/**
 * A file that a document names. `isPicture`: it is to be shown, wherever it comes from. `isPoster`: it adorns a player of
 * another site, and nothing is lost without it unless it is the old site's.
 */
export type FileRef = {
  attachmentId: number | null
  address: string | null
  isPicture: boolean
  isPoster?: boolean
}
/** What is stored of a file: its id, and its address on this site. */
export type StoredFile = { id: string; path: string }
export type FindFile = (file: FileRef) => StoredFile | null

/** The stored address of what is shown, played or linked to; the source's own while it is missing. */
function pathOf(address: string, isPicture: boolean, find: FindFile): string {
  return find({ attachmentId: null, address, isPicture })?.path ?? address
}

/** A link is followed only to a file: `/2019/03/programme.pdf`, not to a page. */
function linkOf(href: string, find: FindFile): string {
  return MIME_TYPES[extensionOf(href)] || isPictureName(href) ? pathOf(href, false, find) : href
}

function linkedMark(mark: Mark, find: FindFile): Mark {
  if (mark.type !== 'link') return mark
  const href = linkOf(mark.attrs.href, find)
  return href === mark.attrs.href ? mark : { ...mark, attrs: { ...mark.attrs, href } }
}

const isLink = ({ type }: Mark): boolean => type === 'link'

function fillMarks(node: Inline, before: readonly Mark[], find: FindFile): Inline {
  const marks = mapChanged(before, linkedMark, find)
  return marks === before ? node : { ...node, marks: [...marks] }
}

const decode = (value: string): string => value.replace(/&(?:amp|#38|#x26);/gi, '&')
const encode = (value: string): string => value.replaceAll('&', '&#x26;').replaceAll('"', '&#x22;')

/** Stored HTML was written by our own serializer: every value stands between double quotes. */
function fillHtml(html: string, find: FindFile): string {
  return html.replace(/<(img|source|video|audio|track|a)\b[^<>]*>/gi, (tag: string, name: string) =>
    tag.replace(/\s(src|href|poster|srcset)="([^"]*)"/gi, (whole, key: string, raw: string) => {
      const value = decode(raw)
      if (key.toLowerCase() === 'srcset') {
        // Sizes of the old site: those of the stored picture are not the same.
        return find({ attachmentId: null, address: value.trim().split(/\s/)[0] ?? '', isPicture: true })
          ? ''
          : whole
      }
      const isPicture = /^(?:img|source)$/i.test(name) || key.toLowerCase() === 'poster'
      const filled = name.toLowerCase() === 'a' ? linkOf(value, find) : pathOf(value, isPicture, find)
      return ` ${key}="${encode(filled)}"`
    }),
  )
}

function fillAudio(node: Audio, find: FindFile): Audio {
  const sources = node.attrs.sources.map((source) => pathOf(source, false, find))
  return { ...node, attrs: { ...node.attrs, sources } }
}

function fillVideo(node: Video, find: FindFile): Video {
  const { sources, poster, tracks } = node.attrs
  return {
    ...node,
    attrs: {
      ...node.attrs,
      sources: sources.map((source) => pathOf(source, false, find)),
      poster: poster === null ? null : pathOf(poster, true, find),
      tracks: tracks.map((track) => ({ ...track, src: pathOf(track.src, false, find) })),
    },
  }
}

function fillAttributes(node: AnyNode, find: FindFile): AnyNode {
  switch (node.type) {
    case 'figure': {
      const { attachmentId, src, href } = node.attrs
      const stored = find({ attachmentId, address: src, isPicture: true })
      const link = href === null ? null : linkOf(href, find)
      return { ...node, attrs: { ...node.attrs, mediaId: stored?.id ?? null, href: link } }
    }
    case 'embed': {
      const address = node.attrs.poster ?? thumbnailAddress(node.attrs)
      const stored = address && find({ attachmentId: null, address, isPicture: true, isPoster: true })
      return { ...node, attrs: { ...node.attrs, posterId: stored ? stored.id : null } }
    }
    case 'audio':
      return fillAudio(node, find)
    case 'video':
      return fillVideo(node, find)
    case 'rawHtml':
      return { ...node, attrs: { html: fillHtml(node.attrs.html, find) } }
    default:
      return 'marks' in node && node.marks?.some(isLink) ? fillMarks(node, node.marks, find) : node
  }
}

/** A node without files below stays the same one. */
function fillNode(node: AnyNode, find: FindFile): AnyNode {
  return mapContent(fillAttributes(node, find), fillNode, find)
}

/** The document with each figure, player and link to a file led to the stored file that `find` gives. */
export function fillMedia(document: Document, find: FindFile): Document {
  return Object.assign({}, document, { content: document.content.map((part) => fillNode(part, find)) })
}

/** The files that a document names, each once. */
export function filesOf(document: Document): FileRef[] {
  const files = new Map<string, FileRef>()
  fillMedia(document, (file) => {
    const key = `${file.attachmentId} ${file.address} ${file.isPicture} ${file.isPoster}`
    files.set(key, file)
    return null
  })
  return [...files.values()]
}
