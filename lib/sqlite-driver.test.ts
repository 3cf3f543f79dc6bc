import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from './db.ts'
import { migrate } from './migrate.ts'
import { temporaryFolder } from './testing/database.ts'

const file = path.join(temporaryFolder(), 'one.db')
const url = `file:${file}`
await migrate(url)
const database = await openDatabase(url)
const names = async () =>
  (await database.person.findMany({ orderBy: { slug: 'asc' } })).map(({ slug }) => slug)
const add = (slug: string) => ({ data: { slug, name: slug } })

describe('transactions on one connection', () => {
  it('keep all or nothing, and leave the client usable', async () => {
    await database.$transaction((transaction) => transaction.person.create(add('a')))
    const failing = database.$transaction(async (transaction) => {
      await transaction.person.create(add('b'))
      await transaction.person.create(add('a'))
    })
    await expect(failing).rejects.toThrow()
    const thrown = database.$transaction(async (transaction) => {
      await transaction.person.create(add('c'))
      throw new Error('non')
    })
    await expect(thrown).rejects.toThrow('non')
    await database.$transaction((transaction) => transaction.person.create(add('d')))
    expect(await names()).toEqual(['a', 'd'])
  })

  it('wait for each other', async () => {
    const slugs = Array.from({ length: 20 }, (_, index) => `w${index}`)
    await Promise.all(
      slugs.map((slug) =>
        database.$transaction(async (transaction) => {
          await transaction.person.findMany({ take: 1 })
          await transaction.person.create(add(slug))
        }),
      ),
    )
    expect(await names()).toEqual(expect.arrayContaining(slugs))
  })

  it('wait for a writer of another process, even after a read', async () => {
    const hold = `import { DatabaseSync } from 'node:sqlite'
      const database = new DatabaseSync(process.argv[1])
      database.exec('BEGIN IMMEDIATE')
      console.log('held')
      setTimeout(() => database.exec('COMMIT'), 500)`
    const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', hold, file]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    const start = performance.now()
    await database.$transaction(async (transaction) => {
      await transaction.person.findMany({ take: 1 })
      await transaction.person.create(add('late'))
    })
    expect(performance.now() - start).toBeGreaterThan(200)
    expect(await names()).toContain('late')
  })

  it.skipIf(!existsSync('/proc/self/fd'))('leave no file open behind them (skipped: no /proc)', async () => {
    const open = () => readdirSync('/proc/self/fd').length
    await database.$transaction((transaction) => transaction.person.count())
    const before = open()
    for (let index = 0; index < 50; index += 1)
      await database.$transaction((transaction) => transaction.person.create(add(`f${index}`)))
    expect(open() - before).toBeLessThan(10)
  })
})

describe('what Prisma is told', () => {
  it('names the columns of an address that is taken, and what is missing', async () => {
    await database.person.create(add('taken'))
    await expect(database.person.create(add('taken'))).rejects.toMatchObject({ code: 'P2002' })
    const credit = { articleId: 999, personId: 999, role: 'author', position: 0 }
    await expect(database.credit.create({ data: credit })).rejects.toMatchObject({ code: 'P2003' })
    await expect(database.$queryRaw`SELECT * FROM nowhere`).rejects.toMatchObject({ code: 'P2010' })
    await expect(database.$queryRaw`SELECT slug, nothing FROM "Person"`).rejects.toThrow()
    expect(await names()).toContain('taken')
  })

  it('gives instants, truth values, numbers and JSON as they were', async () => {
    const at = new Date('2019-03-02T10:11:12.345Z')
    const receipt = { at, checked: 3, fresh: 2, milliseconds: 2 ** 31 - 1, late: [{ address: '/é/' }] }
    const { id } = await database.receipt.create({ data: receipt })
    expect(await database.receipt.findUnique({ where: { id } })).toEqual({ id, ...receipt })
    expect(await database.receipt.count({ where: { at: { gte: at, lt: new Date(at.getTime() + 1) } } })).toBe(
      1,
    )
    const [row] = await database.$queryRaw<{ total: number; half: number; none: null }[]>`
      SELECT count(*) AS total, 0.5 AS half, NULL AS none FROM "Receipt" WHERE at = ${at}`
    expect(row).toEqual({ total: 1, half: 0.5, none: null })
    await database.$executeRaw`UPDATE "Receipt" SET at = ${at.getTime()} WHERE id = ${id}`
    expect(await database.receipt.findUnique({ where: { id } })).toEqual({ id, ...receipt })
  })

  it('reads one statement again with other values', async () => {
    const known = async (slugs: string[]) => database.person.count({ where: { slug: { in: slugs } } })
    expect([await known(['a', 'd']), await known(['a', 'zz']), await known(['a', 'd'])]).toEqual([2, 1, 2])
  })
})
