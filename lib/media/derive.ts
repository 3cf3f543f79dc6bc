import { readFile, writeFile } from 'node:fs/promises'
import sharp, { type Sharp } from 'sharp'
import type { FileType } from './file-types.ts'
import { withoutLocation } from './location.ts'
import { MediaError } from './media-error.ts'
import { placeholderOf } from './placeholder.ts'
import { writeWhole } from './write-whole.ts'

/** Widths in pixels of the sizes derived from a picture: half a phone, a phone, column, page, page on a fine screen. */
const WIDTHS = [480, 750, 960, 1440, 1920]
/** A picture of more pixels is refused: what decodes it, here and at the reader's, needs gigabytes. */
const MAX_PIXELS = 100_000_000
const MAX_SECONDS = 120

export type MediaSize = { file: string; width: number; type: string }
export type Derived = {
  file: string
  mimeType: string
  width: number | null
  height: number | null
  placeholder: string | null
  sizes: MediaSize[]
}

/** How a size is written. AVIF at effort 1: a third of the time of 3, the same weight (measured on the demo's pictures). */
const FORMATS: Record<string, { type: string; encode: (picture: Sharp) => Sharp }> = {
  avif: { type: 'image/avif', encode: (picture) => picture.avif({ quality: 45, effort: 1 }) },
  webp: { type: 'image/webp', encode: (picture) => picture.webp({ quality: 78 }) },
  jpg: { type: 'image/jpeg', encode: (picture) => picture.jpeg({ quality: 78, progressive: true }) },
  png: { type: 'image/png', encode: (picture) => picture.png({ compressionLevel: 9 }) },
}

/** A width close to the largest one is left out: it would save nothing. */
function widthsFor(width: number): number[] {
  const largest = Math.min(width, 1920)
  return [...WIDTHS.filter((candidate) => candidate < largest * 0.9), largest]
}

/** Reads what the file says of itself; `failOn: 'none'` since browsers show damaged pictures too. */
function open(bytes: Buffer, animated = false): Sharp {
  return sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'none', animated }).timeout({
    seconds: MAX_SECONDS,
  })
}

async function writeSize(picture: Sharp, format: string, folder: string, size: MediaSize): Promise<void> {
  const encode = FORMATS[format]?.encode
  if (!encode) return
  const bytes = await encode(picture.clone().resize({ width: size.width })).toBuffer()
  await writeWhole(folder, size.file, (partial) => writeFile(partial, bytes))
}

/** What a browser shows as it is; another picture is kept as a JPEG or a PNG of its full size. */
async function servedFile(bytes: Buffer, { extension }: FileType, fallback: string) {
  const isShown = extension !== 'tif' && extension !== 'tiff'
  const clean = isShown ? await withoutLocation(bytes) : null
  if (clean) return { bytes: clean, extension }
  const written = FORMATS[fallback]?.encode(open(bytes).autoOrient())
  return { bytes: written ? await written.toBuffer() : bytes, extension: fallback }
}

/**
 * Stores a picture without its location, with the sizes derived from it: AVIF, WebP and a format that every browser
 * knows, narrowest first. An animated picture is served as it is.
 */
export async function derivePicture(
  source: string,
  type: FileType,
  id: string,
  folder: string,
): Promise<Derived> {
  const bytes = await readFile(source)
  const picture = open(bytes).autoOrient()
  const { width: stored, height: stored2, orientation = 1, hasAlpha, pages = 1 } = await picture.metadata()
  const [width, height] = orientation >= 5 ? [stored2, stored] : [stored, stored2]
  if (width * height * pages > MAX_PIXELS)
    throw new MediaError(`${width} × ${height} pixels, plus de ${MAX_PIXELS / 1e6} millions`)
  const fallback = hasAlpha || type.extension === 'png' ? 'png' : 'jpg'
  const widths = pages > 1 ? [] : widthsFor(width)
  const planned = widths.flatMap((target) =>
    ['avif', 'webp', fallback].map((format) => ({
      format,
      size: { file: `${id}-${target}.${format}`, width: target, type: FORMATS[format]?.type ?? '' },
    })),
  )
  const placeholder = await placeholderOf(picture)
  for (const { format, size } of planned) await writeSize(picture, format, folder, size)
  const served = await servedFile(bytes, type, fallback)
  const file = `${id}.${served.extension}`
  await writeWhole(folder, file, (partial) => writeFile(partial, served.bytes))
  return {
    file,
    mimeType: served.extension === type.extension ? type.mime : (FORMATS[fallback]?.type ?? type.mime),
    width,
    height,
    placeholder,
    sizes: planned.map(({ size }) => size),
  }
}
