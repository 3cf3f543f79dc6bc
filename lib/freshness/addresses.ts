/** From cache tags back to the addresses that carry them. */

export type Address = { path: string; hasFeed: boolean; isList: boolean; isOld: boolean }

const ROOMS: Record<string, string> = {
  tag: '/tag/',
  category: '/category/',
  series: '/dossier/',
  person: '/personne/',
}

/** Null for what nobody here encoded: the API takes any tag. */
function decode(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}

/**
 * The first address of what carries a tag; null for a tag that stands for no address of its own (`article:7` goes with
 * its path) and for one that was too long to keep its name.
 */
export function addressOf(tag: string): Address | null {
  if (tag === 'home') return { path: '/', hasFeed: true, isList: true, isOld: false }
  if (tag === 'sitemap') return { path: '/sitemap.xml', hasFeed: false, isList: false, isOld: false }
  const [, prefix = '', encoded = ''] = /^([a-z]+):(.+)$/s.exec(tag) ?? []
  const name = decode(encoded)
  if (name === null || /^[0-9a-f]{64}$/.test(name)) return null
  if (prefix === 'date')
    return { path: `/${name.replaceAll('-', '/')}/`, hasFeed: true, isList: true, isOld: false }
  const room = ROOMS[prefix]
  if (room) return { path: `${room}${name}/`, hasFeed: true, isList: true, isOld: false }
  if (prefix !== 'path') return null
  const isOld = !name.startsWith('/')
  return { path: isOld ? `/${name}` : name, hasFeed: !isOld && name.endsWith('/'), isList: false, isOld }
}
