import { crc32 } from 'node:zlib'
import sharp from 'sharp'

/** Takes the place where a picture was made out of its file; orientation, copyright and the picture itself stay. */

const GPS_POINTER = 0x8825
const BYTES_OF_TYPE = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** Blanks the GPS directory of an Exif block that starts (with its byte order) at `start`. True when there was one. */
function blankGps(bytes: Buffer, start: number): boolean {
  const little = bytes.toString('latin1', start, start + 2) === 'II'
  const fits = (at: number, length: number) => at >= start && at + length <= bytes.length
  const u16 = (at: number) => (little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at))
  const u32 = (at: number) => (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at))
  const entriesAt = (at: number): number[] =>
    fits(at, 2)
      ? Array.from({ length: u16(at) }, (_, index) => at + 2 + index * 12).filter((entry) => fits(entry, 12))
      : []
  if (!fits(start, 8)) return false
  const pointer = entriesAt(start + u32(start + 4)).find((entry) => u16(entry) === GPS_POINTER)
  if (pointer === undefined) return false
  const directory = start + u32(pointer + 8)
  for (const entry of entriesAt(directory)) {
    const length = (BYTES_OF_TYPE[u16(entry + 2)] ?? 0) * u32(entry + 4)
    const value = length > 4 ? start + u32(entry + 8) : entry + 8
    if (length > 4 && length < 65536 && fits(value, length)) bytes.fill(0, value, value + length)
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

/** Where Exif blocks start in a file: the one the decoder found, and those of pictures inside the picture. */
function exifStarts(bytes: Buffer, exif: Buffer | undefined): number[] {
  const header = Buffer.from('Exif\0\0', 'latin1')
  const starts: number[] = []
  for (let at = bytes.indexOf(header); at !== -1; at = bytes.indexOf(header, at + 1)) starts.push(at + 6)
  if (exif) {
    const block = exif.subarray(0, 6).equals(header) ? exif.subarray(6) : exif
    const at = bytes.indexOf(block)
    if (at !== -1) starts.push(at)
  }
  return [...new Set(starts)]
}

const saysPlace = ({ exif, xmp }: { exif?: Buffer; xmp?: Buffer }): boolean =>
  (exif !== undefined && exifStarts(exif, exif).some((start) => blankGps(Buffer.from(exif), start))) ||
  (xmp !== undefined && /exif:GPS/.test(xmp.toString('latin1')))

/** A copy of a picture without its location; the same bytes when it says none. Null when it cannot be taken out. */
export async function withoutLocation(original: Buffer): Promise<Buffer | null> {
  const { exif, xmp } = await sharp(original, { limitInputPixels: false }).metadata()
  const bytes = Buffer.from(original)
  let changed = false
  for (const start of exifStarts(bytes, exif)) changed = blankGps(bytes, start) || changed
  if (xmp) changed = blankXmp(bytes, xmp) || changed
  if (changed) {
    if (bytes.toString('latin1', 1, 4) === 'PNG') mendPng(bytes)
    return saysPlace(await sharp(bytes, { limitInputPixels: false }).metadata()) ? null : bytes
  }
  return saysPlace({ ...(exif ? { exif } : {}), ...(xmp ? { xmp } : {}) }) ? null : original
}
