import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { openDatabase } from '../lib/db.ts'
import { migrate } from '../lib/migrate.ts'
import { temporaryFolder } from '../lib/testing/database.ts'
import { wxr, wxrItem } from '../lib/testing/wordpress.ts'

it('imports to the end although nobody reads its lines any more', async () => {
  const folder = temporaryFolder()
  const url = `file:${path.join(folder, 'x.db')}`
  await migrate(url)
  const file = path.join(folder, 'export.xml')
  const ids = Array.from({ length: 40 }, (_, index) => index + 1)
  writeFileSync(file, wxr(...ids.map((id) => wxrItem({ id, content: `Article ${id}.` }))))
  const child = spawn(
    process.execPath,
    ['--import', './scripts/tsx-hook.mjs', 'bin/chapo.ts', 'import', file],
    {
      env: { ...process.env, DATABASE_URL: url, MEDIA_DIR: folder, CACHE_DB: path.join(folder, 'cache.db') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  child.stdout.destroy()
  child.stderr.destroy()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  const database = await openDatabase(url)
  expect(await database.article.count()).toBe(ids.length)
  await database.$disconnect()
}, 60_000)
