import sharp from 'sharp'

const [out, h, ...files] = process.argv.slice(2)
const imgs = []
let x = 0
for (const f of files) {
  const i = sharp(f)
  const b = await i.resize({ height: +h, fit: 'inside' }).toBuffer({ resolveWithObject: true })
  imgs.push({ input: b.data, left: x, top: 0 })
  x += b.info.width + 10
}
await sharp({ create: { width: x, height: +h, channels: 3, background: '#888' } })
  .composite(imgs)
  .png()
  .toFile(out)
