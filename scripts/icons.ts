import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import sharp from 'sharp'

/**
 * Writes the icons that want pixels, from `app/icon.svg`: run it when that changes (`node scripts/icons.ts`). Icons for
 * home screens have no round corners of their own: systems cut them.
 */
const svg = readFileSync('app/icon.svg', 'utf8')
const square = svg.replace(/ rx="\d+"/, '')

const png = (source: string, size: number) =>
  sharp(Buffer.from(source), { density: 1200 }).resize(size, size).png({ compressionLevel: 9 }).toBuffer()

/** An ICO file that holds one PNG, as every browser of this century reads it. */
function ico(image: Buffer, size: number): Buffer {
  const header = Buffer.alloc(22)
  header.writeUInt16LE(1, 2)
  header.writeUInt16LE(1, 4)
  header.writeUInt8(size, 6)
  header.writeUInt8(size, 7)
  header.writeUInt16LE(1, 10)
  header.writeUInt16LE(32, 12)
  header.writeUInt32LE(image.length, 14)
  header.writeUInt32LE(header.length, 18)
  return Buffer.concat([header, image])
}

mkdirSync('public', { recursive: true })
writeFileSync('app/favicon.ico', ico(await png(svg, 48), 48))
writeFileSync('app/apple-icon.png', await png(square, 180))
for (const size of [192, 512]) writeFileSync(`public/icone-${size}.png`, await png(square, size))
