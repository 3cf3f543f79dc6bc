import type {
  Contents,
  Credit,
  Footnotes,
  FurtherReading,
  Inline,
  Section,
  Summary,
} from '../document/types.ts'
import { element, escapeText } from '../html.ts'
import { inlineHtml } from './inline-html.ts'

/**
 * The parts of an article that HTML has no element for. Their classes, and what `data-chapo` says in JSON, are what
 * `lib/wordpress/written.ts` reads again.
 */

const data = (value: Record<string, unknown>): string => JSON.stringify(value)

const holdsLink = (content: readonly Inline[]): boolean =>
  content.some((node) => node.type === 'footnoteRef' || node.marks?.some((mark) => mark.type === 'link'))

/** A line that leads to a section: the hashtag is the link, else the words, else a sign when they hold other links. */
function entryHtml(hashtag: string | null, target: string, content: readonly Inline[] = []): string {
  const href = `#${target}`
  if (hashtag === null && !holdsLink(content)) return element('a', { href }, inlineHtml(content))
  return `${element('a', { href }, escapeText(hashtag ?? '↓'))} ${element('span', {}, inlineHtml(content))}`
}

export function contentsHtml({ attrs, content }: Contents): string {
  const title = attrs.title === null ? '' : element('p', {}, escapeText(attrs.title))
  const items = content.map((item) => element('li', {}, entryHtml(null, item.attrs.target, item.content)))
  return element('div', { class: 'chapo-contents' }, `${title}${element('ul', {}, items.join(''))}`)
}

/** The heading of a section; former ids go on leading there. */
export function headingHtml({ attrs, content: [heading] }: Section): string {
  const { anchor, aliases, kind, level, timecode, ordinal } = attrs
  const isPlain = kind === 'section' && timecode === null && ordinal === null
  const said = isPlain ? null : data({ kind, timecode, ordinal })
  const former = aliases.map((id) => element('a', { id }, '')).join('')
  return element(`h${level}`, { id: anchor, 'data-chapo': said }, `${former}${inlineHtml(heading.content)}`)
}

/** The link to the summary, when the article has one, and the summary. */
export function summaryHtml({ attrs, content }: Summary): string[] {
  const { title, hint, linkLabel } = attrs
  const link =
    linkLabel === null
      ? []
      : [
          element(
            'p',
            { class: 'chapo-summary-link' },
            element('a', { href: '#resume' }, escapeText(linkLabel)),
          ),
        ]
  const items = content.map((item) =>
    element('li', {}, entryHtml(item.attrs.hashtag, item.attrs.target, item.content)),
  )
  const head = `${element('summary', {}, escapeText(title ?? ''))}${hint === null ? '' : element('p', {}, escapeText(hint))}`
  return [
    ...link,
    element(
      'details',
      { class: 'chapo-summary', id: 'resume' },
      `${head}${element('ul', {}, items.join(''))}`,
    ),
  ]
}

export function notesHtml({ content }: Footnotes): string {
  const items = content.map(({ attrs, content: paragraphs }) => {
    const words = paragraphs.map((paragraph) => inlineHtml(paragraph.content)).join('<br>')
    const said = attrs.marker === null ? null : data({ marker: attrs.marker })
    return element('li', { id: `note-${attrs.id}`, 'data-chapo': said }, words)
  })
  return element('section', { class: 'chapo-notes' }, element('ol', {}, items.join('')))
}

export function creditHtml({ attrs, content }: Credit): string {
  return element('p', { class: 'chapo-credit', 'data-chapo': data(attrs) }, inlineHtml(content))
}

export function furtherReadingHtml({ attrs, content }: FurtherReading): string {
  const title = attrs.title === null ? '' : element('p', {}, escapeText(attrs.title))
  const items = content.map((item) => element('li', {}, inlineHtml(item.content))).join('')
  return element('section', { class: 'chapo-further-reading' }, `${title}${element('ul', {}, items)}`)
}

/** Who made the article; the words are `text`. */
export function bylineHtml(people: readonly { name: string; role: string }[], text: string): string {
  return element('p', { class: 'chapo-byline', 'data-chapo': data({ people }) }, escapeText(text))
}
