import { isSafeHref, isSafeSource } from '../../document/validate.ts'

/** Host names written without a scheme: what an author types for `https://…`. */
const BARE_HOST =
  /^(?:www\.[^\s/]+\.|(?:[a-z\d-]{1,63}\.){1,4}(?=(?:com|org|net|fr|eu|io|info|be|ch|ca|uk|de|es|it)(?:[/:?#]|$)))[a-z]/i

/** Drops what browsers drop from an address: spaces around it, line ends and tabs inside. */
function tidy(raw: string): string {
  return /[\p{Cc} ]/u.test(raw) ? raw.replace(/[\t\n\r]/g, '').replace(/^[\p{Cc} ]+|[\p{Cc} ]+$/gu, '') : raw
}

/** An address with no scheme, made one: other host, bare host name, or a path from the root of the site. */
function complete(address: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return address.replace(/^mailto:\s+/i, 'mailto:')
  if (address.startsWith('//')) return `https:${address}`
  if (/^[/?#]/.test(address)) return address
  if (BARE_HOST.test(address)) return `https://${address}`
  return `/${address.replace(/^(?:\.{1,2}\/)+/, '')}`
}

/** A link as it may be stored, '' when the source gives none, null when it is unsafe. */
export function readHref(raw: string): string | null {
  const address = tidy(raw)
  if (address === '') return ''
  const href = complete(address).replaceAll(' ', '%20')
  return isSafeHref(href) ? href : null
}

/** The address of a file, or null when it is none that can be fetched: `data:`, `blob:`, a path from nowhere. */
export function readSource(raw: string | null): string | null {
  const address = tidy(raw ?? '').replaceAll(' ', '%20')
  const source = address.startsWith('//') ? `https:${address}` : address
  return isSafeSource(source) ? source : null
}

/** The host name of an absolute address without `www.`, or the address itself. */
export function hostOf(href: string): string {
  return URL.parse(href)?.hostname.replace(/^www\./, '') || href
}

/** Percent-encoded text; as it stands when it is not. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
