/** Addresses of files on the old site: what they name, and where its original may be. Pure. */

/** The address behind WordPress.com's picture proxy, which names the host in its path. */
function unproxied(url: URL): URL {
  return /^i\d\.wp\.com$/.test(url.hostname) ? (URL.parse(`https:/${url.pathname}`) ?? url) : url
}

const ownHost = (host: string): string => host.toLowerCase().replace(/^www\./, '')

export type FileAddress = {
  /** Host without `www.`, '' for an address of the site itself. */
  host: string
  /** Decoded path, with its leading slash and without query. */
  path: string
}

/** What an address names, or null when it names no file of the web. `//host`, `?w=640` and proxies are read through. */
export function fileAddress(address: string): FileAddress | null {
  const url = URL.parse(address, 'http://site.invalid')
  if (!url || !/^https?:$/.test(url.protocol)) return null
  const { hostname, host, pathname } = unproxied(url)
  try {
    const path = decodeURIComponent(pathname).normalize()
    return path.includes('\0') ? null : { host: hostname === 'site.invalid' ? '' : ownHost(host), path }
  } catch {
    return null
  }
}

/** The host of an absolute address as `fileAddress` gives it, or '' when it has none. */
export function hostOf(address: string): string {
  return fileAddress(address)?.host ?? ''
}

const SIZE = /-\d{1,5}x\d{1,5}(?=\.[a-z\d]{2,5}$)/i
const WHOLE = /-(?:scaled|rotated)(?=\.[a-z\d]{2,5}$)/i
const EDIT = /-e\d{10,13}(?=\.[a-z\d]{2,5}$)/i

/**
 * Where the original of a path may be, best first: without the size, without what WordPress put on a large or turned
 * upload, then the path itself. An edit (`-e1551514567`) is another picture: what it was made from comes last.
 */
export function originalsOf(path: string): string[] {
  const unsized = path.replace(SIZE, '')
  const whole = unsized.replace(WHOLE, '')
  return [...new Set([whole, unsized, path, whole.replace(EDIT, '').replace(WHOLE, '')])]
}

/** The path shared by all sizes and edits of a picture. */
export function familyOf(path: string): string {
  return originalsOf(path).at(-1) ?? path
}

/** The part of a path inside `uploads/`, or null. */
export function insideUploads(path: string): string | null {
  return /\/uploads\/(.+)$/s.exec(path)?.[1] ?? null
}
