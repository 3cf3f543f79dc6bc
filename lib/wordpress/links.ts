import type { Inline, Mark } from '../document/types.ts'
import { idKey } from './anchors.ts'
import type { DraftBlock, Flag } from './draft.ts'
import { mapLines } from './map-lines.ts'

/** In-page links of the source, led to the ids of our page. */
export type LinkMap = {
  /** By `idKey` of the source's id. */
  targets: ReadonlyMap<string, string>
  /** Address of the item itself, whose `#id` is an in-page link too; '' when unknown. */
  self: string
}

/** The id that an address leads to on this page; null when it leads elsewhere or only to the top. */
export function inPageId(href: string, self: string): string | null {
  const own = self !== '' && href.startsWith(`${self}#`) ? href.slice(self.length) : href
  return own.startsWith('#') && own.length > 1 && own !== '#top' ? own.slice(1) : null
}

function mapMark(mark: Mark, { targets, self }: LinkMap, dead: (href: string) => void): Mark | null {
  const id = mark.type === 'link' ? inPageId(mark.attrs.href, self) : null
  if (mark.type !== 'link' || id === null) return mark
  const target = targets.get(idKey(id))
  if (target) return { ...mark, attrs: { ...mark.attrs, href: `#${target}` } }
  dead(mark.attrs.href)
  return null
}

const leadsInPage = (node: Inline, self: string): boolean =>
  node.marks?.some((mark) => mark.type === 'link' && inPageId(mark.attrs.href, self) !== null) ?? false

function mapNode(node: Inline, links: LinkMap, dead: (href: string) => void): Inline {
  if (!leadsInPage(node, links.self)) return node
  const { marks, ...bare } = node
  const kept = marks?.map((mark) => mapMark(mark, links, dead)).filter((mark) => mark !== null) ?? []
  return kept.length > 0 ? { ...bare, marks: kept } : bare
}

/** Every in-page link mapped to our anchors; a dead one keeps its words and is named once a block. */
export function mapLinks(block: DraftBlock, links: LinkMap): { block: DraftBlock; flags: Flag[] } {
  const dead = new Set<string>()
  const part = mapLines(block.part, (content) =>
    content.some((node) => leadsInPage(node, links.self))
      ? content.map((node) => mapNode(node, links, (href) => dead.add(href)))
      : content,
  )
  const flags = [...dead].map((href) => ({
    code: 'anchor-missing',
    detail: href,
    confidence: null,
    span: block.span,
  }))
  return { block: { ...block, part }, flags }
}
