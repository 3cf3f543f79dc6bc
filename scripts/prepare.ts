// Brings the database to the last migration and its search index to this version; fills an empty one with the demo.
import { mkdirSync } from 'node:fs'
import { openDatabase } from '../lib/db.ts'
import { env } from '../lib/env.ts'
import { importFiles } from '../lib/import/import-files.ts'
import { isComplete, summarize } from '../lib/import/report.ts'
import { migrate } from '../lib/migrate.ts'
import { isIndexOutdated, rebuildIndex } from '../lib/search/doctor.ts'

const applied = await migrate(env.DATABASE_URL)
if (applied.length > 0) console.log(`  migrations appliquées : ${applied.join(', ')}`)
mkdirSync(env.MEDIA_DIR, { recursive: true })
const database = await openDatabase()
if ((await database.article.count()) === 0 && (await database.sourceRecord.count()) === 0) {
  console.log('  base vide : import du magazine de démonstration …')
  const report = await importFiles(database, {
    files: ['content/magazine.xml'],
    media: 'content/uploads',
    dryRun: false,
    onProgress: () => {},
  })
  console.log(summarize(report).replace(/^/gm, '  '))
  if (!isComplete(report)) process.exitCode = 1
}
if (await isIndexOutdated(database)) {
  console.log('  index de recherche : refait pour cette version …')
  await rebuildIndex(database)
}
await database.$disconnect()
