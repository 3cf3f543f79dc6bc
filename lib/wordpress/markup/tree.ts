import { type ShortcodeAttributes, tokenize } from '../shortcodes.ts'
import { isKnown, isLayout, shortcodeNames } from './names.ts'

/** `body` spans what stands between the tags; for a shortcode without closing tag, it is null. */
export type Shortcode = {
  kind: 'shortcode'
  name: string
  attributes: ShortcodeAttributes
  start: number
  end: number
  body: { start: number; end: number } | null
  children: TreeNode[]
}
export type TextNode = { kind: 'text'; start: number; end: number; text: string }
export type TreeNode = TextNode | Shortcode

/** `unclosed`: names of tags without their partner, with the place, for the report. */
export type ShortcodeTree = { nodes: TreeNode[]; unpaired: { name: string; start: number; end: number }[] }

/** Shortcodes that never hold a body: an opening tag is all there is. */
const VOID =
  /^(?:gallery|playlist|youtube|vimeo|dailymotion|soundcloud|slideshare|vc_(?:single_image|custom_heading|btn|button|button2|video|separator|text_separator|empty_space|gallery|images_carousel|icon|gmaps))$/

/** Deeper shortcodes are read as siblings: no article needs it, and hostile input may not exhaust the stack. */
const MAX_DEPTH = 20

/**
 * The shortcodes of a content as a tree. A closing tag closes the nearest opening one of its name; opening tags left
 * open inside hold nothing, and what follows them is their sibling: no text is ever lost. Layout shortcodes stay as
 * empty nodes, so that they still separate paragraphs.
 */
export function shortcodeTree(content: string): ShortcodeTree {
  const root: TreeNode[] = []
  const open: { node: Shortcode; siblings: TreeNode[] }[] = []
  const unpaired: ShortcodeTree['unpaired'] = []
  const isOpen = new Map<string, number>()
  let siblings = root

  const leave = (): Shortcode | null => {
    const last = open.pop()
    if (!last) return null
    isOpen.set(last.node.name, (isOpen.get(last.node.name) ?? 1) - 1)
    siblings = last.siblings
    return last.node
  }
  const leaveUnclosed = () => {
    const node = leave()
    if (!node) return
    if (isKnown(node.name)) unpaired.push({ name: node.name, start: node.start, end: node.end })
    for (const child of node.children.splice(0)) siblings.push(child)
  }

  for (const token of tokenize(content, shortcodeNames(content))) {
    const { start, end } = token
    if (token.kind === 'text') {
      siblings.push({ kind: 'text', start, end, text: token.unescaped ?? content.slice(start, end) })
    } else if (token.kind === 'open') {
      const { name, attributes } = token
      const node: Shortcode = { kind: 'shortcode', name, attributes, start, end, body: null, children: [] }
      siblings.push(node)
      if (token.selfClosing || isLayout(name) || VOID.test(name) || open.length >= MAX_DEPTH) continue
      open.push({ node, siblings })
      isOpen.set(name, (isOpen.get(name) ?? 0) + 1)
      siblings = node.children
    } else if (isLayout(token.name)) {
      const none = { named: {}, positional: [] }
      siblings.push({
        kind: 'shortcode',
        name: token.name,
        attributes: none,
        start,
        end,
        body: null,
        children: [],
      })
    } else if (isOpen.get(token.name)) {
      while (open.at(-1)?.node.name !== token.name) leaveUnclosed()
      const node = leave()
      if (!node) continue
      node.body = { start: node.end, end: start }
      node.end = end
    } else if (isKnown(token.name)) {
      unpaired.push({ name: token.name, start, end })
    } else siblings.push({ kind: 'text', start, end, text: content.slice(start, end) })
  }
  while (open.length > 0) leaveUnclosed()
  return { nodes: root, unpaired }
}
