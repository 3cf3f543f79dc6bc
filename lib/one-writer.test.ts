import { describe, expect, it } from 'vitest'
import { createAdapter, openDatabase } from './db.ts'
import { migrate, schemaSql } from './migrate.ts'
import { emptyPostgres } from './testing/database.ts'

const server = process.env.TEST_POSTGRES ?? ''

/** Columns, defaults, keys and indexes of the tables of the models: search has its own. */
async function objects(url: string): Promise<unknown> {
  const database = await openDatabase(url)
  const columns =
    await database.$queryRaw`SELECT table_name, column_name, udt_name, is_nullable, column_default
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name !~ '^(_|search_)' ORDER BY 1, 2`
  const indexes = await database.$queryRaw`SELECT indexdef FROM pg_indexes
    WHERE schemaname = 'public' AND tablename !~ '^(_|search_)' ORDER BY 1`
  const keys =
    await database.$queryRaw`SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text !~ '^"?(_|search_)' ORDER BY 1`
  await database.$disconnect()
  return { columns, indexes, keys }
}

describe.skipIf(server === '')('PostgreSQL', () => {
  it('has the tables of the models, from nodes that migrate at the same time, once', async () => {
    const [migrated, direct] = [await emptyPostgres(server), await emptyPostgres(server)]
    const applied = await Promise.all([migrate(migrated), migrate(migrated), migrate(migrated)])
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
    const sql = await schemaSql(direct)
    const connection = await (await createAdapter(direct)).connect()
    await connection.executeScript(sql)
    await connection.dispose()
    const made = await objects(migrated)
    expect(made).toEqual(await objects(direct))
    expect(JSON.stringify(made)).toContain('Article_path_key')
  })

  it('lets writers of several nodes wait for each other: nothing is read that another one is about to change', async () => {
    const url = await emptyPostgres(server)
    await migrate(url)
    const nodes = [await openDatabase(url), await openDatabase(url), await openDatabase(url)]
    const addOne = (node: (typeof nodes)[number]) =>
      node.$transaction(
        async (transaction) => {
          const count = await transaction.person.count()
          await transaction.person.create({ data: { slug: `p${count}`, name: '' } })
        },
        { maxWait: 20_000, timeout: 20_000 },
      )
    await Promise.all(Array.from({ length: 10 }, () => nodes.map(addOne)).flat())
    expect(await nodes[0]?.person.count()).toBe(30)
    const failing = nodes[0]?.$transaction(async (transaction) => {
      await transaction.person.create({ data: { slug: 'x', name: '' } })
      throw new Error('volontaire')
    })
    await expect(failing).rejects.toThrow('volontaire')
    expect(await nodes[1]?.person.count({ where: { slug: 'x' } })).toBe(0)
    for (const node of nodes) await node.$disconnect()
  })

  it('keeps JSON in the order it was given, which a revision is made from', async () => {
    const url = await emptyPostgres(server)
    await migrate(url)
    const database = await openDatabase(url)
    const key = { site: 's', type: 'post', wpId: 1, format: 'wxr', hash: '' }
    await database.sourceRecord.create({ data: { ...key, item: { type: 'doc', b: 1, aa: 2 }, flags: [] } })
    expect(JSON.stringify((await database.sourceRecord.findFirst())?.item)).toBe(
      '{"type":"doc","b":1,"aa":2}',
    )
    await database.$disconnect()
  })
})
