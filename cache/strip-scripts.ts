/**
 * Removes Next's client runtime from the HTML of a page that holds no client component: its scripts, the inline
 * flight data and the preloads of scripts. Structured data (`application/ld+json`) and our own modules, marked
 * `data-keep`, stay. Next has no option for it (vercel/next.js #45009); the browser tests guard it.
 */
export function stripScripts(html: string): string {
  return html
    .replace(/<script\b([^>]*)>[\s\S]*?<\/script>/g, (script, attributes: string) =>
      /application\/ld\+json|\bdata-keep\b/.test(attributes) ? script : '',
    )
    .replace(/<link\b[^>]*\bas="script"[^>]*>/g, '')
}
