import { open, readFile, stat } from 'node:fs/promises'
import { readDump } from './read-dump.ts'
import { readWxr } from './read-wxr.ts'
import { SourceError, type SourceEvent } from './source.ts'

export type DetectedFormat = 'wxr' | 'dump' | 'print_r' | 'var_export' | 'empty' | 'gzip' | 'zip' | 'unknown'

/** A dump stands whole in memory; a larger site exports a WXR, which is streamed. */
const largestDump = 200_000_000
const headLength = 4096

const accepted =
  'Sont acceptés : un export WordPress (fichier XML de Outils > Exporter) et un var_dump de WP_Query ou de WP_Post'

const textFormats: [DetectedFormat, RegExp][] = [
  ['empty', /^\s*$/],
  ['wxr', /^\s*<(?:\?xml|rss|!--|!DOCTYPE(?!\s+html))/i],
  ['dump', /^\s*(?:<pre[^>]*>\s*)?(?:array\(\d+\)|object\([^\n)]{1,200}\)#\d+ \(\d+\)) \{/],
  ['print_r', /^\s*(?:<pre[^>]*>\s*)?(?:Array|[\w\\]+ Object)\s*\n\s*\(/],
  [
    'var_export',
    /^\s*(?:<pre[^>]*>\s*)?(?:<\?php\s*)?(?:return\s+)?(?:array \(|\\?[\w\\]+::__set_state\(|\(object\) ?array\()/,
  ],
]

/** Tells the format from the first bytes of a file; 4 kB are enough. */
export function detectFormat(head: Buffer): DetectedFormat {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return 'zip'
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const text = isUtf16 ? head.toString('latin1').replaceAll('\0', '') : head.toString('latin1')
  const start = text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  return textFormats.find(([, pattern]) => pattern.test(start))?.[0] ?? 'unknown'
}

/**
 * Reads a WordPress source, whatever its format, item by item.
 * @throws SourceError, in French, when the file is missing, empty, cut or of another format; whole items before the
 * place it names have been given.
 */
export async function* readSource(file: string): AsyncGenerator<SourceEvent> {
  const { head, size } = await readHead(file)
  const format = detectFormat(head)
  if (format === 'wxr') yield* readWxr(file)
  else if (format !== 'dump') throw new SourceError(file, 'début du fichier', refusal(format))
  else if (size <= largestDump) yield* readDump(file, await readFile(file))
  else
    throw new SourceError(
      file,
      'fichier entier',
      'ce var_dump dépasse 200 Mo. Faites plutôt un export WordPress (XML).',
    )
}

async function readHead(file: string): Promise<{ head: Buffer; size: number }> {
  const info = await stat(file).catch(() => null)
  if (!info) throw new SourceError(file, 'chemin', 'ce fichier n’existe pas. Vérifiez le chemin.')
  if (info.isDirectory())
    throw new SourceError(file, 'chemin', 'c’est un dossier. Donnez le fichier à importer.')
  const handle = await open(file).catch(() => null)
  if (!handle)
    throw new SourceError(file, 'chemin', 'ce fichier ne peut pas être lu. Vérifiez ses droits d’accès.')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0)
    return { head: buffer.subarray(0, bytesRead), size: info.size }
  } finally {
    await handle.close()
  }
}

function refusal(format: DetectedFormat): string {
  const redo = 'Refaites-le avec var_dump, qui garde les types et les longueurs.'
  if (format === 'empty') return `le fichier est vide. ${accepted}.`
  if (format === 'gzip' || format === 'zip')
    return `le fichier est compressé (${format}). Décompressez-le, puis relancez l’import.`
  if (format === 'print_r') return `c’est un print_r, qui ne dit pas où finissent les textes. ${redo}`
  if (format === 'var_export') return `c’est un var_export, qui n’est pas lu. ${redo}`
  return `format inconnu. ${accepted}.`
}
