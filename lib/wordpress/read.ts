import { constants } from 'node:fs'
import { access, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isGzip, readBytes, readHead, readUtf8, readWhole } from './bytes.ts'
import { readDump } from './read-dump.ts'
import { type RestFile, readRest, readRestNames } from './read-rest.ts'
import { HEAD_LENGTH, readWxr } from './read-wxr.ts'
import { emptyNames, type RestNames } from './rest-names.ts'
import { SourceError, type SourceEvent } from './source.ts'

export type DetectedFormat =
  | 'wxr'
  | 'rest'
  | 'dump'
  | 'print_r'
  | 'var_export'
  | 'empty'
  | 'gzip'
  | 'zip'
  | 'unknown'

/** A dump stands whole in memory; a larger site exports a WXR, which is streamed. */
const largestDump = 200_000_000

const accepted =
  'Sont acceptés : un export WordPress (fichier XML de Outils > Exporter), des réponses de son API REST (JSON) et un var_dump de WP_Query ou de WP_Post'

const textFormats: [DetectedFormat, RegExp][] = [
  ['empty', /^\s*$/],
  ['wxr', /^\s*<(?:\?xml|rss|!--|!DOCTYPE(?!\s+html))/i],
  ['dump', /^\s*(?:<pre[^>]*>\s*)?(?:array\(\d+\)|object\([^\n)]{1,200}\)#\d+ \(\d+\)) \{/],
  ['rest', /^\s*(?:\[\s*(?:\{|\]|$)|\{\s*(?:"|\}|$))/],
  ['print_r', /^\s*(?:<pre[^>]*>\s*)?(?:Array|[\w\\]+ Object)\s*\n\s*\(/],
  [
    'var_export',
    /^\s*(?:<pre[^>]*>\s*)?(?:<\?php\s*)?(?:return\s+)?(?:array \(|\\?[\w\\]+::__set_state\(|\(object\) ?array\()/,
  ],
  // Behind the errors that a server shows.
  ['wxr', /<rss\s[^>]*\sxmlns:wp=/i],
]

/** Tells the format from the first bytes of a file: `HEAD_LENGTH` of them are enough. */
export function detectFormat(head: Buffer): DetectedFormat {
  if (isGzip(head)) return 'gzip'
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return 'zip'
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const text = isUtf16 ? head.toString('latin1').replaceAll('\0', '') : head.toString('latin1')
  const start = text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  return textFormats.find(([, pattern]) => pattern.test(start))?.[0] ?? 'unknown'
}

/**
 * Reads a WordPress source, whatever its format, item by item; a gzip file is read as what it holds. `names` are
 * those of all the files of one REST import, when it has several.
 * @throws SourceError, in French, when the file is missing, empty, cut or of another format; whole items before the
 * place it names have been given.
 */
export async function* readSource(file: string, names?: RestNames): AsyncGenerator<SourceEvent> {
  const { format, compressed } = await openSource(file)
  if (format === 'wxr') yield* readWxr(file, readBytes(file, compressed))
  else if (format === 'rest') {
    const source = restFile(file, compressed)
    yield* readRest(source, names ?? (await readRestNames(source)))
  } else if (format === 'dump') {
    const whole = await readWhole(file, compressed, largestDump)
    const advice = 'Faites plutôt un export WordPress (XML)'
    if (!whole) throw new SourceError(file, 'fichier entier', `ce var_dump dépasse 200 Mo. ${advice}.`)
    yield* readDump(file, whole.bytes)
    if (whole.damage) throw whole.damage
  } else throw new SourceError(file, 'début du fichier', refusal(format))
}

/** The files to read: a folder stands for the exports and answers in it, in the order of their names. */
export async function sourceFiles(paths: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(
    paths.map(async (path) => {
      const entries = (await stat(path).catch(() => null))?.isDirectory() ? await readdir(path) : []
      const files = entries.filter((name) => /\.(?:json|xml)(?:\.gz)?$/i.test(name)).sort()
      return files.length > 0 ? files.map((name) => join(path, name)) : [path]
    }),
  )
  return lists.flat()
}

/** What items of REST files only number, from all of them together; other formats name it themselves. */
export async function readNames(files: readonly string[]): Promise<RestNames> {
  const names = emptyNames()
  for (const file of files) {
    const opened = await openSource(file).catch(() => null)
    if (opened?.format === 'rest') await readRestNames(restFile(file, opened.compressed), names)
  }
  return names
}

const restFile = (file: string, compressed: boolean): RestFile => ({
  file,
  texts: () => readUtf8(file, compressed),
})

async function openSource(file: string): Promise<{ format: DetectedFormat; compressed: boolean }> {
  const info = await stat(file).catch(() => null)
  if (!info) throw new SourceError(file, 'chemin', 'ce fichier n’existe pas. Vérifiez le chemin.')
  if (info.isDirectory())
    throw new SourceError(file, 'chemin', 'ce dossier ne contient ni fichier .xml ni fichier .json.')
  const isReadable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  )
  if (!isReadable)
    throw new SourceError(file, 'chemin', 'ce fichier ne peut pas être lu. Vérifiez ses droits d’accès.')
  const head = await readHead(file, false, HEAD_LENGTH)
  const compressed = isGzip(head)
  return { format: detectFormat(compressed ? await readHead(file, true, HEAD_LENGTH) : head), compressed }
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
