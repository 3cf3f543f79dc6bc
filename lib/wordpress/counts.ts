import { linkCount, nodeCounts } from '../document/counts.ts'
import { plainText } from '../document/text.ts'
import type { AnyNode, Document } from '../document/types.ts'
import { TagReader } from './markup/tags.ts'
import { wordTotal } from './words.ts'

/** How much of each thing a text holds: what came in, and what came out. */
export type Counts = {
  words: number
  captions: number
  links: number
  pictures: number
  quotes: number
  notes: number
  embeds: number
}

/**
 * What shows that a conversion lost nothing: the nodes of the document by type, what the source holds and what the
 * document holds, the words of the source that are neither in the document nor in a flag, with how many are missing.
 */
export type Proof = {
  became: Record<string, number>
  counts: { in: Counts; out: Counts }
  lostWords: Record<string, number>
}

const PLAYER_HOST =
  /^https?:\/\/(?:[\w-]{1,60}\.){0,4}(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|dai\.ly|soundcloud\.com|slideshare\.net|twitter\.com|x\.com|instagram\.com|facebook\.com|spotify\.com|deezer\.com|ted\.com|flickr\.com|tiktok\.com|arte\.tv|podbean\.com)\//i
const BLOCK =
  /^(?:p|div|br|h[1-6]|li|ul|ol|td|th|tr|table|blockquote|figure|figcaption|section|article|pre|hr|img)$/
const QUOTED_POST = /\b(?:twitter-tweet|twitter-video|instagram-media|tiktok-embed|fb-post|fb-video)\b/i
const PLAYER = /^(?:iframe|audio|video|object)$/

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** A tag with its source, and the text between it and the tag before. */
type Step = { before: string; name: string; closing: boolean; source: string }

/** The tags of a content one after the other; comments are text that nobody sees. */
function* stepsOf(content: string): Generator<Step> {
  const tags = new TagReader(content)
  let done = 0
  for (let at = content.indexOf('<'); at >= 0; at = content.indexOf('<', Math.max(at + 1, done))) {
    const tag = tags.at(at)
    if (!tag) continue
    const source = content.slice(tag.start, Math.min(tag.end, tag.start + 4000))
    yield { before: content.slice(done, tag.start), name: tag.name, closing: tag.closing, source }
    done = tag.end
  }
  yield { before: content.slice(done), name: '', closing: false, source: '' }
}

/** What the tags say, and the lines that a reader sees. */
function readTags(content: string) {
  const seen = { captions: 0, links: 0, pictures: 0, quotes: 0, embeds: 0 }
  const parts: string[] = []
  let leads = false
  for (const { before, name, closing, source } of stepsOf(content)) {
    const text = before.includes('<!--') ? before.replace(/<!--[^>]{0,4000}>/g, '') : before
    parts.push(text, BLOCK.test(name) ? '\n' : '')
    if (leads && text.replaceAll('&nbsp;', ' ').trim() !== '') {
      seen.links += 1
      leads = false
    }
    if (name === 'a') leads = !closing && leadsElsewhere(source)
    if (closing) continue
    if (name === 'img') seen.pictures += 1
    if (name === 'figcaption' || source.includes('wp-caption-text')) seen.captions += 1
    if (name === 'blockquote' && !QUOTED_POST.test(source)) seen.quotes += 1
    if (PLAYER.test(name) || QUOTED_POST.test(source)) seen.embeds += 1
  }
  const lines = parts.join('').split('\n')
  return { ...seen, lines: lines.map((line) => line.trim()) }
}

/** A link to another page; the others lead to a place of this one. */
function leadsElsewhere(source: string): boolean {
  const href = /\shref\s{0,20}=\s{0,20}["']?\s{0,20}([^"'\s>])/i.exec(source)?.[1]
  return href !== undefined && href !== '#'
}

/** Pictures that galleries name by their numbers, and those of page builders. */
function picturesNamed(content: string): number {
  const galleries = [...content.matchAll(/\[gallery\b([^[\]]{0,4000})\]/gi)]
  const ids = galleries.map(([, said = '']) => /\b(?:ids|include)=["']([\d\s,]+)/i.exec(said)?.[1] ?? '')
  return ids.reduce((sum, list) => sum + countOf(list, /\d+/g), 0) + countOf(content, /\[vc_single_image\b/gi)
}

const NOTE = /^(\*{1,5}(?=\s)|\[\d{1,3}\])\s?(?=\p{L})/u
const CALL = /(?<=[\p{L}\p{N}”"»)\]’])(?:(\*{1,5})(?!\*)|\s?(\[\d{1,3}\]))/gu

/** Lines that begin with a marker which other words carry: a line of starred items that nothing calls is no note. */
function notesPrinted(lines: readonly string[]): number {
  const notes = lines.flatMap((line) => NOTE.exec(line)?.[1] ?? [])
  if (notes.length === 0) return 0
  const called = lines.flatMap((line) => [...line.matchAll(CALL)].map(([, stars, number]) => stars ?? number))
  const counts = (markers: readonly (string | undefined)[]) => Map.groupBy(markers, (marker) => marker)
  const calls = counts(called)
  return [...counts(notes)].reduce(
    (sum, [marker, same]) => sum + Math.min(same.length, calls.get(marker)?.length ?? 0),
    0,
  )
}

const isPlayerAddress = (line: string): boolean =>
  line.length < 2000 && /^https?:\/\/\S+$/.test(line) && PLAYER_HOST.test(line)

/**
 * What the source's own text holds. Read tag by tag and with nothing of the converter, so that the two can be
 * compared; a difference is for a person to look at. `shown`: the text that it shows, from `shownText`.
 */
export function sourceCounts(content: string, shown: string): Counts {
  const { lines, ...tags } = readTags(content)
  const players = /\[(?:embed|audio|video|youtube|vimeo|dailymotion|soundcloud|slideshare)\b/gi
  return {
    words: wordTotal(shown),
    captions: tags.captions + countOf(content, /\[(?:wp_)?caption\b/gi),
    links: tags.links,
    pictures: tags.pictures + picturesNamed(content),
    quotes: tags.quotes,
    notes:
      notesPrinted(lines) + countOf(content, /\[(?:ref|footnote|fn|mfn|efn_note)\]|\(\([^()]{8,2000}\)\)/gi),
    embeds: tags.embeds + countOf(content, players) + lines.filter(isPlayerAddress).length,
  }
}

/** What a document holds, and how many nodes of each type. */
export function documentCounts(document: Document): { became: Proof['became']; counts: Counts } {
  const nodes = nodeCounts(document)
  const sum = (...types: AnyNode['type'][]) =>
    types.reduce((total, type) => total + (nodes.get(type) ?? 0), 0)
  const counts = {
    words: wordTotal(plainText(document)),
    captions: sum('caption'),
    links: linkCount(document),
    pictures: sum('figure'),
    quotes: sum('pullQuote', 'blockquote'),
    notes: sum('footnote'),
    embeds: sum('embed', 'audio', 'video'),
  }
  return { became: Object.fromEntries(nodes), counts }
}
