import type { DraftBlock } from '../draft.ts'
import { decodePercent } from './addresses.ts'
import { heading, parseJson } from './builder-parts.ts'
import { type Element, isSwitch, LINES, TITLES } from './builder-text.ts'
import { attribute, elementsIn } from './html.ts'
import { block } from './reader.ts'
import { attachmentFigure } from './shortcode-reader.ts'

/** Lists of entries that WPBakery writes as percent-encoded JSON, and the settings that SiteOrigin keeps as JSON. */
export function entries(element: Element): DraftBlock[] {
  const { inside, shortcode } = element
  const groups = Object.values(shortcode.attributes.named)
    .filter((value) => /^%5B%7B/i.test(value))
    .map(decodePercent)
  const hidden = shortcode.name.startsWith('siteorigin_')
    ? elementsIn(inside.html(inside.body)).map((input) => attribute(input, 'value') ?? '')
    : []
  return [...groups, ...hidden].flatMap((json) =>
    textsIn(parseJson(json), 0).flatMap((text) => said(text, element)),
  )
}

function said({ name, text }: Said, element: Element): DraftBlock[] {
  const { inside, reader, shortcode } = element
  if (PICTURE.test(name)) {
    const attachment = reader.context.attachments.get(Number(text))
    const none = { width: null, align: null, link: null }
    const figure = attachment && attachmentFigure(attachment, true, none, inside, shortcode, reader)
    if (!figure) reader.flag('media-missing', text, shortcode)
    return figure ? [block(figure, shortcode)] : []
  }
  if (ADDRESS.test(text)) {
    reader.flag('attribute-unread', `${name}: ${text}`, shortcode)
    return []
  }
  if (TITLES.includes(name)) return heading(text, 3, inside, reader, shortcode)
  return reader.blocks(inside.html(text))
}

type Said = { name: string; text: string }

const PICTURE = /^(?:image|photo|picture|profile_picture|avatar|logo)(?:_id)?$/
const ADDRESS = /^https?:\/\/\S+$/i

/** What a JSON value says to a reader, in order: texts by their names, pictures by number, addresses. */
function textsIn(value: unknown, depth: number): Said[] {
  if (typeof value !== 'object' || value === null || depth > 8) return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    if (typeof inner !== 'string' && typeof inner !== 'number') return textsIn(inner, depth + 1)
    const text = String(inner)
    if (PICTURE.test(name)) return /^[1-9]\d{0,14}$/.test(text) ? [{ name, text }] : []
    const isText = TITLES.includes(name) || LINES.includes(name) || name === 'html'
    const isShown = (isText && typeof inner === 'string') || ADDRESS.test(text)
    return isShown && text.trim() !== '' && !isSwitch(text) ? [{ name, text }] : []
  })
}
