import type { DraftBlock } from '../draft.ts'
import { addressOf, linkedText, paragraph } from './builder-parts.ts'
import { lineOrNull } from './html.ts'
import { block, type Reader } from './reader.ts'
import type { ShortcodeInside } from './shortcode-reader.ts'
import { headingOf } from './titled.ts'
import type { Shortcode } from './tree.ts'

/**
 * Page builders name their attributes alike: what an element says is read from the role of each attribute, and from
 * the end of its own name when that says what it is (`et_pb_toggle`, `x_image`).
 */
export const TITLES = [
  'title',
  'heading',
  'headline',
  'main_heading',
  'h2',
  'name',
  'text_heading',
  'tagline',
]
/** Attributes that hold a line of text. */
export const LINES = [
  ...[
    'subtitle',
    'subhead',
    'sub_heading',
    'subheading',
    'h4',
    'position',
    'job_title',
    'company_name',
    'profession',
  ],
  ...[
    'number',
    'value',
    'counter_value',
    'percent',
    'label',
    'label_value',
    'currency',
    'sum',
    'price',
    'frequency',
  ],
  ...[
    'description',
    'desc',
    'text',
    'text_content',
    'content',
    'excerpt',
    'details',
    'address',
    'caption',
    'date',
  ],
  ...[
    'title_front',
    'text_front',
    'title_back',
    'text_back',
    'front_title',
    'front_text',
    'back_title',
    'back_text',
    'primary_title',
    'hover_title',
    'artist_name',
    'album_name',
  ],
]
/** The words of a button, each with the attributes that may hold its address. */
const BUTTONS: [text: string, ...addresses: string[]][] = [
  ['button_text', 'button_url', 'button_link', 'url', 'link'],
  ['button_one_text', 'button_one_url'],
  ['button_two_text', 'button_two_url'],
  ['btn_text', 'btn_link', 'btn_url'],
  ['btn_title', 'btn_link'],
  ['link_text', 'link', 'url', 'link_url'],
  ['linktext', 'link'],
  ['button', 'link'],
]

/** An element being read; `ending` is its name without the builder's prefix. */
export type Element = { shortcode: Shortcode; inside: ShortcodeInside; reader: Reader; ending: string }

/** What an attribute says, on one line. */
export function attributeOf({ shortcode }: Element, name: string): string | null {
  return lineOrNull(shortcode.attributes.named[name])
}

/** The first of some attributes that says something. */
export function firstOf(element: Element, names: readonly string[]): string | null {
  for (const name of names) {
    const value = attributeOf(element, name)
    if (value) return value
  }
  return null
}

/** The level of an element's heading, 3 when it does not say. */
export function levelOf(element: Element): number {
  const said = firstOf(element, [
    'level',
    'header_level',
    'heading_tag',
    'title_tag',
    'tag',
    'size',
    'looks_like',
  ])
  return Number(/^h?([1-6])$/i.exec(said ?? '')?.[1] ?? 3)
}

/** True for a setting, which is not words. */
export const isSwitch = (text: string): boolean =>
  /^(?:on|off|yes|no|true|false|none|default|\||\d{1,4}px)$/i.test(text)

/** A paragraph for each attribute that says something, none twice. */
export function lines(element: Element, names: readonly string[]): DraftBlock[] {
  const { inside, reader, shortcode } = element
  const shown = names
    .map((name) => attributeOf(element, name))
    .filter((text) => text !== null && !isSwitch(text))
  return [...new Set(shown)].flatMap((text) =>
    paragraph(reader.line(inside.html(text ?? '')).content, shortcode),
  )
}

/** The first title as a heading, which may lead to an address, and the others as lines. */
export function titles(element: Element, address: string | null): DraftBlock[] {
  const { inside, reader, shortcode } = element
  const said = TITLES.filter((name) => !isSwitch(attributeOf(element, name) ?? 'none'))
  const text = firstOf(element, said)
  if (text === null) return []
  const { content } = reader.line(inside.html(text))
  const linked = address
    ? content.flatMap((node) =>
        node.type === 'text' ? linkedText(node.text, addressOf(address), reader, shortcode) : [node],
      )
    : content
  const own = content.length > 0 ? [block(headingOf(levelOf(element), linked), shortcode)] : []
  return [...own, ...lines(element, said.slice(1))]
}

/** The buttons of an element, each a paragraph that leads to its address. */
export function buttons(element: Element): DraftBlock[] {
  const { reader, shortcode } = element
  return BUTTONS.flatMap(([name, ...addresses]) => {
    const text = attributeOf(element, name)
    if (!text || isSwitch(text)) return []
    return paragraph(
      linkedText(text, addressOf(firstOf(element, addresses) ?? undefined), reader, shortcode),
      shortcode,
    )
  })
}
