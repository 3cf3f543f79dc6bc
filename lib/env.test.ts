import { describe, expect, it } from 'vitest'
import { readEnvironment } from './env.ts'

describe('environment', () => {
  it('needs nothing, and takes an empty variable for an absent one', () => {
    expect(readEnvironment({ REVALIDATE_SECRET: '' })).toEqual({
      DATABASE_URL: 'file:./data/chapo.db',
      MEDIA_DIR: './data/media',
      TRUST_PROXY: 0,
      CACHE_DB: './data/cache.db',
      PORT: 3000,
    })
  })

  it('drops the slash at the end of SITE_URL', () => {
    expect(readEnvironment({ SITE_URL: 'https://www.exemple.fr/' }).SITE_URL).toBe('https://www.exemple.fr')
  })

  it.each([
    ['DATABASE_URL', 'mysql://x'],
    ['SITE_URL', 'www.exemple.fr'],
    ['SITE_URL', 'javascript:alert(1)'],
    ['PORT', '99999'],
    ['REVALIDATE_SECRET', 'court'],
  ])('names the variable to mend: %s=%s', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(name)
  })
})
