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
})
