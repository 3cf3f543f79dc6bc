import type { BulletList, Inline, Paragraph } from '../../document/types.ts'
import type { DraftPart, Span } from '../draft.ts'
import { cutLine, joinLines, lineText, normalLine, splitLines } from './inline.ts'
import { embedOf, mediaOf } from './players.ts'
import { findPlayer } from './providers.ts'
import type { Reader } from './reader.ts'

/** What a paragraph of mark-up stands for: itself, players for addresses alone on a line, a typed list. */
export function paragraphParts(paragraph: Paragraph, reader: Reader, span: Span | null): DraftPart[] {
  return playersApart(paragraph).flatMap((part) =>
    part.type === 'paragraph' ? typedList(part, reader, span) : [part],
  )
}

/** The player of the address that a line is made of and that is no link (WordPress: autoembed): of a site, or of a file. */
function playerOf(line: readonly Inline[]): DraftPart | null {
  if (line.some((node) => node.type === 'text' && /\S\s\S/.test(node.text))) return null
  const text = lineText(line).trim()
  if (!/^https?:\/\/\S+$/i.test(text)) return null
  if (line.some((node) => node.marks?.some((mark) => mark.type === 'link'))) return null
  if (findPlayer(text)) return embedOf(text)
  const [, ending = ''] = /\.([a-z\d]{3,4})(?:\?|$)/i.exec(text) ?? []
  const type = SOUNDS.test(ending) ? 'audio' : FILMS.test(ending) ? 'video' : null
  return type && mediaOf(type, [text], { poster: null, tracks: [], title: null })
}
const SOUNDS = /^(?:mp3|m4a|ogg|wav|flac)$/i
const FILMS = /^(?:mp4|m4v|webm|ogv|flv)$/i

function playersApart(paragraph: Paragraph): DraftPart[] {
  const lines = splitLines(paragraph.content ?? [])
  if (!lines.some((line) => playerOf(line))) return [paragraph]
  const parts: DraftPart[] = []
  let text: Inline[][] = []
  const endText = () => {
    const content = normalLine(joinLines(text))
    if (content.length > 0) parts.push({ ...paragraph, content })
    text = []
  }
  for (const line of lines) {
    const player = playerOf(line)
    if (player === null) text.push(line)
    else {
      endText()
      parts.push(player)
    }
  }
  endText()
  return parts
}

const ITEM = /^\s*[-–•]\s+(?=\S)/
/** A lead that announces a list; its first item may be glued to it, the line end lost. */
const LEAD = /:\s*$/
const GLUED_LEAD = /^.*?:\s?(?=[-–•]\s+\S)/

const hasDash = (node: Inline): boolean => node.type === 'text' && /[-–•]/.test(node.text)

/** A list typed with dashes under a lead that ends with a colon: at least two items, and nothing after them. */
function typedList(paragraph: Paragraph, reader: Reader, span: Span | null): DraftPart[] {
  const content = paragraph.content ?? []
  if (!content.some(hasDash)) return [paragraph]
  const lines = splitLines(content)
  const glued = lines.findIndex((line) => GLUED_LEAD.test(lineText(line)))
  if (glued >= 0) {
    const line = lines[glued] ?? []
    const length = GLUED_LEAD.exec(lineText(line))?.[0].length ?? 0
    lines.splice(glued, 1, ...cutLine(line, length))
  }
  const first = lines.findIndex((line) => ITEM.test(lineText(line)))
  const items = lines.slice(first)
  const isList =
    first > 0 &&
    items.length >= 2 &&
    items.every((line) => ITEM.test(lineText(line))) &&
    LEAD.test(lineText(lines[first - 1] ?? []))
  if (!isList) return [paragraph]
  reader.flag('list-inferred', lineText(lines[first - 1] ?? []).trim(), span)
  const list: BulletList = { type: 'bulletList', content: items.map(listItem) }
  return [{ ...paragraph, content: normalLine(joinLines(lines.slice(0, first))) }, list]
}

function listItem(line: Inline[]): BulletList['content'][number] {
  const marker = ITEM.exec(lineText(line))?.[0].length ?? 0
  const [, content] = cutLine(line, marker)
  return {
    type: 'listItem',
    attrs: { value: null },
    content: [{ type: 'paragraph', attrs: { align: null }, content }],
  }
}
