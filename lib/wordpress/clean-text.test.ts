import { describe, expect, it } from 'vitest'
import { parseJson, withoutControls } from './clean-text.ts'

describe('control characters', () => {
  it('give the sign of Windows that they stand for', () => {
    expect(withoutControls('l\u0092été, \u0093cité\u0094 \u0085 \u009cuvre')).toBe('l’été, “cité” … œuvre')
  })
  it('go where they stand for nothing', () => {
    expect(withoutControls('a\u0001b\u008dc\td')).toBe('abc\td')
    expect(parseJson('"a\\u0001b"')).toBe('ab')
  })
})
