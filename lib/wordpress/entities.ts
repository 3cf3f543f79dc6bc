import { fromHtml } from 'hast-util-from-html'

function parsed(html: string): string {
  const { children } = fromHtml(html, { fragment: true })
  return children.map((node) => (node.type === 'text' ? node.value : '')).join('')
}

/**
 * Gives texts with the characters that their entities stand for. A parser reads only what may be an entity, each
 * writing once, and the character that it would drop.
 */
export function entityReader(): (text: string) => string {
  const known = new Map([
    ['&nbsp;', '\u00a0'],
    ['&amp;', '&'],
    ['&lt;', '<'],
    ['&gt;', '>'],
  ])
  return (text) =>
    text.replace(/[&\0][^\s&\0]*/g, (run) => {
      const entity = run.slice(0, run.indexOf(';') + 1 || run.length)
      const value = known.get(entity) ?? parsed(entity)
      known.set(entity, value)
      return value + run.slice(entity.length)
    })
}
