import type { DraftBlock } from '../draft.ts'
import { decodePercent, heading } from './builder-parts.ts'
import { type Element, isSwitch, LINES, TITLES } from './builder-text.ts'
import { attribute, elementsIn } from './html.ts'

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

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function said(
  { name, text }: { name: string; text: string },
  { inside, reader, shortcode }: Element,
): DraftBlock[] {
  if (TITLES.includes(name)) return heading(text, 3, inside, reader, shortcode)
  return reader.blocks(inside.html(text))
}

/** The texts of a JSON value whose names say that they are read, in order. */
function textsIn(value: unknown, depth: number): { name: string; text: string }[] {
  if (typeof value !== 'object' || value === null || depth > 8) return []
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) => {
    const isShown = TITLES.includes(name) || LINES.includes(name) || name === 'html'
    if (typeof inner === 'string')
      return isShown && inner.trim() !== '' && !isSwitch(inner) ? [{ name, text: inner }] : []
    return textsIn(inner, depth + 1)
  })
}
