import type { ShortcodeAttributes } from '../shortcode-attributes.ts'
import { tokenize } from '../shortcodes.ts'
import type { EditorBlock } from './block-comments.ts'
import { isBuilder, isKnown, isLayout, shortcodeNames } from './names.ts'

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
/** A block of the block editor that must be read from its comment: it has no HTML. */
export type VoidBlock = { kind: 'block'; start: number; end: number; block: EditorBlock }
export type TreeNode = TextNode | Shortcode | VoidBlock

/** `unclosed`: names of tags without their partner, with the place, for the report. */
export type ShortcodeTree = { nodes: TreeNode[]; unpaired: { name: string; start: number; end: number }[] }

/** Shortcodes named after a player: one that says nothing in its tag holds its address (`[youtube]…[/youtube]`). */
const PLAYER = /^(?:youtube|vimeo|dailymotion|soundcloud|slideshare)$/

/** Shortcodes that never hold a body: an opening tag is all there is. */
const VOID =
  /^(?:gallery|playlist|vc_(?:single_image|custom_heading|btn|button|button2|video|separator|text_separator|empty_space|gallery|images_carousel|icon|gmaps))$/

function isVoid({ name, attributes: { named, positional } }: OpenToken): boolean {
  if (PLAYER.test(name)) return positional.length > 0 || Object.keys(named).length > 0
  return VOID.test(name)
}
type OpenToken = { name: string; attributes: ShortcodeAttributes }

/** Deeper shortcodes are read as siblings: no article needs it, and hostile input may not exhaust the stack. */
const MAX_DEPTH = 20

/**
 * The shortcodes of a content as a tree. A closing tag closes the nearest opening one of its name; opening tags left
 * open inside hold nothing, and what follows them is their sibling: no text is ever lost. Layout shortcodes stay as
 * empty nodes, so that they still separate paragraphs, and so does a closing tag that closes nothing. `voids`, in
 * order, are the blocks to part from the text around them.
 */
export function shortcodeTree(content: string, voids: readonly EditorBlock[] = []): ShortcodeTree {
  const root: TreeNode[] = []
  const open: { node: Shortcode; siblings: TreeNode[] }[] = []
  const unpaired: ShortcodeTree['unpaired'] = []
  const isOpen = new Map<string, number>()
  let siblings = root
  let nextVoid = 0

  const addText = (start: number, end: number, unescaped: string | undefined) => {
    let from = start
    for (let one = voids[nextVoid]; one && one.start < end; one = voids[++nextVoid]) {
      if (one.start < from || one.end > end) continue
      addSlice(from, one.start)
      siblings.push({ kind: 'block', start: one.start, end: one.end, block: one })
      from = one.end
    }
    if (unescaped === undefined) addSlice(from, end)
    else siblings.push({ kind: 'text', start, end, text: unescaped })
  }
  const addSlice = (start: number, end: number) => {
    if (end > start) siblings.push({ kind: 'text', start, end, text: content.slice(start, end) })
  }
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

  const tokens = tokenize(content, shortcodeNames(content))
  const lastClose = new Map<string, number>()
  for (const token of tokens) if (token.kind === 'close') lastClose.set(token.name, token.start)
  for (const token of tokens) {
    const { start, end } = token
    if (token.kind === 'text') {
      addText(start, end, token.unescaped)
    } else if (token.kind === 'open') {
      const { name, attributes } = token
      const node: Shortcode = { kind: 'shortcode', name, attributes, start, end, body: null, children: [] }
      siblings.push(node)
      if (token.selfClosing || isLayout(name) || isVoid(token) || open.length >= MAX_DEPTH) continue
      if ((lastClose.get(name) ?? -1) < start) {
        if (isKnown(name) && !isBuilder(name)) unpaired.push({ name, start, end })
        continue
      }
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
      siblings.push({ kind: 'text', start, end, text: '\n\n' })
    } else siblings.push({ kind: 'text', start, end, text: content.slice(start, end) })
  }
  while (open.length > 0) leaveUnclosed()
  return { nodes: root, unpaired }
}
