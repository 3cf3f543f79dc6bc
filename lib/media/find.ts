import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { insideUploads } from './addresses.ts'

const isFile = (file: string): boolean => existsSync(file) && statSync(file).isFile()

/** Folders named `uploads` below a folder: a backup holds them at `site/wp-content/uploads`. */
function uploadsUnder(folder: string, depth = 4): string[] {
  if (depth === 0) return []
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return folders.flatMap(({ name }) =>
    name === 'uploads'
      ? [path.join(folder, name)]
      : /^\d{4}$/.test(name)
        ? []
        : uploadsUnder(path.join(folder, name), depth - 1),
  )
}

/** Where the files of a folder may start: the folder mirrors the site, is its uploads folder, or holds one. */
export function mediaRoots(folder: string): string[] {
  const root = path.resolve(folder)
  return [root, ...uploadsUnder(root)]
}

/**
 * The file under `roots` that stands at a decoded path of the old site, or null. Whole paths are compared, never base names
 * alone: two months may hold the same name.
 */
export function findMediaFile(roots: readonly string[], pathname: string): string | null {
  const inside = insideUploads(pathname)
  for (const root of roots)
    for (const place of inside === null ? [pathname] : [pathname, inside]) {
      const file = path.join(root, place)
      if (file.startsWith(root + path.sep) && isFile(file)) return file
    }
  return null
}
