import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as wait } from 'node:timers/promises'
import sharp from 'sharp'
import { expect, it } from 'vitest'
import { migrate } from '../migrate.ts'
import { temporaryFolder } from '../testing/database.ts'
import { wxr, wxrItem } from '../testing/wordpress.ts'

const ROOT = path.join(import.meta.dirname, '../..')
/** Posts, each with a picture; `CHAPO_KILLED=500 npx vitest run lib/import/killed.test.ts` is the long run. */
const PICTURES = Number(process.env.CHAPO_KILLED ?? 60)
const KILLS = 20

const folder = temporaryFolder()
const uploads = path.join(folder, 'uploads')
const at = (id: number) => `wp-content/uploads/2019/03/${id}.jpg`
mkdirSync(path.join(uploads, path.dirname(at(1))), { recursive: true })
const ids = Array.from({ length: PICTURES }, (_, index) => index + 1)
for (const id of ids)
  await sharp({
    create: {
      width: 240,
      height: 160,
      channels: 3,
      background: { r: (id % 16) * 16, g: (Math.floor(id / 16) % 16) * 16, b: Math.floor(id / 256) * 64 },
    },
  })
    .jpeg()
    .toFile(path.join(uploads, at(id)))
const items = ids.flatMap((id) => {
  const url = `https://www.essai.test/${at(id)}`
  const more = `<wp:attachment_url>${url}</wp:attachment_url>`
  return [
    wxrItem({ id, type: 'attachment', status: 'inherit', slug: `piece-${id}`, more }),
    wxrItem({ id: 1000 + id, content: `<img src="${url}" alt="${id}">` }),
  ]
})
const source = path.join(folder, 'export.xml')
writeFileSync(source, wxr(...items))

type Run = { code: number | null; steps: number }

/**
 * The import, in a process of its own: a step for each file of the library, then for each post. After `killAfter` of
 * them it is ended as a power cut would.
 */
async function runImport(name: string, killAfter = Number.POSITIVE_INFINITY): Promise<Run> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'lib/testing/import-child.ts', source, uploads],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        DATABASE_URL: `file:${path.join(folder, name, 'x.db')}`,
        MEDIA_DIR: path.join(folder, name, 'media'),
        CACHE_DB: path.join(folder, name, 'cache.db'),
      },
    },
  )
  let steps = 0
  let isKilled = false
  child.stdout.on('data', (said: Buffer) => {
    steps += said.length
    if (steps < killAfter || isKilled) return
    isKilled = true
    void wait(40 * Math.random()).then(() => child.kill('SIGKILL'))
  })
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  return { code, steps }
}

function filesOf(name: string): Map<string, string> {
  const media = path.join(folder, name, 'media')
  const files = readdirSync(media).filter((file) => statSync(path.join(media, file)).isFile())
  return new Map(
    files.sort().map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(path.join(media, file)))
        .digest('hex'),
    ]),
  )
}

function rowsOf(name: string): unknown[] {
  const database = new DatabaseSync(path.join(folder, name, 'x.db'))
  const rows = [
    'SELECT id, file, width, height, sizes FROM Media ORDER BY id',
    'SELECT wpId, mediaId FROM Attachment ORDER BY wpId',
    'SELECT path, document, revision FROM Article ORDER BY path',
    'SELECT site, type, wpId, hash FROM SourceRecord ORDER BY site, type, wpId',
    'SELECT "from", "to", kind FROM Redirect ORDER BY "from"',
    'SELECT tag FROM PendingRefresh',
  ].map((query) => database.prepare(query).all())
  database.close()
  return rows
}

it('an import killed at any moment leaves no half file, and ends like one that was not', async () => {
  for (const name of ['whole', 'killed']) {
    await migrate(`file:${path.join(folder, name, 'x.db')}`)
    mkdirSync(path.join(folder, name, 'media'))
  }
  const { code, steps } = await runImport('whole')
  expect(code).toBe(0)
  const whole = filesOf('whole')
  expect(whole.size).toBe(PICTURES * 4)

  let kills = 0
  for (let count = 0; count < KILLS; count += 1) {
    if ((await runImport('killed', 1 + steps * Math.random())).code === null) kills += 1
    for (const [file, hash] of filesOf('killed')) expect(hash, file).toBe(whole.get(file))
  }
  expect(kills).toBeGreaterThan(KILLS / 2)
  expect((await runImport('killed')).code).toBe(0)
  expect(filesOf('killed')).toEqual(whole)
  expect(rowsOf('killed')).toEqual(rowsOf('whole'))
  expect(readdirSync(path.join(folder, 'killed/media/.partial'))).toEqual([])
}, 1_800_000)
