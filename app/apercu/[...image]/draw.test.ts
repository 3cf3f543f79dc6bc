import { createElement } from 'react'
import sharp from 'sharp'
import { describe, expect, it, vi } from 'vitest'
import { PreviewPicture } from '../../../components/preview/PreviewPicture.tsx'
import { draw } from './draw.ts'

const size = { width: 1200, height: 630 }
const title = 'Élise Ÿgrec : « Ça sonne, dès l’œuvre née »'

async function picture(words: Partial<Parameters<typeof PreviewPicture>[0]['words']>): Promise<Buffer> {
  const all = { kind: 'interview' as const, kicker: 'Entretien', title, byline: 'par Ève', ...words }
  return draw(createElement(PreviewPicture, { words: all, picture: null }), size)
}

/** The mean darkness of the part where the title stands. */
async function ink(jpeg: Buffer): Promise<number> {
  const part = sharp(jpeg).extract({ left: 60, top: 140, width: 760, height: 330 }).greyscale()
  const { channels } = await sharp(await part.toBuffer()).stats()
  return 255 - (channels[0]?.mean ?? 255)
}

describe('the preview of an article', () => {
  it('is a JPEG of the size that networks ask', async () => {
    expect(await sharp(await picture({})).metadata()).toMatchObject({ format: 'jpeg', ...size })
  })

  it('draws every French letter: one that is missing would leave a hole', async () => {
    const [plain, accented] = await Promise.all(
      ['eeee uuuu oooo cc oe ae EEE', 'éèêë ùûüú ôöóò çÇ œ æ ÉÈÊ'].map(async (words) =>
        ink(await picture({ title: words })),
      ),
    )
    expect(accented).toBeGreaterThan((plain ?? 0) * 0.95)
  })

  it('asks nothing of another host, whatever the title holds', async () => {
    const asked = vi.spyOn(globalThis, 'fetch')
    for (const hostile of ['La forge 🔥 de 東京', 'Šimon Łukasz', '', '\u0000\ud83d', 'w'.repeat(400)])
      expect((await picture({ title: hostile, byline: hostile, kicker: hostile })).length).toBeGreaterThan(
        5000,
      )
    expect(
      asked.mock.calls.map(([address]) => String(address)).filter((address) => /^http/.test(address)),
    ).toEqual([])
    asked.mockRestore()
  })
})
