// `node lib/testing/import-child.ts FILE`: imports into DATABASE_URL, in a process that a test may kill; says each item it is done with.
import { openDatabase } from '../db.ts'
import { importFiles } from '../import/import-files.ts'

const [file = ''] = process.argv.slice(2)
const database = await openDatabase()
const onProgress = () => void process.stdout.write('.')
await importFiles(database, { files: [file], media: null, dryRun: false, onProgress })
await database.$disconnect()
