import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

/** `photo-1024x640.jpg` → `photo.jpg`: the size WordPress adds to the name of a derived picture. */
export function withoutSizeSuffix(file: string): string {
  return file.replace(/-\d{1,5}x\d{1,5}(?=\.[a-z0-9]+$)/i, '')
}

/**
 * The file of `folder` that an address of the old site names, or null. The folder mirrors the site
 * (`wp-content/uploads/2019/03/a.jpg`) or is its uploads folder (`2019/03/a.jpg`). The original is preferred to a
 * derived size. Whole paths are compared, never base names alone: two months may hold the same name.
 */
export function findMediaFile(folder: string, url: string): string | null {
  let pathname: string
  try {
    pathname = decodeURIComponent(new URL(url, 'http://localhost').pathname).normalize()
  } catch {
    return null
  }
  const inUploads = /\/uploads\/(.+)$/.exec(pathname)?.[1]
  const root = path.resolve(folder)
  for (const candidate of [withoutSizeSuffix(pathname), pathname]) {
    const relative = inUploads
      ? [candidate, candidate.slice(candidate.indexOf('/uploads/') + 9)]
      : [candidate]
    for (const place of relative) {
      const file = path.join(root, place)
      if (file.startsWith(root + path.sep) && existsSync(file) && statSync(file).isFile()) return file
    }
  }
  return null
}
