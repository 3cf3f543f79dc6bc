import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

const RUNS = new Set(['script', 'style', 'object', 'embed', 'base', 'meta', 'link', 'form', 'template'])
const ADDRESS = /^(?:href|src|srcset|action|formAction|xLinkHref|poster|data|background|ping)$/
/** What a browser reads as a scheme, without what it drops on the way. */
const schemeOf = (value: string) =>
  /^([a-z][a-z\d+.-]*):/i.exec(value.replace(/[\p{Cc}\s]/gu, ''))?.[1]?.toLowerCase() ?? null
const SCHEMES = new Set(['http', 'https', 'mailto', 'tel', null])

/** Everything in a piece of HTML that a browser could run: scripts, event handlers, addresses that are code. */
export function dangersInHtml(html: string): string[] {
  return dangersIn(fromHtml(html, { fragment: true }))
}

function dangersIn(node: Nodes): string[] {
  const inside = 'children' in node ? node.children.flatMap(dangersIn) : []
  if (node.type !== 'element') return inside
  const { tagName, properties } = node
  const own = Object.entries(properties).flatMap(([name, value]) => {
    const text = String(value)
    const isCode =
      /^on/i.test(name) || name === 'srcDoc' || (ADDRESS.test(name) && !SCHEMES.has(schemeOf(text)))
    return isCode ? [`${tagName} ${name}=${text.slice(0, 80)}`] : []
  })
  return [...(RUNS.has(tagName) ? [`<${tagName}>`] : []), ...own, ...inside]
}
