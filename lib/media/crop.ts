import path from 'node:path'
import sharp from 'sharp'
import { env } from '../env.ts'

/** What a crop must keep, as parts of width and height from the top left. */
export type Focus = { x: number; y: number }
type Size = { width: number; height: number }

/** The largest part of a picture with the proportions of `shape`, as near around the focus as its edges let it. */
export function cropArea({ width, height }: Size, shape: Size, focus: Focus) {
  const scale = Math.min(width / shape.width, height / shape.height)
  const area = { width: Math.round(shape.width * scale), height: Math.round(shape.height * scale) }
  const start = (length: number, part: number, at: number) =>
    Math.round(Math.min(Math.max(at * length - part / 2, 0), length - part))
  return { ...area, left: start(width, area.width, focus.x), top: start(height, area.height, focus.y) }
}

/** A stored picture cut to a shape, as JPEG; null when its file cannot be read as a picture. */
export async function cropPicture(file: string, shape: Size, focus: Focus): Promise<Buffer | null> {
  const source = path.resolve(env.MEDIA_DIR, path.basename(file))
  try {
    const { data, info } = await sharp(source, { failOn: 'none' })
      .rotate()
      .flatten({ background: '#fbf6ec' })
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .toBuffer({ resolveWithObject: true })
    const area = cropArea(info, shape, focus)
    return await sharp(data).extract(area).resize(shape).jpeg({ quality: 88 }).toBuffer()
  } catch {
    return null
  }
}

/** A drawing as JPEG, a tenth of its PNG where it holds a photograph. */
export const toJpeg = (drawing: Buffer): Promise<Buffer> =>
  sharp(drawing).jpeg({ quality: 84, mozjpeg: true }).toBuffer()
