import { describe, expect, it } from 'vitest'
import { Prisma } from '../generated/prisma/client.ts'
import { arrived, besidePrisma } from './beside-prisma.ts'
import { jsonBytes } from './json-bytes.ts'

const sqlite = { _activeProvider: 'sqlite' }
const long = 'é’\u0000"'.repeat(300)

/** What the driver is given for a value. */
const given = (passed: string | Prisma.Sql): string =>
  passed instanceof Prisma.Sql ? String(passed.values[0]) : passed

describe('texts beside Prisma', () => {
  it('arrive as they are, the long ones under a key', async () => {
    const texts = ['court', long]
    const keys = await besidePrisma(sqlite, async (pass) => {
      const passed = texts.map(pass).map(given)
      expect(passed.map(arrived)).toEqual(texts)
      return passed
    })
    expect(keys[0]).toBe('court')
    expect(keys[1]?.length).toBeLessThan(100)
  })

  it('arrive as bytes when they are JSON, and become a text of the database', async () => {
    const bytes = jsonBytes('{}')
    await besidePrisma(sqlite, async (pass) => {
      const passed = pass(bytes)
      expect(passed).toMatchObject({ strings: ['CAST(', ' AS TEXT)'] })
      expect(arrived(given(passed))).toBe(bytes)
    })
  })

  it('are gone once the statements have run, or failed', async () => {
    const keys: string[] = []
    const failing = besidePrisma(sqlite, async (pass) => {
      keys.push(given(pass(long)))
      throw new Error('non')
    })
    await expect(failing).rejects.toThrow('non')
    expect(() => arrived(keys[0] ?? '')).toThrow('texte inconnu')
  })

  it('are not what a value gets that only looks like a key', async () => {
    const forged = '\u0000aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa:1'
    expect(await besidePrisma(sqlite, async (pass) => [given(pass(long)), arrived(forged)].at(-1))).toBe(
      forged,
    )
  })

  it('go through Prisma where the driver is not ours', async () => {
    const passed = besidePrisma({ _activeProvider: 'postgresql' }, async (pass) =>
      [long, jsonBytes('"é"')].map(pass),
    )
    expect(await passed).toEqual([long, '"é"'])
  })
})
