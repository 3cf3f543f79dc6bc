/**
 * What a WordPress source says of one item, before anything is made of it. Strings stay strings (a slug `007` is
 * not a number), text stays as it was written. Every reader (`read-dump`, `read-wxr`, `read-rest`) gives these and nothing else.
 */

/** `rest` gives the content as its author wrote it (`content.raw`), `rest-rendered` as readers got it. */
export type SourceFormat = 'dump' | 'rest-rendered' | 'rest' | 'wxr'

/** Status words of WordPress; a plugin's own word is kept as it is. */
export type SourceTerm = {
  taxonomy: 'post_tag' | 'category' | (string & {})
  id: number | null
  slug: string
  name: string
  /** Slug of the term above. */
  parent: string | null
  /** HTML; only where the source declares the term. */
  description?: string
}
export type SourceComment = {
  id: number
  parent: number
  author: string
  authorUrl: string
  date: string
  content: string
  status: string
  type: string
}

export type SourceItem = {
  format: SourceFormat
  /** Address of the WordPress site without a trailing slash, `https://www.exemple.fr`; '' when nothing tells. */
  site: string
  /** WordPress id: unique within (site, type). */
  id: number
  type: 'post' | 'page' | 'attachment' | (string & {})
  status: string
  title: string
  slug: string
  /** Address the source gives for the item; '' when it gives none (a dump). */
  link: string
  guid: string
  content: string
  excerpt: string
  /** Local date and GMT date, `YYYY-MM-DD HH:MM:SS` as WordPress writes them; '' when absent. */
  date: string
  dateGmt: string
  modified: string
  modifiedGmt: string
  /** Login (WXR) or id (dump) of the account: not a byline. */
  creator: string
  password: string
  parent: number
  menuOrder: number
  sticky: boolean
  commentsOpen: boolean
  mimeType: string
  /** Address of an attachment's file; '' for other items. */
  attachmentUrl: string
  terms: SourceTerm[]
  meta: Record<string, string>
  comments: SourceComment[]
  /** Bytes of the content that the source says it lost (a dump stripped of its tags); 0 when none. */
  lostBytes: number
  warnings: string[]
}

/** True when the text must be read without the help of tags: a dump that lost them, or content that has none. */
export function isStripped({ format, lostBytes, content }: SourceItem): boolean {
  return format === 'dump' && (lostBytes > 0 || !/<[a-z!/]/iu.test(content))
}

/** The number that a field writes, when it is one that a database takes; 0 for anything else. */
export function toWhole(text: string): number {
  const number = /^-?\d{1,10}$/.test(text) ? Number(text) : 0
  return Math.abs(number) < 2 ** 31 ? number : 0
}

/** What a source says of the site as a whole. */
export type SourceSite = {
  url: string
  title: string
  description: string
  authors: { login: string; name: string; id: number | null }[]
  terms: SourceTerm[]
}

/** One file read: items come one by one so that a large export never stands whole in memory. */
export type SourceEvent =
  | { kind: 'site'; site: SourceSite }
  | { kind: 'item'; item: SourceItem }
  /** Something left out or odd, in French, for the report; the reading goes on. */
  | { kind: 'warning'; message: string }

/**
 * A source that cannot be read. `file` as given, `place` says where ("ligne 12", "item 6627", "octet 20000").
 * Whole items before the place have been given already.
 */
export class SourceError extends Error {
  readonly file: string
  readonly place: string
  constructor(file: string, place: string, message: string) {
    super(`${file} (${place}) : ${message}`)
    this.name = 'SourceError'
    this.file = file
    this.place = place
  }
}
