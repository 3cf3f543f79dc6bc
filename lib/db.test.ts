import { describe, expect, it } from 'vitest'
import { asJson } from './db.ts'
import { temporaryDatabase } from './testing/database.ts'

const database = await temporaryDatabase()

describe('asJson', () => {
  it('stores any JSON as it is, even what looks like the words of Prisma’s engine', async () => {
    const item = {
      text: 'é "x" \u2028',
      $type: 'Json',
      value: '{}',
      list: [1, null, { $type: 'Raw', value: 3 }],
    }
    const key = { site: 's', type: 'post', wpId: 1, format: 'wxr', hash: '' }
    const flags = [{ code: 'x' }]
    const { id } = await database.sourceRecord.create({
      data: { ...key, item: asJson(JSON.stringify(item)), flags: asJson(JSON.stringify(flags)) },
    })
    expect(await database.sourceRecord.findUniqueOrThrow({ where: { id } })).toMatchObject({ item, flags })
    await database.sourceRecord.update({ where: { id }, data: { item: asJson('[]') } })
    expect(await database.sourceRecord.findUniqueOrThrow({ where: { id } })).toMatchObject({
      item: [],
      flags,
    })
  })

  it('leaves NUL out, which PostgreSQL does not take, and nothing else', async () => {
    const key = { site: 's', type: 'post', wpId: 2, format: 'wxr\0', hash: 'a\0b' }
    const item = { modified: '\0\0x', list: ['\\u0000', '\\\0', 'é"\0"'] }
    await database.sourceRecord.create({ data: { ...key, item: asJson(JSON.stringify(item)), flags: [] } })
    const clean = { modified: 'x', list: ['\\u0000', '\\', 'é""'] }
    const rows =
      await database.$queryRaw`SELECT item->>'modified' AS modified FROM "SourceRecord" WHERE "wpId" = 2`
    expect(rows).toEqual([{ modified: 'x' }])
    expect(await database.sourceRecord.findFirst({ where: { wpId: 2 } })).toMatchObject({ item: clean })
  })
})
