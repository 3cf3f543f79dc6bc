import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { withoutLocation } from './location.ts'

const exif = {
  IFD0: { Copyright: 'Zoé Martin', Artist: 'Zoé' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '45/1 46/1 3333/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '3/1 5/1 1/1',
  },
}
const xmp = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" exif:GPSLatitude="45,46.5N" dc:rights="Zoé Martin"><exif:GPSLongitude>3,5.1E</exif:GPSLongitude></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

/** XMP stands compressed in a PNG. */
function taken(
  format: 'jpeg' | 'png' | 'webp' | 'avif',
  says = format === 'png' ? '' : xmp,
): Promise<Buffer> {
  const picture = sharp({ create: { width: 64, height: 48, channels: 3, background: '#386' } }).withExif(exif)
  return (says ? picture.withXmp(says) : picture).toFormat(format).toBuffer()
}

/** The degrees as Exif holds them: 3333/100, in either byte order. */
const SECONDS = [Buffer.from('050d000064000000', 'hex'), Buffer.from('00000d0500000064', 'hex')]

describe('withoutLocation', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'takes the place out of a %s, and nothing else',
    async (format) => {
      const original = await taken(format)
      expect(SECONDS.some((bytes) => original.includes(bytes))).toBe(true)
      const served = await withoutLocation(original)
      if (!served) throw new Error('refusé')
      expect(served.length).toBe(original.length)
      expect(SECONDS.some((bytes) => served.includes(bytes))).toBe(false)
      expect(served.includes('GPSLatitude')).toBe(false)
      const after = await sharp(served).metadata()
      expect(after.exif?.includes('Martin')).toBe(true)
      expect(after.xmp?.includes('dc:rights') ?? format === 'png').toBe(true)
      const [before, shown] = await Promise.all(
        [original, served].map((bytes) => sharp(bytes).raw().toBuffer()),
      )
      expect(shown).toEqual(before)
    },
  )

  it('says when it cannot: the caller makes the picture anew', async () => {
    expect(await withoutLocation(await taken('png', xmp))).toBeNull()
  })

  it('leaves a picture that says no place as it is', async () => {
    const plain = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#386' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    expect(await withoutLocation(plain)).toBe(plain)
  })

  it('survives Exif blocks that lie about their lengths', async () => {
    const original = await taken('jpeg')
    const start = original.indexOf('Exif\0\0')
    for (let at = start + 6; at < start + 200; at += 1) {
      const broken = Buffer.from(original)
      broken.fill(0xff, at, at + 4)
      const served = await withoutLocation(broken)
      expect(served === null || served.length === broken.length).toBe(true)
    }
  })
})
