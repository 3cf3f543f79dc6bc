import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

function nodeText(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(nodeText).join('') : ''
}

/** The words of a one-line HTML field (title, excerpt): tags dropped, entities read, white space collapsed. */
export function plainHtml(html: string): string {
  const text = /[<&]/u.test(html) ? nodeText(fromHtml(html.slice(0, 5_000), { fragment: true })) : html
  return text.replace(/\s+/gu, ' ').trim()
}
