import { describe, expect, it } from 'vitest'
import { instantOf } from './dates.ts'

describe('instantOf', () => {
  it.each([
    ['2019-03-02 07:46:15', '2019-03-02 08:46:15', '2019-03-02T07:46:15.000Z'],
    ['', '2019-03-02 08:46:15', '2019-03-02T07:46:15.000Z'],
    ['0000-00-00 00:00:00', '2017-07-15 12:29:37', '2017-07-15T10:29:37.000Z'],
  ])('%j, %j → %s', (gmt, local, instant) => {
    expect(instantOf(gmt, local)?.toISOString()).toBe(instant)
  })

  it('is null when there is no date', () => {
    expect(instantOf('0000-00-00 00:00:00', '')).toBeNull()
    expect(instantOf('hier', '2019-13-45 99:00:00')).toBeNull()
  })
})
