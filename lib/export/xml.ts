/** Writing XML. */

/** XML forbids these characters, even written as numbers. */
const forbidden = /[\p{Cc}--[\t\n\r\x7f-\x9f]]|[\ufffe\uffff]/gv

const clean = (text: string): string => text.toWellFormed().replace(forbidden, '')

/** A text as CDATA: WordPress writes all that an author may have typed in this way. */
export function cdata(text: string): string {
  return `<![CDATA[${clean(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`
}

export function escapeXml(text: string): string {
  return clean(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}

/** `<name>` around a text, numbers bare and words as CDATA. */
export function field(name: string, value: string | number): string {
  return `<${name}>${typeof value === 'number' ? value : cdata(value)}</${name}>`
}
