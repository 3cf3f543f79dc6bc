import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { placeholderOf } from './placeholder.ts'

/** A picture of two by two squares of these colours. */
const squares = (colours: readonly string[], channels: 3 | 4 = 3) =>
  sharp({ create: { width: 40, height: 40, channels, background: '#00000000' } }).composite(
    colours.map((background, index) => ({
      input: { create: { width: 20, height: 20, channels, background } },
      left: (index % 2) * 20,
      top: Math.floor(index / 2) * 20,
    })),
  )

describe('placeholderOf', () => {
  it('has the colours of the corners, each at its place, over that of the middle', async () => {
    const picture = sharp(await squares(['#ff0000', '#00ff00', '#0000ff', '#ffff00']).png().toBuffer())
    const colours = (await placeholderOf(picture)).match(/(?<=at [^,]+,#)[0-9a-f]{6}/g) ?? []
    const brightParts = (colour: string) =>
      ['r', 'g', 'b'].filter((_, index) => Number.parseInt(colour.slice(2 * index, 2 * index + 2), 16) > 200)
    expect(colours.map((colour) => brightParts(colour).join(''))).toEqual(['r', 'g', 'b', 'rg'])
  })

  it('is paper where the picture is transparent, grey where it is grey', async () => {
    const clear = sharp({ create: { width: 9, height: 5, channels: 4, background: '#00000000' } }).png()
    expect(await placeholderOf(sharp(await clear.toBuffer()))).toContain('linear-gradient(#ffffff,#ffffff)')
    const grey = sharp({ create: { width: 9, height: 5, channels: 3, background: '#777777' } })
    const file = await grey.toColourspace('b-w').png().toBuffer()
    expect(await placeholderOf(sharp(file))).toContain('linear-gradient(#777777,#777777)')
  })
})
