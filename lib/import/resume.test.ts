import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openTagStore } from '../../cache/tag-store.ts'
import { migrate } from '../migrate.ts'
import { temporaryFolder } from '../testing/database.ts'
import { wxr, wxrItem } from '../testing/wordpress.ts'

const folder = temporaryFolder()
const POSTS = 200
const KILLS = 10

/** Posts that share people, tags, categories and short addresses, with comments and pages below pages. */
function post(id: number): string {
  const comment = `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_approved>1</wp:comment_approved><wp:comment_content>Bravo</wp:comment_content></wp:comment>`
  const more = `<category domain="post_tag" nicename="t${id % 7}">T</category><category domain="category" nicename="c${id % 3}">C</category>${comment}`
  const content = `Par Alix R${'aeiou'[id % 5]}y\n\n${`<h3>Question ${id} ?</h3>\n${'Une réponse. '.repeat(20)}\n\n`.repeat(6)}`
  const type = id % 10 === 0 ? 'page' : 'post'
  return wxrItem({ id, type, slug: `post-${id - (id % 2)}`, content, more }).replace(
    '<wp:post_parent>0',
    `<wp:post_parent>${type === 'page' ? id - 10 : 0}`,
  )
}

const file = path.join(folder, 'export.xml')
writeFileSync(file, wxr(...Array.from({ length: POSTS }, (_, index) => post(index + 1))))

function start(name: string) {
  const env = {
    ...process.env,
    DATABASE_URL: `file:${path.join(folder, `${name}.db`)}`,
    CACHE_DB: path.join(folder, `${name}-cache.db`),
  }
  const script = path.join(import.meta.dirname, '../testing/import-child.ts')
  return spawn(process.execPath, [script, file], { env, stdio: ['ignore', 'pipe', 'inherit'] })
}

async function runToEnd(name: string): Promise<void> {
  const child = start(name)
  expect(await once(child, 'exit')).toEqual([0, null])
}

/** Kills the import so many milliseconds after it said that it is done with so many items. */
async function runUntilKilled(name: string, items: number, delay: number): Promise<void> {
  const child = start(name)
  const exit = once(child, 'exit')
  let done = 0
  for await (const text of child.stdout) {
    done += String(text).length
    if (done < items) continue
    await sleep(delay)
    child.kill('SIGKILL')
    break
  }
  await exit
}

/** All that is stored, but the times at which it was. */
function state(name: string): string[] {
  const rows = (database: DatabaseSync, table: string) =>
    database
      .prepare(`SELECT * FROM "${table}"`)
      .all()
      .map(({ createdAt: _c, savedAt: _s, importedAt: _i, ...row }) => `${table} ${JSON.stringify(row)}`)
  const database = new DatabaseSync(path.join(folder, `${name}.db`))
  const tables = database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'")
    .all()
    .map(({ name: table }) => String(table))
  const cache = openTagStore(path.join(folder, `${name}-cache.db`))
  const tags = cache.pull()
  cache.close()
  const stored = tables.flatMap((table) => rows(database, table))
  database.close()
  return [...stored, ...tags.map(({ tag }) => `refreshed ${tag}`)].sort()
}

describe('an import that is killed', () => {
  it(`ends as if it had run through: ${KILLS} times SIGKILL`, { timeout: 300_000 }, async () => {
    for (const name of ['whole', 'killed']) await migrate(`file:${path.join(folder, `${name}.db`)}`)
    await runToEnd('whole')
    const left: number[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      // The first at the first sign of life, so that one at least meets the import half-way on any machine.
      const [items, delay] = kill === 0 ? [1, 0] : [Math.random() * POSTS, Math.random() * 60]
      await runUntilKilled('killed', items, delay)
      left.push(state('killed').filter((row) => row.startsWith('Article ')).length)
    }
    await runToEnd('killed')
    expect(
      left.some((count) => count > 0 && count < POSTS),
      `articles after each kill: ${left}`,
    ).toBe(true)
    expect(state('killed')).toEqual(state('whole'))
  })
})
