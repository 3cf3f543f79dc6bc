import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { temporaryDatabase, temporaryFolder } from '../testing/database.ts'
import { findMediaFile } from './find.ts'
import { MediaError, storeMedia } from './store.ts'

const mediaDir = temporaryFolder()
const database = await temporaryDatabase()

const uploads = temporaryFolder()
const folder = path.join(uploads, 'wp-content/uploads/2019/03')
mkdirSync(folder, { recursive: true })
const picture = path.join(folder, 'a.jpg')
await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#c43' } })
  .jpeg()
  .toFile(picture)
const words = { alt: 'Un carré', caption: '' }

describe('findMediaFile', () => {
  it.each([
    'https://s.test/wp-content/uploads/2019/03/a.jpg',
    'https://s.test/wp-content/uploads/2019/03/a-300x200.jpg?w=1#x',
    '//s.test/wp-content/uploads/2019/03/a.jpg',
    '/wp-content/uploads/2019/03/a.jpg',
  ])('finds the original of %s', (url) => {
    expect(findMediaFile(uploads, url)).toBe(picture)
    expect(findMediaFile(path.join(uploads, 'wp-content/uploads'), url)).toBe(picture)
  })

  it('never takes the same name of another month, nor leaves the folder', () => {
    expect(findMediaFile(uploads, 'https://s.test/wp-content/uploads/2020/01/a.jpg')).toBeNull()
    expect(findMediaFile(folder, 'https://s.test/..%2f..%2f..%2f..%2f..%2fetc/passwd')).toBeNull()
    expect(findMediaFile(folder, 'https://s.test/%E0%A4%A')).toBeNull()
  })
})

describe('storeMedia', () => {
  it('stores a picture once, with smaller sizes and a placeholder', async () => {
    const id = await storeMedia(database, picture, words, mediaDir)
    expect(await storeMedia(database, picture, words, mediaDir)).toBe(id)
    const row = await database.media.findUniqueOrThrow({ where: { id } })
    expect(row).toMatchObject({ width: 1200, height: 800, mimeType: 'image/jpeg', alt: 'Un carré' })
    expect(row.placeholder).toMatch(/^data:image\/webp;base64,/)
    expect(readdirSync(mediaDir).sort()).toEqual([`${id}-480.webp`, `${id}-960.webp`, `${id}.jpg`])
  })

  it('refuses what it does not serve, and what is no picture', async () => {
    const svg = path.join(folder, 'x.svg')
    const broken = path.join(folder, 'x.png')
    writeFileSync(svg, '<svg onload="alert(1)"/>')
    writeFileSync(broken, 'pas une image')
    await expect(storeMedia(database, svg, words, mediaDir)).rejects.toThrow(MediaError)
    await expect(storeMedia(database, broken, words, mediaDir)).rejects.toThrow('image illisible')
    expect(await database.media.count()).toBe(1)
  })
})
