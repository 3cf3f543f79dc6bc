/** A page of an archive from the parts of its address: `['vie', 'page', '2']`. `page` is from 1. */
export type ArchiveAddress = { slugs: string[]; page: number; isCanonical: boolean }

/**
 * Reads `slug`, `parent/slug`, each with `/page/N` behind it, as WordPress writes them. Null when the number is
 * none (`page/0`, `page/02`) or the slug is missing; not canonical for `page/1`, which is the archive itself.
 */
export function parseArchiveAddress(parts: readonly string[]): ArchiveAddress | null {
  const isPaged = parts.length > 2 && parts.at(-2) === 'page'
  const slugs = isPaged ? parts.slice(0, -2) : [...parts]
  const number = isPaged ? (parts.at(-1) ?? '') : '1'
  if (slugs.length === 0 || !/^[1-9]\d{0,5}$/.test(number)) return null
  return { slugs, page: Number(number), isCanonical: !isPaged || number !== '1' }
}

/** The address of a page of an archive: `/tag/vie/` is its first, `/tag/vie/page/2/` its second. */
export function archivePagePath(path: string, page: number): string {
  return page === 1 ? path : `${path}page/${page}/`
}
