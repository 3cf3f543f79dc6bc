/** Writing HTML that WordPress and our own reader both take as it stands. */

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '[': '&#91;',
  ']': '&#93;',
}

/** Text as HTML; brackets too, so that no word is taken for a shortcode. */
export function escapeText(text: string): string {
  return text.replace(/[&<>[\]]/g, (character) => ENTITIES[character] ?? character)
}

/** An opening tag; attributes that are null are left out. */
export function tag(name: string, attributes: Record<string, string | number | null> = {}): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null
      ? []
      : [` ${key}="${escapeText(String(value)).replace(/"/g, '&quot;').replace(/\n/g, '&#10;')}"`],
  )
  return `<${name}${written.join('')}>`
}

/** An element around HTML that is written already. */
export function element(
  name: string,
  attributes: Record<string, string | number | null>,
  html: string,
): string {
  return `${tag(name, attributes)}${html}</${name}>`
}
