import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import { autop } from './autop.ts'

/** What a reader's words may hold: no picture, no id, no style, and links to the web only. */
const ALLOWED = {
  tagNames: 'p br a em strong b i del s blockquote code pre ul ol li q cite'.split(' '),
  attributes: { a: ['href'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  strip: ['script', 'style', 'title', 'textarea', 'iframe', 'object'],
}

/** Far above what a comment holds: of one that has more, only the words are shown. */
const MAX_TAGS = 400
const MAX_LENGTH = 50_000

/** Links are a reader's, not ours. */
function markLinks(node: Nodes): void {
  if (!('children' in node)) return
  for (const child of node.children) {
    if (child.type === 'element' && child.tagName === 'a')
      child.properties.rel = ['nofollow', 'ugc', 'noopener']
    markLinks(child)
  }
}

/** A comment as WordPress stores it (HTML with line ends, or bare text), as HTML that is safe to show. */
export function commentHtml(content: string): string {
  const read = content.slice(0, MAX_LENGTH)
  const isHostile = read.split('<').length > MAX_TAGS
  const paragraphs = autop(isHostile ? read.replace(/<[^<>]*>?/g, ' ') : read)
  const tree = sanitize(fromHtml(paragraphs, { fragment: true }), ALLOWED)
  markLinks(tree)
  return toHtml(tree).trim()
}
