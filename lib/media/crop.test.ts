import { describe, expect, it } from 'vitest'
import { cropArea, cropPicture } from './crop.ts'

const tall = { width: 420, height: 630 }

describe('cropArea', () => {
  it('keeps the focus as near to the middle as the edges let it', () => {
    const wide = { width: 1800, height: 900 }
    expect(cropArea(wide, tall, { x: 0.5, y: 0.5 })).toEqual({ width: 600, height: 900, left: 600, top: 0 })
    expect(cropArea(wide, tall, { x: 0, y: 0 })).toEqual({ width: 600, height: 900, left: 0, top: 0 })
    expect(cropArea(wide, tall, { x: 1, y: 1 })).toEqual({ width: 600, height: 900, left: 1200, top: 0 })
    expect(cropArea({ width: 420, height: 1260 }, tall, { x: 0.5, y: 0.75 }).top).toBe(630)
  })
})

it('gives nothing for a file that is not there', async () => {
  expect(await cropPicture('../../etc/passwd', tall, { x: 0.5, y: 0.5 })).toBeNull()
})
