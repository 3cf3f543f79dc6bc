import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach } from 'vitest'
import { importFiles } from '../import/import-files.ts'
import { temporaryDatabase, temporaryFolder } from './database.ts'
import { wxr } from './wordpress.ts'

/** Fields of an item of WXR. */
export const wxrMeta = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(
      ([key, value]) =>
        `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`,
    )
    .join('')

/** A term of an item of WXR. */
export const wxrTerm = (domain: string, slug: string, name: string): string =>
  `<category domain="${domain}" nicename="${slug}"><![CDATA[${name}]]></category>`

/** A database of its own for a test file, emptied before each test, and imports of one WXR into it. */
export async function importedSite() {
  const database = await temporaryDatabase()
  const folder = temporaryFolder()
  beforeEach(async () => {
    await database.sourceRecord.deleteMany()
    await database.article.deleteMany()
    await database.articleTerm.deleteMany()
    await database.term.deleteMany()
    await database.account.deleteMany()
  })
  async function run(...parts: string[]) {
    const file = path.join(folder, 'export.xml')
    writeFileSync(file, wxr(...parts))
    const report = await importFiles(database, {
      files: [file],
      media: null,
      dryRun: false,
      onProgress: () => {},
    })
    const itemOf = (wpId: number) => report.items.find(({ id }) => id === wpId)
    const flags = (id: number) => itemOf(id)?.flags.map(({ code }) => code) ?? []
    const reason = (id: number) => itemOf(id)?.reason ?? null
    return { report, flags, reason }
  }
  const article = (slug: string) =>
    database.article.findFirstOrThrow({
      where: { slug },
      include: { credits: { include: { person: true } }, terms: { include: { term: true } }, parent: true },
    })
  return { database, run, article }
}
