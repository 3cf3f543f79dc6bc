import { sourceWords } from './words.ts'

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

const PLAYER_HOST =
  /^https?:\/\/(?:[\w-]{1,60}\.){0,4}(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com|dai\.ly|soundcloud\.com|slideshare\.net|twitter\.com|x\.com|instagram\.com|facebook\.com|spotify\.com|deezer\.com|ted\.com|flickr\.com|tiktok\.com|arte\.tv|podbean\.com)\//i
const BLOCK_TAG =
  /<\/?(?:p|div|br|h[1-6]|li|ul|ol|td|tr|table|blockquote|figure|figcaption|section|article|pre|hr)\b[^>]{0,4000}>/gi

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Lines that a reader sees; what WordPress keeps for itself is gone. */
function shownLines(content: string): string[] {
  return content
    .replace(BLOCK_TAG, '\n')
    .replace(/<[^>]{0,4000}>/g, '')
    .split('\n')
    .map((line) => line.trim())
}

/** Pictures that the content shows itself, and those that a gallery names. */
function picturesIn(content: string): number {
  const galleries = [
    ...content.matchAll(/\[gallery\b[^\]]{0,2000}?\b(?:ids|include)=["']([\d\s,]{1,2000})["']/gi),
  ]
  const named = galleries.reduce((sum, [, ids = '']) => sum + (ids.match(/\d+/g)?.length ?? 0), 0)
  return countOf(content, /<img\b/gi) + named + countOf(content, /\[vc_single_image\b/gi)
}

/** A link that holds words and leads to another page: one around a picture only says where the picture is. */
function linksIn(content: string): number {
  const links = content.matchAll(/<a\s([^>]{0,8000})>([\s\S]{0,5000}?)<\/a>/gi)
  return [...links].filter(([, attributes = '', html = '']) => {
    const href = /\bhref\s*=\s*["']?\s*([^"'\s>]+)/i.exec(attributes)?.[1] ?? '#'
    return !href.startsWith('#') && html.replace(/<[^>]{0,4000}>|&nbsp;/g, '').trim() !== ''
  }).length
}

function embedsIn(content: string): number {
  const tags = countOf(content, /<(?:iframe|audio|video|object)\b/gi)
  const shortcodes = countOf(
    content,
    /\[(?:embed|audio|video|youtube|vimeo|dailymotion|soundcloud|slideshare)\b/gi,
  )
  const posts = countOf(
    content,
    /<blockquote\b[^>]{0,4000}\b(?:twitter-tweet|instagram-media|tiktok-embed)\b/gi,
  )
  const alone = shownLines(content).filter(
    (line) => /^https?:\/\/\S{1,2000}$/.test(line) && PLAYER_HOST.test(line),
  )
  return tags + shortcodes + posts + alone.length
}

/** Lines that begin with a marker, and notes written in shortcodes. */
function notesIn(content: string): number {
  const printed = shownLines(content).filter((line) => /^(?:\*{1,5}\s|\[\d{1,3}\]\s?)\p{L}/u.test(line))
  return printed.length + countOf(content, /\[(?:ref|footnote|fn|mfn|efn_note)\]/gi)
}

/**
 * What the source's own text holds. Read with plain patterns and nothing of the converter, so that the two can be
 * compared; a difference is for a person to look at.
 */
export function sourceCounts(content: string, options: { stripped: boolean }): Counts {
  const words = [...sourceWords(content, options).values()].reduce((sum, count) => sum + count, 0)
  const figcaptions = countOf(content, /<figcaption\b|<p\b[^>]{0,500}\bwp-caption-text\b/gi)
  const posts = countOf(
    content,
    /<blockquote\b[^>]{0,4000}\b(?:twitter-tweet|instagram-media|tiktok-embed)\b/gi,
  )
  return {
    words,
    captions: figcaptions + countOf(content, /\[(?:wp_)?caption\b/gi),
    links: linksIn(content),
    pictures: picturesIn(content),
    quotes: countOf(content, /<blockquote\b/gi) - posts,
    notes: notesIn(content),
    embeds: embedsIn(content),
  }
}
