import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { temporaryDatabase, temporaryFolder } from '../testing/database.ts'
import { findLargestSize, findMediaFile, mediaRoots } from './find.ts'
import { MediaError } from './media-error.ts'
import { storeMedia } from './store.ts'
import { clearPartial, writeWhole } from './write-whole.ts'

const mediaDir = temporaryFolder()
const database = await temporaryDatabase()
const words = { alt: 'Un carré', caption: '', credit: null }
const store = (file: string, name = file) => storeMedia(database, file, name, words, mediaDir)
const of = (id: string) =>
  readdirSync(mediaDir)
    .filter((name) => name.startsWith(id))
    .map((name) => name.slice(id.length))
    .sort()

const uploads = temporaryFolder()
const folder = path.join(uploads, 'wp-content/uploads/2019/03')
mkdirSync(folder, { recursive: true })
const blank = (width: number, height: number, background = '#c43') =>
  sharp({ create: { width, height, channels: 3, background } })
const put = (name: string, content: string | Buffer) => {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}
const picture = put('a.jpg', await blank(1200, 800).jpeg().toBuffer())

describe('findMediaFile', () => {
  const at = '/wp-content/uploads/2019/03/a.jpg'

  it.each([uploads, path.join(uploads, 'wp-content'), path.join(uploads, 'wp-content/uploads')])(
    'finds a file whether the folder mirrors the site or its uploads: %s',
    (root) => expect(findMediaFile(mediaRoots(root), at)).toBe(picture),
  )

  it('finds names whose accents a copy wrote as signs of their own', () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'été.jpg'.normalize('NFD'))
    writeFileSync(file, 'x')
    expect(findMediaFile([folder], '/été.jpg'.normalize('NFC'))).toBe(file)
  })
  it('takes the largest size of a picture whose original is gone', () => {
    const folder = temporaryFolder()
    for (const name of ['a-150x150.jpg', 'a-1024x640.jpg', 'a-b-2000x2000.jpg', 'a-300x200.png'])
      writeFileSync(path.join(folder, name), 'x')
    expect(findLargestSize([folder], '/a.jpg')).toBe(path.join(folder, 'a-1024x640.jpg'))
    expect(findLargestSize([folder], '/b.jpg')).toBeNull()
    expect(findLargestSize([folder], '/../a.jpg')).toBeNull()
  })
  it('never takes the same name of another month, nor leaves the folder', () => {
    expect(findMediaFile(mediaRoots(uploads), '/wp-content/uploads/2020/01/a.jpg')).toBeNull()
    expect(findMediaFile(mediaRoots(folder), '/../../../../../../etc/passwd')).toBeNull()
    expect(findMediaFile(mediaRoots(folder), '/uploads/../../../../../etc/passwd')).toBeNull()
  })
})

describe('storeMedia', () => {
  it('stores a picture once: AVIF, WebP and its own format at each width, and a placeholder', async () => {
    const { id, ...row } = await store(picture)
    expect(await store(picture)).toMatchObject({ id })
    expect(row).toMatchObject({ width: 1200, height: 800, mimeType: 'image/jpeg', alt: 'Un carré' })
    expect(row.placeholder).toMatch(
      /^radial-gradient\(at 0 0,#[0-9a-f]{6},#0000 70%\),.*,linear-gradient\(#[0-9a-f]{6},#[0-9a-f]{6}\)$/,
    )
    const formats = ['avif', 'jpg', 'webp']
    expect(of(id)).toEqual(
      [
        ...['-1200', '-480', '-750', '-960'].flatMap((width) =>
          formats.map((format) => `${width}.${format}`),
        ),
        '.jpg',
      ].sort(),
    )
    expect(await sharp(path.join(mediaDir, `${id}-480.avif`)).metadata()).toMatchObject({
      format: 'heif',
      width: 480,
      height: 320,
    })
  })

  it('makes again what is gone from the folder', async () => {
    const { id, file } = await store(picture)
    rmSync(path.join(mediaDir, `${id}-480.webp`))
    rmSync(path.join(mediaDir, file))
    await store(picture)
    expect(of(id)).toHaveLength(13)
  })

  it('turns a picture the way its camera was held', async () => {
    const turned = put('turned.jpg', await blank(900, 600).withMetadata({ orientation: 6 }).jpeg().toBuffer())
    const { id, width, height } = await store(turned)
    expect([width, height]).toEqual([600, 900])
    const { width: shown, height: tall } = await sharp(path.join(mediaDir, `${id}-480.webp`)).metadata()
    expect([shown, tall]).toEqual([480, 720])
  })

  it('believes the bytes, not the name', async () => {
    const png = await blank(20, 10).png().toBuffer()
    expect(await store(put('png.jpg', png))).toMatchObject({ mimeType: 'image/png' })
    for (const [name, content] of [
      ['page.jpg', '<!doctype html><script>alert(1)</script>'],
      ['page.pdf', '<html></html>'],
      ['photo.php', '<?php system($_GET[0]);'],
      ['code.js', 'alert(1)'],
      ['zip.jpg', 'PK\x03\x04'],
      ['bmp.bmp', 'BM......'],
      ['empty.jpg', ''],
    ] as const)
      await expect(store(put(name, content)), name).rejects.toThrow(MediaError)
  })

  it('keeps sounds, films and documents as they are', async () => {
    for (const [name, content, mime] of [
      ['son.mp3', 'ID3\x03son', 'audio/mpeg'],
      ['film.mp4', '\0\0\0\x18ftypmp42', 'video/mp4'],
      ['note.pdf', '%PDF-1.4 ', 'application/pdf'],
      [
        'feuille.docx',
        'PK\x03\x04mots',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      ],
      ['sous-titres.vtt', 'WEBVTT\n\n', 'text/vtt'],
    ] as const) {
      const row = await store(put(name, content))
      expect(row).toMatchObject({ mimeType: mime, width: null })
      expect(readFileSync(path.join(mediaDir, row.file), 'latin1')).toBe(content)
    }
  })

  it('refuses a decompression bomb and a broken picture by name, shows a cut one, leaves nothing behind', async () => {
    const before = readdirSync(mediaDir)
    const bomb = await sharp({ create: { width: 14000, height: 14000, channels: 3, background: '#000' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(2_000_000)
    await expect(store(put('bombe.png', bomb))).rejects.toThrow('image illisible')
    const header = (await blank(10, 10).png().toBuffer()).subarray(0, 30)
    await expect(store(put('cassee.png', header))).rejects.toThrow('image illisible')
    expect(readdirSync(mediaDir)).toEqual(before)
    const photo = await blank(900, 600).jpeg().toBuffer()
    const cut = put('coupee.jpg', photo.subarray(0, photo.length - 500))
    expect(await store(cut)).toMatchObject({ width: 900, height: 600 })
  })

  it('serves an animation as it is', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0'].map((colour) => blank(600, 400, colour).png().toBuffer()),
    )
    const gif = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    expect(await store(put('anime.gif', gif))).toMatchObject({
      sizes: [],
      mimeType: 'image/gif',
      height: 400,
    })
  })

  it('stores a TIFF, which browsers do not show, as a picture that they show', async () => {
    const row = await store(put('scan.tif', await blank(700, 300).tiff().toBuffer()))
    expect(row).toMatchObject({ mimeType: 'image/jpeg', file: `${row.id}.jpg` })
    expect(existsSync(path.join(mediaDir, row.file))).toBe(true)
  })
})

describe('writeWhole', () => {
  it('gives a file its name only once complete', async () => {
    const place = temporaryFolder()
    const cut = async (partial: string) => {
      writeFileSync(partial, 'moit')
      throw new Error('coupure')
    }
    await expect(writeWhole(place, 'a.txt', cut)).rejects.toThrow('coupure')
    expect(existsSync(path.join(place, 'a.txt'))).toBe(false)
  })

  it('clears what a killed process left, not what another one is writing', async () => {
    const place = temporaryFolder()
    for (const pid of ['999999999', String(process.ppid)]) {
      mkdirSync(path.join(place, '.partial', pid), { recursive: true })
      writeFileSync(path.join(place, '.partial', pid, 'x'), 'moit')
    }
    await clearPartial(place)
    expect(readdirSync(path.join(place, '.partial'))).toEqual([String(process.ppid)])
  })
})
