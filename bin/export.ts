import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readExport } from '../lib/articles/export.ts'
import type { Database } from '../lib/db.ts'
import { sourceSites, writeWxr } from '../lib/export/wxr.ts'
import { jsonLine } from '../lib/json-line.ts'
import { bylineOf, exportFiles, htmlBody, markdownBody } from './export-files.ts'
import { readArguments, UsageError, withDatabase } from './usage.ts'

/** `to`: a folder; without one, the standard output. */
type Options = { path: string | null; to: string | null }
type Exporter = (database: Database, options: Options) => Promise<void>

async function print(pieces: AsyncIterable<string>): Promise<void> {
  await pipeline(Readable.from(pieces), process.stdout, { end: false })
}

async function* jsonLines(database: Database, path: string | null): AsyncGenerator<string> {
  for await (const article of readExport(database, path)) yield jsonLine(article)
}

/** One file a site: WordPress's numbers are a site's own. */
const exportWxr: Exporter = async (database, { path, to }) => {
  const sites = await sourceSites(database, path)
  if (sites.length > 1 && to === null)
    throw new UsageError(
      `export --format wxr : ces articles viennent de ${sites.length} sites, --to DOSSIER fait un fichier par site`,
    )
  if (to !== null) await mkdir(to, { recursive: true })
  for (const [index, site] of (sites.length > 0 ? sites : ['']).entries()) {
    const pieces = writeWxr(database, { site, withOwn: index === 0, path, byline: bylineOf })
    if (to === null) await print(pieces)
    else {
      const file = join(to, `${URL.parse(site)?.hostname ?? 'chapo'}.xml`)
      await pipeline(Readable.from(pieces), createWriteStream(file))
      console.log(file)
    }
  }
}

const exportJson: Exporter = (database, { path, to }) => {
  if (to !== null) throw new UsageError('export --format json : une ligne par article, sans --to')
  return print(jsonLines(database, path))
}

/** One article is printed; the site goes to a folder. */
const exportPages =
  (format: 'html' | 'markdown'): Exporter =>
  async (database, { path, to }) => {
    if (to !== null) return exportFiles(database, format, path, to)
    if (path === null)
      throw new UsageError(`export --format ${format} : --path dit quel article, ou --to DOSSIER où écrire`)
    const body = format === 'html' ? htmlBody : markdownBody
    for await (const article of readExport(database, path)) console.log(await body(database, article))
  }

const EXPORTERS: Record<string, Exporter> = {
  json: exportJson,
  wxr: exportWxr,
  html: exportPages('html'),
  markdown: exportPages('markdown'),
}

/** `export --format json|wxr|html|markdown [--path P] [--to DIR]`: all that is here, in words that others read. */
export async function exportCommand(args: string[]): Promise<void> {
  const { values } = readArguments({
    args,
    options: { format: { type: 'string' }, path: { type: 'string' }, to: { type: 'string' } },
  })
  const { format = '', path = null, to = null } = values
  const write = Object.hasOwn(EXPORTERS, format) ? EXPORTERS[format] : undefined
  if (!write) throw new UsageError('export : --format json, wxr, html ou markdown')
  await withDatabase(async (database) => {
    if (path !== null && (await database.article.count({ where: { path } })) === 0)
      throw new UsageError(`aucun article à l’adresse ${path}`)
    await write(database, { path, to })
  })
}
