/** What XML 1.0 cannot hold is dropped: control characters, half characters. */
export function cleanXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => ('\t\n\r'.includes(character) ? character : ''))
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as XML, within an element or a quoted attribute. */
export const escapeXml = (text: string): string =>
  cleanXml(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')

/** HTML as the text of an XML element, readable as it stands. */
export const cdata = (text: string): string =>
  `<![CDATA[${cleanXml(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

export type Attributes = Record<string, string | number | undefined>

const writeAttributes = (attributes: Attributes): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(String(value))}"`))
    .join('')

/** An element that holds text. */
export const element = (name: string, text: string, attributes: Attributes = {}): string =>
  `<${name}${writeAttributes(attributes)}>${escapeXml(text)}</${name}>`

/** An element that holds nothing. */
export const empty = (name: string, attributes: Attributes): string =>
  `<${name}${writeAttributes(attributes)}/>`
