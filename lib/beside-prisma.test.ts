import { describe, expect, it } from 'vitest'
import { arrived, besidePrisma } from './beside-prisma.ts'

const sqlite = { _activeProvider: 'sqlite' }
const long = 'é’\u0000"'.repeat(300)

describe('texts beside Prisma', () => {
  it('arrive as they are, the long ones under a key', async () => {
    const texts = ['court', long]
    const keys = await besidePrisma(sqlite, async (pass) => {
      const passed = texts.map(pass)
      expect(passed.map(arrived)).toEqual(texts)
      return passed
    })
    expect(keys[0]).toBe('court')
    expect(keys[1]?.length).toBeLessThan(100)
  })

  it('are gone once the statements have run, or failed', async () => {
    const keys: string[] = []
    const failing = besidePrisma(sqlite, async (pass) => {
      keys.push(pass(long))
      throw new Error('non')
    })
    await expect(failing).rejects.toThrow('non')
    expect(() => arrived(keys[0] ?? '')).toThrow('texte inconnu')
  })

  it('are not what a value gets that only looks like a key', async () => {
    const forged = '\u0000aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa:1'
    expect(await besidePrisma(sqlite, async (pass) => [pass(long), arrived(forged)].at(-1))).toBe(forged)
  })

  it('go through Prisma where the driver is not ours', async () => {
    expect(await besidePrisma({ _activeProvider: 'postgresql' }, async (pass) => pass(long))).toBe(long)
  })
})
