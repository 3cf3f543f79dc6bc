import { oneLine } from './markup/html.ts'
import { type Tag, TagReader } from './markup/tags.ts'
import { plainHtml } from './plain-html.ts'

/**
 * Rendered HTML brought back to what an author wrote: WordPress's typography undone, what plugins print around an
 * article taken out. Everything else stays to the character. Linear, without a tree.
 */

/** Blocks that plugins add to the content of every article, by class. A block not named here is content. */
const ADDED: readonly [className: string, name: string][] = [
  ['sharedaddy', 'boutons de partage (Jetpack)'],
  ['jp-relatedposts', 'articles liés (Jetpack)'],
  ['addtoany_share_save_container', 'boutons de partage (AddToAny)'],
  ['heateor_sss_sharing_container', 'boutons de partage (Sassy Social Share)'],
  ['essb_links', 'boutons de partage (Essential Social Share Buttons)'],
  ['swp_social_panel', 'boutons de partage (Social Warfare)'],
  ['mashsb-container', 'boutons de partage (MashShare)'],
  ['ssba', 'boutons de partage (Simple Share Buttons)'],
  ['dpsp-content-wrapper', 'boutons de partage (Hubbub)'],
  ['addthis_toolbox', 'boutons de partage (AddThis)'],
  ['yarpp-related', 'articles liés (YARPP)'],
  ['crp_related', 'articles liés (Contextual Related Posts)'],
  ['wp_rp_wrap', 'articles liés (WordPress Related Posts)'],
  ['rp4wp-related-posts', 'articles liés (Related Posts for WordPress)'],
]

/** Elements whose text WordPress leaves as it is. */
const VERBATIM = /^(?:pre|code|kbd|style|script|tt|textarea|xmp)$/

/** `removed` names in French each block taken out, with its words. */
export type Unrendered = { html: string; removed: string[] }

/** The content of an item from its `content.rendered`. */
export function unrender(rendered: string): Unrendered {
  const parts: string[] = []
  const removed: string[] = []
  const tags = allTags(rendered)
  const ends = elementEnds(tags)
  let done = 0
  for (const tag of tags) {
    if (tag.start < done) continue
    parts.push(asWritten(rendered.slice(done, tag.start)))
    const markup = rendered.slice(tag.start, tag.end)
    const added = tag.closing ? null : addedBlock(markup)
    const end = added || VERBATIM.test(tag.name) ? ends.get(tag) : undefined
    done = end ?? tag.end
    if (added && end) removed.push(`${added} : « ${wordsOf(rendered.slice(tag.start, end))} »`)
    else
      parts.push(smileyOf(tag, markup) ?? withoutAddedAttribute(tag, markup) + rendered.slice(tag.end, done))
  }
  parts.push(asWritten(rendered.slice(done)))
  return { html: parts.join(''), removed }
}

const wordsOf = (html: string) => oneLine(plainHtml(html)).slice(0, 300)

function allTags(html: string): Tag[] {
  const tags: Tag[] = []
  const reader = new TagReader(html)
  const lastComment = html.lastIndexOf('-->')
  for (let next = html.indexOf('<'); next >= 0; ) {
    const comment = html.startsWith('<!--', next) && next < lastComment ? html.indexOf('-->', next) : -1
    const tag = comment < 0 ? reader.at(next) : null
    if (tag) tags.push(tag)
    next = html.indexOf('<', tag?.end ?? (comment < 0 ? next + 1 : comment))
  }
  return tags
}

/** Where the element of each opening tag ends; one that is not closed has no end. */
function elementEnds(tags: readonly Tag[]): Map<Tag, number> {
  const ends = new Map<Tag, number>()
  const open = new Map<string, Tag[]>()
  for (const tag of tags) {
    const others = open.get(tag.name) ?? []
    if (!tag.closing) open.set(tag.name, others)
    const opening = tag.closing ? others.pop() : undefined
    if (opening) ends.set(opening, tag.end)
    if (!tag.closing) others.push(tag)
  }
  return ends
}

function attributeOf(markup: string, name: 'class' | 'alt'): string | null {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'i').exec(markup)
  return match ? (match[1] ?? match[2] ?? '') : null
}

function addedBlock(markup: string): string | null {
  const classes = (attributeOf(markup, 'class') ?? '').split(/\s+/)
  return ADDED.find(([className]) => classes.includes(className))?.[1] ?? null
}

/** The characters that WordPress made a small picture of. */
function smileyOf({ name }: Tag, markup: string): string | null {
  const classes = name === 'img' ? (attributeOf(markup, 'class') ?? '').split(/\s+/) : []
  return classes.includes('wp-smiley') || classes.includes('emoji') ? attributeOf(markup, 'alt') : null
}

/**
 * WordPress prints a caption with a width of its own, ten pixels more than the picture's in older themes, and a player
 * with a number: in an id that no author links to, and behind the addresses of its files.
 */
function withoutAddedAttribute({ name }: Tag, markup: string): string {
  if (name === 'audio' || name === 'video')
    return markup.replace(/\sid="(?:audio|video)-\d{1,20}-\d{1,6}"/i, '')
  if (name === 'source') return markup.replace(/(?:\?|&amp;|&#0?38;|&)_=\d{1,6}(?=")/, '')
  return (attributeOf(markup, 'class') ?? '').split(/\s+/).includes('wp-caption')
    ? markup.replace(/\sstyle="width: ?\d{1,5}px;?"/i, '')
    : markup
}

/**
 * Text as it was typed: `wptexturize` writes its quotes, dashes and ellipses as entities, what an author typed stands
 * as characters. Line ends are spaces in rendered HTML: the paragraph rules must not make breaks of them.
 */
export function asWritten(text: string): string {
  const line = text.replace(/[ \t\r\n\f]+/g, (run) => (run.includes('\n') ? ' ' : run))
  return line.includes('&') ? ENTITIES.reduce((now, [from, to]) => now.replace(from, to), line) : line
}

const ENTITIES: readonly [RegExp, string][] = [
  [/&(?:laquo|#171);(?:&nbsp;|&#160;|\u00a0)|(?:&nbsp;|&#160;|\u00a0)&(?:raquo|#187);/g, '"'],
  [/&#(?:8220|8221|8222|8243|x201c|x201d);/gi, '"'],
  [/&#(?:8216|8217|8218|8242|x2018|x2019);/gi, "'"],
  [/ &#8212; /g, ' -- '],
  [/&#8212;/g, '---'],
  [/ &#8211; /g, ' - '],
  [/&#8211;/g, '--'],
  [/&#8230;/g, '...'],
  [/&#215;/g, 'x'],
  [/ &#8482;/g, ' (tm)'],
  [/&#0?38;/g, '&amp;'],
]
