import type { Inline, TextAlign } from '../../document/types.ts'
import type { DraftBlock } from '../draft.ts'
import { decodePercent, readHref } from './addresses.ts'
import { textNode } from './inline.ts'
import { block, type Reader } from './reader.ts'
import type { ShortcodeInside } from './shortcode-reader.ts'
import { headingOf } from './titled.ts'
import type { Shortcode } from './tree.ts'

/** `a:b|c:d` with percent-encoded values: how WPBakery writes a link or a font in one attribute. */
export function parseFields(text: string | undefined): Record<string, string> {
  const fields = (text ?? '').split('|').map((field): [string, string] => {
    const colon = field.indexOf(':')
    return [field.slice(0, colon).trim(), decodePercent(field.slice(colon + 1))]
  })
  return Object.fromEntries(fields)
}

const DIVI: Record<string, string> = { '%22': '"', '%91': '[', '%92': '\\', '%93': ']' }

/** The attributes of a builder as a reader sees them: brackets, quotes and HTML are written in ways that shortcodes allow. */
export function plainAttributes({ name, attributes }: Shortcode): Shortcode['attributes'] {
  const isDivi = /^(?:et|tm)_pb_/.test(name)
  const plain = (value: string): string => {
    const [, encoded] = /^#E-8_(\S+)$/.exec(value) ?? []
    if (encoded !== undefined) return decodePercent(Buffer.from(encoded, 'base64').toString('utf8'))
    const words = isDivi ? value.replace(/%(?:22|9[123])/g, (code) => DIVI[code] ?? code) : value
    return words.replace(/`\{`/g, '[').replace(/`\}`/g, ']').replace(/``/g, '"')
  }
  const named = Object.entries(attributes.named).map(([key, value]) => [key, plain(value)])
  return {
    ...attributes,
    named: { ...oxygenOptions(attributes.named.ct_options), ...Object.fromEntries(named) },
  }
}

/** Oxygen keeps the attributes of an element as JSON in one of them. */
function oxygenOptions(json: string | undefined): Record<string, string> {
  const options = parseJson(json ?? 'null')
  const original = isRecord(options) && isRecord(options.original) ? options.original : {}
  const texts = Object.entries(original).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return Object.fromEntries(texts)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** JSON that a builder keeps in an attribute; null when it is none. */
export function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

/** HTML that a builder keeps as base64, percent-encoded or not inside; null when it is not base64. */
export function decodeHtml(body: string): string | null {
  const encoded = body.replace(/<[^<>]{0,200}>|\s/g, '')
  if (encoded.length < 8 || encoded.length % 4 === 1 || !/^[A-Za-z\d+/]+=*$/.test(encoded)) return null
  const decoded = Buffer.from(encoded, 'base64').toString('utf8')
  return decoded.includes('\ufffd') ? null : decodePercent(decoded)
}

/** The address of a link attribute, in WPBakery's form, in Enfold's or bare. */
export function addressOf(value: string | undefined): string | undefined {
  return value?.startsWith('url:') ? parseFields(value).url : value?.replace(/^manually,/, '')
}

/** A line of text that leads to an address, when there is a safe one. */
export function linkedText(
  text: string,
  address: string | undefined,
  reader: Reader,
  shortcode: Shortcode,
): Inline[] {
  const href = readHref(address ?? '')
  if (href === null) reader.flag('removed:unsafe-href', address ?? '', shortcode)
  return [textNode(text, href ? [{ type: 'link', attrs: { href, title: null } }] : [])]
}

/** A paragraph of a line, none when it is empty. */
export function paragraph(content: Inline[], at: Shortcode, align: TextAlign = null): DraftBlock[] {
  return content.length > 0 ? [block({ type: 'paragraph', attrs: { align }, content }, at)] : []
}

/** A heading of the HTML of an attribute, none when it is empty. */
export function heading(
  text: string | undefined,
  level: number,
  inside: ShortcodeInside,
  reader: Reader,
  at: Shortcode,
): DraftBlock[] {
  const { content } = reader.line(inside.html(text ?? ''))
  return content.length > 0 ? [block(headingOf(level, content), at)] : []
}
