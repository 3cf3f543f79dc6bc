import { describe, expect, it } from 'vitest'
import { jsonBytes, jsonText } from './json-bytes.ts'

describe('jsonBytes', () => {
  it.each(['', 'ascii', 'Élise, « l’été »', '😀 et \u0000', 'moitié : \ud83d'])(
    'holds %j as it is',
    (text) => {
      const json = JSON.stringify({ text })
      const bytes = jsonBytes(json)
      expect(bytes).toEqual(Buffer.from(json))
      expect(JSON.parse(jsonText(bytes))).toEqual({ text })
    },
  )

  it('owns its memory, so that a thread can give it away', () => {
    const bytes = jsonBytes('"é"')
    expect(bytes.byteLength).toBe(bytes.buffer.byteLength)
    structuredClone(bytes, { transfer: [bytes.buffer] })
    expect(bytes.byteLength).toBe(0)
  })
})
