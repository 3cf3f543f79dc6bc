import { matchAt, parseAttributes, type ShortcodeAttributes } from './shortcode-attributes.ts'

/**
 * WordPress shortcodes (`[caption id="x"]…[/caption]`) read on the raw text of a post, before any HTML parsing:
 * a shortcode may span sibling text and elements, which no HTML parser gives back.
 */

/** One match as WordPress finds it; `attributes` is the raw text, `byteOffset` counts UTF-8 bytes. */
export type ShortcodeMatch = {
  text: string
  byteOffset: number
  escapeOpen: '' | '['
  tag: string
  attributes: string
  content: string
  escapeClose: '' | ']'
}

/** A piece of a text; `start` and `end` are UTF-16 offsets, tokens follow each other without a gap. */
export type Token =
  /** `unescaped` is what a reader sees of an escaped shortcode: `[[gallery]]` stands for `[gallery]`. */
  | { kind: 'text'; start: number; end: number; unescaped?: string }
  | {
      kind: 'open'
      name: string
      attributes: ShortcodeAttributes
      selfClosing: boolean
      start: number
      end: number
    }
  | { kind: 'close'; name: string; start: number; end: number }

/** Quotes protect a `]` no further than this, so that hostile text is read in linear time. */
const longestTag = 20_000

const shortcodeName = /[^\s[\]<>&/'"=]+/y

/**
 * Finds the shortcodes among `names` as WordPress does (get_shortcode_regex): blind to HTML and to quotes, the first
 * closing tag of the same name ends the content, nested ones stay inside `content`.
 */
export function findShortcodes(text: string, names: readonly string[]): ShortcodeMatch[] {
  const matches: ShortcodeMatch[] = []
  const closes = closeFinder(text)
  const lastBracket = text.lastIndexOf(']')
  let byteOffset = 0
  let counted = 0
  for (let at = text.indexOf('['); at !== -1 && at < lastBracket; ) {
    const match = matchShortcode(text, at, names, closes)
    if (match) {
      byteOffset += Buffer.byteLength(text.slice(counted, at))
      counted = at
      matches.push({ ...match, byteOffset })
    }
    at = text.indexOf('[', at + (match?.text.length ?? 1))
  }
  return matches
}

function matchShortcode(
  text: string,
  start: number,
  names: readonly string[],
  findClose: CloseFinder,
): Omit<ShortcodeMatch, 'byteOffset'> | null {
  const escapeOpen = text[start + 1] === '[' ? '[' : ''
  const nameStart = start + 1 + escapeOpen.length
  const tag = names.find((name) => startsWithName(text, nameStart, name))
  const bracket = text.indexOf(']', nameStart)
  if (tag === undefined || bracket === -1) return null
  const selfClosing = text[bracket - 1] === '/'
  const attributes = text.slice(nameStart + tag.length, selfClosing ? bracket - 1 : bracket)
  const close = selfClosing ? null : findClose(tag, bracket + 1)
  const content = close ? text.slice(bracket + 1, close.start) : ''
  const end = close?.end ?? bracket + 1
  const escapeClose = text[end] === ']' ? ']' : ''
  const matched = text.slice(start, end + escapeClose.length)
  return { text: matched, escapeOpen, tag, attributes, content, escapeClose }
}

const startsWithName = (text: string, at: number, name: string) =>
  text.startsWith(name, at) && !/[\w-]/.test(text.charAt(at + name.length))

type CloseFinder = (name: string, from: number) => { start: number; end: number } | null

/** Finds the next closing tag of a name; remembers the names that have none left, so that no text is read twice. */
function closeFinder(text: string): CloseFinder {
  const exhausted = new Set<string>()
  return (name, from) => {
    if (exhausted.has(name)) return null
    const closeTag = `[/${name}]`
    const start = text.indexOf(closeTag, from)
    if (start === -1) exhausted.add(name)
    return start === -1 ? null : { start, end: start + closeTag.length }
  }
}

/** What to take for a shortcode: in prose, inside `pre` and `code`, and which hold a text that nothing is run in. */
export type Names = Record<'inProse' | 'inCode' | 'isListing', (name: string) => boolean>

/**
 * Cuts a text into opening tags, closing tags and the text between them, nested or orphan alike: pairing them is
 * the caller's. Stricter than WordPress: a shortcode inside an HTML tag or comment is text, and a quoted value
 * may hold a `]`. What `names` does not know is text (`[ainsi]`, `[1]`).
 */
export function tokenize(text: string, names: Names): Token[] {
  const tokens: Token[] = []
  const findClose = closeFinder(text)
  const skipMarkup = markupSkipper(text)
  const endOfCode = codeFinder(text)
  const lastBracket = text.lastIndexOf(']')
  const nextMark = /[<[]/g
  let textStart = 0
  let codeEnd = 0
  const addText = (end: number) => {
    if (end > textStart) tokens.push({ kind: 'text', start: textStart, end })
    textStart = end
  }
  while (nextMark.test(text)) {
    const at = nextMark.lastIndex - 1
    if (at >= lastBracket) break
    if (text.charAt(at) === '<') {
      if (at >= codeEnd) codeEnd = endOfCode(at)
      nextMark.lastIndex = skipMarkup(at)
      continue
    }
    const isInCode = at < codeEnd
    const token = readTag(text, at, isInCode ? names.inCode : names.inProse, findClose)
    const isListing = token?.kind === 'open' && !token.selfClosing && names.isListing(token.name)
    const close = isListing ? findClose(token.name, token.end) : null
    const isWhole = close !== null && (!isInCode || close.end <= codeEnd)
    if (!token || (isListing && isInCode && !isWhole)) {
      nextMark.lastIndex = at + 1
      continue
    }
    addText(at)
    tokens.push(token)
    textStart = token.end
    if (isListing && isWhole) {
      addText(close.start)
      tokens.push({ kind: 'close', name: token.name, ...close })
      textStart = close.end
    }
    nextMark.lastIndex = textStart
  }
  addText(text.length)
  return tokens
}

const CODE = /<(?:pre|code)[\s>]/iy

/** Gives the end of the `pre` or `code` that opens at an offset, 0 when none does, or one that is never closed. */
function codeFinder(text: string): (start: number) => number {
  const exhausted = new Set<string>()
  return (start) => {
    CODE.lastIndex = start
    if (!CODE.test(text)) return 0
    const name = /^p/i.test(text.charAt(start + 1)) ? 'pre' : 'code'
    if (exhausted.has(name)) return 0
    const close = new RegExp(`</${name}>`, 'gi')
    close.lastIndex = start
    if (close.test(text)) return close.lastIndex
    exhausted.add(name)
    return 0
  }
}

/** Gives the end of the HTML comment or tag that opens at an offset, or the next offset when none opens there. */
function markupSkipper(text: string): (start: number) => number {
  const lastCommentEnd = text.lastIndexOf('-->')
  return (start) => {
    if (!text.startsWith('<!--', start)) return endOfHtmlTag(text, start) ?? start + 1
    return start + 4 > lastCommentEnd ? start + 1 : text.indexOf('-->', start + 4) + 3
  }
}

/**
 * A `<` outside quotes ends the attempt: every character is then read at most three times (once per quote state). As in
 * HTML, only what follows an equals sign opens a quoted value.
 */
const htmlTag = /<\/?[a-z][^<>=]*(?:=[ \t\n\v\f\r]*(?:"[^"]*"|'[^']*'|(?![ \t\n\v\f\r"']))[^<>=]*)*>/iy

function endOfHtmlTag(text: string, start: number): number | null {
  htmlTag.lastIndex = start
  return htmlTag.test(text) ? htmlTag.lastIndex : null
}

function readTag(
  text: string,
  start: number,
  isShortcode: (name: string) => boolean,
  findClose: CloseFinder,
): Token | null {
  const next = text[start + 1]
  if (next === '/') return readClose(text, start, isShortcode)
  if (next !== '[') return readOpen(text, start, isShortcode)
  const open = readOpen(text, start + 1, isShortcode)
  return open ? readEscape(text, start, open, findClose) : null
}

function readOpen(
  text: string,
  start: number,
  isShortcode: (name: string) => boolean,
): Extract<Token, { kind: 'open' }> | null {
  const name = nameAt(text, start + 1, isShortcode)
  if (name === null) return null
  const attributesStart = start + 1 + name.length
  const bracket = endOfAttributes(text, attributesStart)
  if (bracket === null) return null
  const selfClosing = text[bracket - 1] === '/'
  const attributes = parseAttributes(text.slice(attributesStart, selfClosing ? bracket - 1 : bracket))
  return { kind: 'open', name, attributes, selfClosing, start, end: bracket + 1 }
}

/** The name at an offset; as in WordPress, a sign that no name holds ends it: `[audio:https://…]`. */
function nameAt(text: string, start: number, isShortcode: (name: string) => boolean): string | null {
  const whole = matchAt(shortcodeName, text, start)?.[0] ?? ''
  const name = whole.startsWith('audio:') ? 'audio' : whole
  return name !== '' && isShortcode(name) ? name : null
}

function readClose(text: string, start: number, isShortcode: (name: string) => boolean): Token | null {
  const name = matchAt(shortcodeName, text, start + 2)?.[0]
  if (name === undefined || !isShortcode(name)) return null
  const end = start + 2 + name.length
  return text[end] === ']' ? { kind: 'close', name, start, end: end + 1 } : null
}

/** `[[gallery]]` or `[[caption]…[/caption]]`: the shortcode is shown, not run. */
function readEscape(
  text: string,
  start: number,
  open: Extract<Token, { kind: 'open' }>,
  findClose: CloseFinder,
): Token | null {
  const end = text[open.end] === ']' ? open.end : findClose(open.name, open.end)?.end
  if (end === undefined || text[end] !== ']') return null
  return { kind: 'text', start, end: end + 1, unescaped: text.slice(start + 1, end) }
}

/** Offset of the `]` that ends a tag: the first one outside quoted values, or the first one when quotes are odd. */
function endOfAttributes(text: string, from: number): number | null {
  const near = text.slice(0, from + longestTag)
  for (let at = from; at < near.length; at++) {
    const character = near.charAt(at)
    if (character === ']') return at
    if (character === '"' || character === "'") at = endOfQuote(near, at)
  }
  const first = text.indexOf(']', from)
  return first === -1 ? null : first
}

/** Offset of the closing quote when a value opens at `start`, else `start`: an apostrophe in a word opens nothing. */
function endOfQuote(text: string, start: number): number {
  if (!/[\s=]/.test(text.charAt(start - 1))) return start
  const end = text.indexOf(text.charAt(start), start + 1)
  if (end === -1) return start
  const closes = /[\s\]/]/.test(text.charAt(end + 1))
  return closes || !text.slice(start, end).includes(']') ? end : start
}
