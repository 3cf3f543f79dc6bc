import type { AnyNode, Document, Inline } from './types.ts'

/** How many nodes of each type a document holds. */
export function nodeCounts(document: Document): Map<AnyNode['type'], number> {
  const counts = new Map<AnyNode['type'], number>()
  const visit = (node: AnyNode) => {
    counts.set(node.type, (counts.get(node.type) ?? 0) + 1)
    if ('content' in node && node.content) for (const child of node.content) visit(child)
  }
  visit(document)
  return counts
}

const hrefOf = (node: Inline | AnyNode | undefined): string | null => {
  const marks = node && 'marks' in node ? node.marks : undefined
  return marks?.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []))[0] ?? null
}

/** Links of a text to other pages, one for each run of the same address. */
export function linkCount(node: AnyNode): number {
  const children: readonly AnyNode[] = 'content' in node && node.content ? node.content : []
  const own = children.filter((child, index) => {
    const href = hrefOf(child)
    return href !== null && !href.startsWith('#') && href !== hrefOf(children[index - 1])
  }).length
  return own + children.reduce((sum, child) => sum + linkCount(child), 0)
}
