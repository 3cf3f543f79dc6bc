/** What the site stores and serves, by extension. HTML and scripts are never served. */
export const MIME_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  svg: 'image/svg+xml',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  ogv: 'video/ogg',
  webm: 'video/webm',
  pdf: 'application/pdf',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  epub: 'application/epub+zip',
  zip: 'application/zip',
  rtf: 'application/rtf',
  vtt: 'text/vtt',
  srt: 'text/plain',
  txt: 'text/plain',
  csv: 'text/csv',
}

export type FileType = { extension: string; mime: string }

/** Extension of an address or a file name, in lower case and without its dot; '' when it has none. */
export function extensionOf(name: string): string {
  return /\.([a-z\d]{1,5})$/i.exec(name.replace(/[?#].*$/s, ''))?.[1]?.toLowerCase() ?? ''
}

/** True for a name that only a picture may have, of a kind that is served or not. */
export function isPictureName(name: string): boolean {
  return /^(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp|heic|heif|ico)$/.test(extensionOf(name))
}

const startsWith =
  (...bytes: number[]) =>
  (head: Buffer): boolean =>
    bytes.every((byte, index) => head[index] === byte)
const holds =
  (word: string, at = 0) =>
  (head: Buffer): boolean =>
    head.toString('latin1', at, at + word.length) === word

/** MPEG audio layer II or III without a tag before it: sync word, then a layer that exists. */
const isMpegFrame = (head: Buffer): boolean =>
  head[0] === 0xff && [0x02, 0x04].includes((head[1] ?? 0) & 0x06) && ((head[1] ?? 0) & 0xe0) === 0xe0
const isAdts = (head: Buffer): boolean => head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0
const isText = (head: Buffer): boolean => !head.includes(0) && !/^\s*</.test(head.toString('utf8'))
const isSvg = (head: Buffer): boolean =>
  /^\ufeff?\s*(?:<\?xml|<!--|<!DOCTYPE svg|<svg[\s>])/.test(head.toString('utf8')) &&
  /<svg[\s>]/.test(head.toString('utf8'))

/** First bytes → the extensions they may have; the first one is given to a file whose name says another thing. */
const SIGNATURES: { test: (head: Buffer) => boolean; extensions: string[] }[] = [
  { test: startsWith(0xff, 0xd8, 0xff), extensions: ['jpg', 'jpeg'] },
  { test: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), extensions: ['png'] },
  { test: holds('GIF8'), extensions: ['gif'] },
  { test: (head) => holds('RIFF')(head) && holds('WEBP', 8)(head), extensions: ['webp'] },
  { test: (head) => holds('RIFF')(head) && holds('WAVE', 8)(head), extensions: ['wav'] },
  { test: (head) => holds('ftypavif', 4)(head) || holds('ftypavis', 4)(head), extensions: ['avif'] },
  { test: (head) => /^ftyp(?:hei|hev|mif)/.test(head.toString('latin1', 4, 11)), extensions: [] },
  { test: holds('ftyp', 4), extensions: ['mp4', 'm4a', 'm4v', 'mov'] },
  { test: startsWith(0x49, 0x49, 0x2a, 0), extensions: ['tif', 'tiff'] },
  { test: startsWith(0x4d, 0x4d, 0, 0x2a), extensions: ['tif', 'tiff'] },
  { test: holds('ID3'), extensions: ['mp3'] },
  { test: isMpegFrame, extensions: ['mp3'] },
  { test: isAdts, extensions: ['aac'] },
  { test: holds('OggS'), extensions: ['ogg', 'oga', 'opus', 'ogv'] },
  { test: holds('fLaC'), extensions: ['flac'] },
  { test: startsWith(0x1a, 0x45, 0xdf, 0xa3), extensions: ['webm'] },
  { test: holds('%PDF-'), extensions: ['pdf'] },
  {
    test: startsWith(0x50, 0x4b, 3, 4),
    extensions: ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'epub'],
  },
  { test: startsWith(0xd0, 0xcf, 0x11, 0xe0), extensions: ['doc', 'xls', 'ppt'] },
  { test: holds('{\\rtf'), extensions: ['rtf'] },
  { test: isSvg, extensions: ['svg'] },
]
const TEXTS = ['vtt', 'srt', 'txt', 'csv']

/** Bytes that `recognise` wants to see. */
export const HEAD_BYTES = 1024

/** The type of a file by its first bytes: its name only chooses among the types these bytes may be. */
export function recognise(head: Buffer, name: string): FileType | null {
  const extension = extensionOf(name)
  const allowed =
    SIGNATURES.find(({ test }) => test(head))?.extensions ??
    (TEXTS.includes(extension) && isText(head) ? TEXTS : [])
  const [first] = allowed
  if (first === undefined) return null
  const own = allowed.includes(extension) ? extension : first
  const mime = MIME_TYPES[own]
  return mime && (mime.startsWith('image/') || !isPictureName(name)) ? { extension: own, mime } : null
}
