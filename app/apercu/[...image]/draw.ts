import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { ImageResponse } from 'next/og'
import type { ReactElement } from 'react'
import { toJpeg } from '../../../lib/media/crop.ts'

/** The static cuts of the magazine's two faces: what draws the picture reads no variable font, and no WOFF2. */
const FILES = [
  ['Newsreader', 'newsreader/files/newsreader-latin-600-normal.woff'],
  ['Newsreader Ext', 'newsreader/files/newsreader-latin-ext-600-normal.woff'],
  ['Bricolage', 'bricolage-grotesque/files/bricolage-grotesque-latin-600-normal.woff'],
  ['Bricolage Ext', 'bricolage-grotesque/files/bricolage-grotesque-latin-ext-600-normal.woff'],
] as const

const readFonts = () =>
  Promise.all(
    FILES.map(async ([name, file]) => ({
      name,
      weight: 600 as const,
      style: 'normal' as const,
      data: await readFile(path.join(process.cwd(), 'node_modules/@fontsource', file)),
    })),
  )

/** A picture of these elements, as JPEG. */
export async function draw(elements: ReactElement, size: { width: number; height: number }): Promise<Buffer> {
  const response = new ImageResponse(elements, { ...size, fonts: await readFonts() })
  return toJpeg(Buffer.from(await response.arrayBuffer()))
}
