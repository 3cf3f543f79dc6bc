import type { DraftBlock } from '../draft.ts'
import { entries } from './builder-entries.ts'
import { gallery, picture, player } from './builder-media.ts'
import { addressOf, decodeHtml, heading, linkedText, paragraph } from './builder-parts.ts'
import {
  attributeOf,
  buttons,
  type Element,
  firstOf,
  LINES,
  levelOf,
  lines,
  TITLES,
  titles,
} from './builder-text.ts'
import { lineOrNull } from './html.ts'
import { joinLines, lineText } from './inline.ts'
import { captionOf } from './media.ts'
import { isBuilder, isTheme } from './names.ts'
import { block, contained, idsOf } from './reader.ts'
import type { ShortcodeReader } from './shortcode-reader.ts'
import { detailsOf, headingOf } from './titled.ts'

function panel(element: Element): DraftBlock[] {
  const { inside, reader, shortcode } = element
  const summary = reader.line(inside.html(firstOf(element, TITLES) ?? ''))
  const blocks = [...picture(element), ...inside.blocks()]
  if (summary.content.length === 0 && contained(blocks).length === 0) return []
  const id = firstOf(element, ['module_id', 'tab_id', 'el_id', 'id'])
  return [block(detailsOf(summary.content, blocks, id), shortcode, [...(id ? [id] : []), ...idsOf(blocks)])]
}

function quote(element: Element): DraftBlock[] {
  const { inside, reader, shortcode } = element
  const names = [
    'author',
    'cite',
    'name',
    'client',
    'source',
    'job_title',
    'company_name',
    'company',
    'position',
    'subtitle',
  ]
  const who = names.map((name) => attributeOf(element, name)).filter((name) => name !== null)
  const attribution = lineOrNull(lineText(reader.line(inside.html(who.join(', '))).content))
  const words = [...inside.blocks(), ...lines(element, ['content', 'text', 'text_content'])]
  const content = contained(words)
  if (content.length === 0) return []
  return [
    ...picture(element),
    block({ type: 'blockquote', attrs: { attribution }, content }, shortcode, idsOf(words)),
  ]
}

function button(element: Element): DraftBlock[] {
  const { inside, reader, shortcode } = element
  const body = inside.blocks()
  const label =
    firstOf(element, ['button_text', 'text', 'label', 'btn_text', 'text_content']) ??
    (body.length === 0 ? attributeOf(element, 'title') : null)
  const address = addressOf(
    firstOf(element, ['button_url', 'link', 'href', 'url', 'button_link']) ?? undefined,
  )
  const first = body[0]
  const text =
    label ?? (first?.part.type === 'paragraph' ? lineOrNull(lineText(first.part.content ?? [])) : null)
  const rest = label ? body : body.slice(text ? 1 : 0)
  return [...(text ? paragraph(linkedText(text, address, reader, shortcode), shortcode) : []), ...rest]
}

function title(element: Element): DraftBlock[] {
  const { inside, reader, shortcode } = element
  const blocks = inside.blocks()
  const content = joinLines(blocks.map(({ part }) => (part.type === 'paragraph' ? (part.content ?? []) : [])))
  const isLine = content.length > 0 && blocks.every(({ part }) => part.type === 'paragraph')
  const text = firstOf(element, ['text', 'text_content', 'content', ...TITLES]) ?? undefined
  const level = levelOf(element)
  const own = heading(text, level, inside, reader, shortcode)
  const isTitle = isLine && own.length === 0
  return [
    ...own,
    ...(isTitle ? [block(headingOf(level, content), shortcode, idsOf(blocks))] : blocks),
    ...lines(element, ['subtitle', 'subheading', 'sub_heading']),
  ]
}

function code({ inside, reader }: Element): DraftBlock[] {
  const html = decodeHtml(inside.body)
  return html === null ? inside.blocks() : reader.blocks(inside.html(html))
}

function anything(element: Element): DraftBlock[] {
  const body = element.shortcode.name.startsWith('siteorigin_') ? [] : element.inside.blocks()
  const ofButtons = buttons(element)
  const address = ofButtons.length > 0 ? null : firstOf(element, ['url', 'link', 'href', 'link_url'])
  const ofTitles = titles(element, address)
  return [
    ...picture(element),
    ...ofTitles,
    ...lines(element, LINES),
    ...gallery(element),
    ...entries(element),
    ...(address && ofTitles.length === 0 ? linkedLine(body, address, element) : body),
    ...ofButtons,
  ]
}

/** A body of one line and no link of its own, which leads to the element's address. */
function linkedLine(body: DraftBlock[], address: string, { reader, shortcode }: Element): DraftBlock[] {
  const [first, ...rest] = body
  const content = first?.part.type === 'paragraph' ? (first.part.content ?? []) : []
  const isPlain = content.every((node) => node.type === 'text' && !node.marks)
  if (content.length === 0 || rest.length > 0 || !isPlain) return body
  return paragraph(linkedText(lineText(content), addressOf(address), reader, shortcode), shortcode)
}

/** What an element is, by the end of its name. */
const KINDS: [ending: RegExp, read: (element: Element) => DraftBlock[]][] = [
  [/(?:toggle|spoiler|(?:^|_)pane|accordion_item|(?:^|_)tab|accordion_tab|tab_item)$/, panel],
  [/(?:testimonial|blockquote|pullquote|(?:^|_)quote(?:_left|_right)?)$/, quote],
  [/(?:^|_)(?:button|btn)$/, button],
  [/(?:^|_)(?:title|headline|heading|special_heading|custom_headline)$/, title],
  [/(?:^|_)(?:code|raw_content|raw_html|html|codeblock)$/, code],
  [/(?:^|_)(?:separator|divider|line|hr)$/, ({ shortcode }) => [block({ type: 'separator' }, shortcode)]],
  [/(?:^|_)(?:gap|empty_space|space|spacer|clear)$/, ({ inside }) => inside.blocks()],
  [
    /(?:image|img|imageframe|photo|picture|logo)$/,
    (element) => captionedBy(withoutAddress(element), picture(element)),
  ],
  [
    /(?:video|audio|youtube|vimeo|soundcloud|video_embed)$/,
    (element) => [
      ...player(element),
      ...lines(element, ['artist_name', 'album_name']),
      ...element.inside.blocks(),
    ],
  ],
]

/** The body of a picture element, unless it is the picture's own address. */
function withoutAddress({ inside }: Element): DraftBlock[] {
  return /^\s*(?:https?:|\/)\S+\s*$/.test(inside.body) ? [] : inside.blocks()
}

/** The picture with its body as its caption, when that is a line and the picture has none. */
function captionedBy(body: DraftBlock[], pictured: DraftBlock[]): DraftBlock[] {
  const [first] = pictured
  const [line, ...rest] = body
  const content = line?.part.type === 'paragraph' ? (line.part.content ?? []) : []
  const isLine = rest.length === 0 && content.length > 0
  if (!isLine || first?.part.type !== 'figure' || first.part.content) return [...pictured, ...body]
  return [{ ...first, part: { ...first.part, content: [captionOf(content)] } }]
}

/** The blocks of a page builder's element; null when nothing of it can be read. */
export function readBuilder(
  ...[shortcode, inside, reader]: Parameters<ShortcodeReader>
): DraftBlock[] | null {
  if (!isBuilder(shortcode.name) && !(isTheme(shortcode.name) && shortcode.body)) return null
  const ending = shortcode.name.replace(/^(?:(?:et|tm)_pb|bt_bb|cs_element|[a-z]+)_/, '')
  const element: Element = { shortcode, inside, reader, ending }
  const kind = KINDS.find(([pattern]) => pattern.test(ending))
  const blocks = kind ? kind[1](element) : anything(element)
  const isSpace = /(?:gap|space|spacer|clear)$/.test(ending)
  return blocks.length > 0 || isSpace ? blocks : null
}
