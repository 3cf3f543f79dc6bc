import sax from 'sax'
import { cdataFeeder } from './cdata.ts'
import { withoutControls } from './clean-text.ts'

/** A child of a WXR channel, read whole. Line ends are LF, forbidden control characters are gone. */
export type WxrElement = {
  name: string
  attributes: Map<string, string>
  text: string
  children: WxrElement[]
  /** What was odd inside, in French; on the child of the channel only. */
  warnings: string[]
}

export type WxrElementReader = {
  /** Reads the next piece of the file; gives the children of the channel that end in it. */
  write: (text: string) => Generator<WxrElement>
  /** Says that the file ends here. */
  end: () => Generator<WxrElement>
  /** What follows the end of the document, comments aside: errors that a server shows; '' when nothing does. */
  after: () => string
}

/** The XML cannot be read further; the message is French, `line` counts from 1. */
export class WxrSyntaxError extends Error {
  readonly line: number
  constructor(line: number, message: string) {
    super(message)
    this.name = 'WxrSyntaxError'
    this.line = line
  }
}

/** Characters and levels of one child of the channel, far above any post: what is larger is refused. */
const largestElement = 32_000_000
const deepestElement = 50
/** What an element costs besides its text, so that millions of empty ones are refused too. */
const elementWeight = 100
/** Characters after the end of the document: more are no message of a server. */
const LONGEST_AFTER = 100_000
const SECOND = 'un second document suit le premier : faites-en deux fichiers'
const nothingOdd = { ampersands: 0, controls: 0, unreadable: 0 }

/** sax says these where a bare `&` or an unknown entity stands; it keeps the text. */
const isAmpersandError = (message: string) => /entity/i.test(message)

/**
 * Reads `<rss><channel>` piece by piece, so that a large export never stands whole in memory. CDATA and text that
 * follow each other are one text. A DOCTYPE is refused: no entity is ever expanded.
 * @throws WxrSyntaxError when the file is not well-formed XML or not an RSS channel, after the elements before it.
 */
export function wxrElementReader(): WxrElementReader {
  const parser = sax.parser(true)
  const ready: WxrElement[] = []
  const open: WxrElement[] = []
  const path: string[] = []
  const odd = { ...nothingOdd }
  let size = 0
  /** Levels of HTML that a tool other than WordPress wrote into a text as elements of the file. */
  let htmlDepth = 0
  let isOver = false
  let after = ''

  const fail = (message: string): never => {
    throw new WxrSyntaxError(parser.line + 1, message)
  }
  const grow = (characters: number) => {
    size += characters
    if (size > largestElement) fail('un seul élément fait plus de 32 millions de caractères')
  }
  const follow = (text: string) => {
    after += text
    if (after.length > LONGEST_AFTER) fail('ce qui suit la fin du document est trop long')
  }
  const append = (text: string) => {
    if (isOver) return follow(text)
    const current = open.at(-1)
    if (!current) return
    const clean = withoutControls(text)
    odd.controls += text.length - clean.length
    odd.unreadable += clean.includes('\ufffd') ? 1 : 0
    grow(clean.length)
    current.text += clean
  }

  parser.ondoctype = () => {
    if (!isOver) fail('un DOCTYPE est déclaré : un export WordPress n’en a pas, il est refusé')
  }
  parser.onerror = (error) => {
    if (!isOver && !isAmpersandError(error.message)) fail(frenchReason(error.message))
    odd.ampersands += 1
    parser.resume()
  }
  parser.onopentag = ({ name, attributes }) => {
    if (isOver && /^(?:rss|item)$/.test(name)) fail(SECOND)
    if (isOver) return follow(`<${name}>`)
    path.push(name)
    if (path.length === 1 && name !== 'rss') fail(`la racine est <${name}> et non <rss>`)
    if (path.length > deepestElement) fail('les balises sont imbriquées trop profondément')
    if (path.length < 3 || path[1] !== 'channel') return
    grow(elementWeight)
    if (htmlDepth > 0 || TEXTS.has(path.at(-2) ?? '')) {
      htmlDepth += 1
      append(openingTag(name, Object.entries(attributes)))
      return
    }
    const element = newElement(name, Object.entries(attributes))
    open.at(-1)?.children.push(element)
    open.push(element)
  }
  parser.onclosetag = (name) => {
    if (isOver) return
    path.pop()
    isOver = path.length === 0
    if (htmlDepth > 0) {
      htmlDepth -= 1
      append(VOID.has(name) ? '' : `</${name}>`)
      return
    }
    const element = open.pop()
    if (!element) return
    element.text = element.text.replace(/\r\n?/g, '\n').toWellFormed()
    if (open.length > 0) return
    ready.push({ ...element, warnings: oddities(odd) })
    Object.assign(odd, nothingOdd)
    size = 0
  }
  parser.ontext = (text) => append(htmlDepth > 0 ? escaped(text) : text)
  parser.oncdata = append
  const feed = cdataFeeder(parser, append)

  const take = (text: string) => {
    if (isOver) {
      if (/<(?:rss|item)\b/.test(after.slice(-6) + text)) fail(SECOND)
      return follow(text)
    }
    feed(text)
    if (!isOver) return
    // What the two still hold comes before the next piece.
    feed('', true)
    parser.flush()
  }

  function* run(step: () => void): Generator<WxrElement> {
    try {
      step()
    } finally {
      yield* ready.splice(0)
    }
  }
  return {
    write: (text) => run(() => take(text)),
    end: () =>
      run(() => {
        feed('', true)
        parser.close()
      }),
    after: () => after.replace(/<!--[\s\S]*?(?:-->|$)/g, '').trim(),
  }
}

/** What holds HTML as text. */
const TEXTS = new Set(['title', 'description', 'content:encoded', 'excerpt:encoded', 'wp:comment_content'])
const VOID = new Set(['br', 'hr', 'img', 'input', 'source', 'embed', 'param', 'area', 'col', 'track', 'wbr'])

function openingTag(name: string, attributes: [string, unknown][]): string {
  const written = attributes.map(([key, value]) => ` ${key}="${escaped(String(value))}"`)
  return `<${name}${written.join('')}>`
}

const escaped = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

function newElement(name: string, attributes: [string, unknown][]): WxrElement {
  const texts = attributes.map(([key, value]): [string, string] => [key, String(value)])
  return { name, attributes: new Map(texts), text: '', children: [], warnings: [] }
}

function oddities({ ampersands, controls, unreadable }: typeof nothingOdd): string[] {
  return [
    ...(ampersands > 0 ? [`« & » mal échappé, gardé tel quel (${ampersands} fois)`] : []),
    ...(unreadable > 0 ? ['des octets ne correspondent pas à l’encodage du fichier'] : []),
    ...(controls > 0 ? [`caractères de contrôle retirés : ${controls}`] : []),
  ]
}

function frenchReason(saxMessage: string): string {
  const [firstLine = ''] = saxMessage.split('\n')
  if (/Unclosed root|Unexpected end/.test(firstLine)) return 'le fichier est coupé avant la fin'
  if (/Unclosed declaration/.test(firstLine)) return 'une marque « <! » n’est jamais fermée'
  if (/clos(?:e|ing) tag/i.test(firstLine))
    return `une balise fermante ne correspond à aucune balise ouverte (${firstLine})`
  if (/Unencoded </.test(firstLine)) return 'un « < » n’est pas échappé'
  return `le XML est mal formé (${firstLine})`
}
