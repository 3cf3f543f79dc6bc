/** Addresses of the site: what its pages answer to, and how WordPress's own are read. */

/** A permalink from the parts of a catch-all route: `['2019', '03', 'été']` → `/2019/03/été/`.
 * An encoded slash does not make another part: no path begins with `//`. */
export function pathOf(parts: readonly string[]): string {
  return `/${parts.map((part) => decodePart(part).replace(/[/\\]/g, '-')).join('/')}/`
}

/** Percent-encoding is compared decoded; a broken sequence stays as it is. */
export function decodePart(part: string): string {
  try {
    return decodeURIComponent(part).normalize()
  } catch {
    return part
  }
}

/**
 * The address that WordPress's query means. `key` is a redirect's `from` (`?p=6627`) or a path of this site
 * (`/tag/x/`); `rest` is what the query holds beside it (`?utm_source=x`), to be kept.
 */
export function oldAddress(query: URLSearchParams): { key: string; rest: string } {
  const others = new URLSearchParams(query)
  for (const name of ['p', 'page_id', 'tag']) others.delete(name)
  const rest = others.size > 0 ? `?${others}` : ''
  const id = query.get('p') ?? query.get('page_id')
  const tag = query.get('tag')
  if (id !== null) return { key: `?p=${/^\d{1,15}$/.test(id) ? Number(id) : 'inconnu'}`, rest }
  return { key: `/tag/${encodeURIComponent(tag ?? '')}/`, rest }
}
