import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** Takes the place where a picture was made out of its file; orientation, copyright and the picture itself stay. */

const GPS_POINTER = 0x8825
const BYTES_OF_TYPE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** Blanks the GPS directory of an Exif block, which starts with its byte order. True when there was one. */
function blankGps(bytes: Buffer): boolean {
  const little = bytes.toString('latin1', 0, 2) === 'II'
  const fits = (at: number, length: number) => at + length <= bytes.length
  const u16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const u32 = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const entriesAt = (at: number): number[] =>
    fits(at, 2)
      ? Array.from({ length: u16(at) }, (_, index) => at + 2 + index * 12).filter((entry) => fits(entry, 12))
      : []
  if (!fits(0, 8)) return false
  const pointer = entriesAt(u32(4)).find((entry) => u16(entry) === GPS_POINTER)
  if (pointer === undefined) return false
  for (const entry of entriesAt(u32(pointer + 8))) {
    const length = (BYTES_OF_TYPE[u16(entry + 2)] ?? 0) * u32(entry + 4)
    const value = length > 4 ? u32(entry + 8) : entry + 8
    if (length > 4 && fits(value, length)) bytes.fill(0, value, value + length)
    bytes.fill(0, entry, entry + 12)
  }
  // The pointer becomes an entry of an unassigned tag, so that the directory keeps its length.
  bytes.fill(0, pointer, pointer + 2)
  return true
}

const XMP_GPS = /\bexif:GPS\w+\s*=\s*"[^"]*"|<exif:GPS(\w+)>[^<]*<\/exif:GPS\1>/g

function blankXmp(bytes: Buffer, xmp: Buffer): boolean {
  const cleaned = xmp.toString('latin1').replace(XMP_GPS, (found) => ' '.repeat(found.length))
  const at = bytes.indexOf(xmp)
  if (at === -1 || cleaned === xmp.toString('latin1')) return false
  bytes.write(cleaned, at, 'latin1')
  return true
}

/** A PNG says the checksum of each of its chunks. */
function mendPng(bytes: Buffer): void {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at)
    if (at + 12 + length > bytes.length) return
    const kind = bytes.toString('latin1', at + 4, at + 8)
    if (kind === 'eXIf' || kind === 'iTXt')
      bytes.writeUInt32BE(crc32(bytes.subarray(at + 4, at + 8 + length)), at + 8 + length)
    at += 12 + length
  }
}

const HEADER = Buffer.from('Exif\0\0', 'latin1')

/** The Exif blocks of a file: the one that the decoder found, and those of JPEGs inside it (previews). */
function exifBlocks(bytes: Buffer, exif: Buffer | undefined): Buffer[] {
  const blocks: Buffer[] = []
  for (let at = bytes.indexOf(HEADER); at >= 4; at = bytes.indexOf(HEADER, at + 1))
    if (bytes.readUInt16BE(at - 4) === 0xffe1)
      blocks.push(bytes.subarray(at + HEADER.length, at - 2 + bytes.readUInt16BE(at - 2)))
  const found = exif && withoutHeader(exif)
  const at = found ? bytes.indexOf(found) : -1
  if (found && at !== -1) blocks.push(bytes.subarray(at, at + found.length))
  return blocks
}
const withoutHeader = (exif: Buffer): Buffer =>
  exif.subarray(0, HEADER.length).equals(HEADER) ? exif.subarray(HEADER.length) : exif

/** A copy of a picture without its location; the same bytes when it says none. Null when it cannot be taken out. */
export async function withoutLocation(original: Buffer): Promise<Buffer | null> {
  const { exif, xmp } = await read(original)
  const bytes = Buffer.from(original)
  const blanked = exifBlocks(bytes, exif).filter(blankGps).length > 0
  const changed = (xmp !== undefined && blankXmp(bytes, xmp)) || blanked
  if (changed && bytes.toString('latin1', 1, 4) === 'PNG') mendPng(bytes)
  const after = changed ? await read(bytes) : { exif, xmp }
  const saysPlace =
    (after.exif !== undefined && blankGps(Buffer.from(withoutHeader(after.exif)))) ||
    (after.xmp !== undefined && /exif:GPS/.test(after.xmp.toString('latin1')))
  if (saysPlace) return null
  return changed ? bytes : original
}

const read = (bytes: Buffer) => sharp(bytes, { limitInputPixels: false, failOn: 'none' }).metadata()
