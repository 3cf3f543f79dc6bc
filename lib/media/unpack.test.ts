import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/database.ts'
import { MediaError } from './media-error.ts'
import { openMediaSource } from './source.ts'
import { placeInside, unpack } from './unpack.ts'

type Put = { name: string; content: Buffer }

/** A .zip, as any program writes it. */
function zip(...files: Put[]): Buffer {
  const locals: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, content } of files) {
    const packed = deflateRawSync(content)
    const named = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(named.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, named, packed])
    locals.push(local)
    list.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, place, named]))
    at += local.length
  }
  const entries = Buffer.concat(list)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(entries.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...locals, entries, Buffer.from('PK\x05\x06'), end])
}

function tarEntry(name: string, content: Buffer, type = '0'): Buffer {
  const header = Buffer.alloc(512)
  header.write(name, 0)
  header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
  header.write(type, 156)
  header.write('ustar\x0000', 257)
  return Buffer.concat([header, content, Buffer.alloc((512 - (content.length % 512)) % 512)])
}

const folder = temporaryFolder()
function put(name: string, content: Buffer): string {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  return file
}
const filesIn = (root: string) => {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))).sort()
}
async function unpacked(archive: string): Promise<string[]> {
  const root = await unpack(archive)
  const files = filesIn(root)
  rmSync(root, { recursive: true })
  return files
}

const jpg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('une image '.repeat(2000))])
const long = `${'x'.repeat(150)}.jpg`

describe('unpack', () => {
  it('reads what tar writes, links and long names too', async () => {
    const tree = path.join(folder, 'arbre')
    mkdirSync(path.join(tree, 'wp-content/uploads/2019/03'), { recursive: true })
    for (const name of ['a.jpg', 'été.jpg', long])
      writeFileSync(path.join(tree, 'wp-content/uploads/2019/03', name), jpg)
    writeFileSync(path.join(tree, 'wp-content/uploads/index.php'), '<?php')
    symlinkSync('/etc/passwd', path.join(tree, 'wp-content/uploads/secret.txt'))
    for (const [name, ...flags] of [
      ['a.tar', '--format=gnu'],
      ['b.tar.gz', '--format=pax', '-z'],
      ['c.tar', '--format=ustar', `--exclude=${long}`],
    ] as const) {
      const archive = path.join(folder, name)
      execFileSync('tar', [...flags, '--ignore-failed-read', '-cf', archive, '-C', tree, 'wp-content'])
      const files = (await unpacked(archive)).map((file) => path.basename(file))
      expect(files, name).toEqual(name === 'c.tar' ? ['a.jpg', 'été.jpg'] : ['a.jpg', long, 'été.jpg'])
    }
  })

  it('reads a .zip', async () => {
    const archive = put(
      'u.zip',
      zip({ name: 'uploads/2019/03/a.jpg', content: jpg }, { name: 'x.php', content: jpg }),
    )
    const root = await unpack(archive)
    expect(filesIn(root)).toEqual(['uploads/2019/03/a.jpg'])
    expect(readFileSync(path.join(root, 'uploads/2019/03/a.jpg'))).toEqual(jpg)
    rmSync(root, { recursive: true })
  })

  it('gives the files of an archive as those of a folder, and cleans up', async () => {
    const archive = put('s.zip', zip({ name: 'site/wp-content/uploads/2019/03/a.jpg', content: jpg }))
    const source = await openMediaSource(archive)
    const wanted = { address: 'https://s.test/wp-content/uploads/2019/03/a-300x200.jpg', isOwn: true }
    const file = await source.withFile(wanted, async (place) => place)
    expect(file).toMatch(/uploads\/2019\/03\/a\.jpg$/)
    await source.close()
    expect(existsSync(file ?? '')).toBe(false)
  })

  it.each([
    '../../evil.jpg',
    '/tmp/evil.jpg',
    'a/../../evil.jpg',
    '..\\..\\evil.jpg',
    'C:\\evil.jpg',
    'a\0/b.jpg',
    '..',
  ])('never writes outside: %s', async (name) => {
    expect(placeInside('/racine', name)).toBeNull()
    expect(await unpacked(put('evil.zip', zip({ name, content: jpg })))).toEqual([])
    expect(await unpacked(put('evil.tar', tarEntry(name, jpg)))).toEqual([])
  })

  it('never follows a link', async () => {
    const link = tarEntry('lien', Buffer.alloc(0), '2')
    link.write('/tmp', 157)
    expect(
      await unpacked(put('lien.tar', Buffer.concat([link, tarEntry('lien/a.jpg', jpg), Buffer.alloc(1024)]))),
    ).toEqual(['lien/a.jpg'])
    expect(existsSync('/tmp/a.jpg')).toBe(false)
  })

  it('stops at a bomb, in any of its forms', async () => {
    const zeros = Buffer.alloc(64 * 1024 * 1024)
    for (const [name, bytes] of [
      ['bombe.zip', zip({ name: 'a.jpg', content: zeros })],
      ['bombe.tar.gz', gzipSync(tarEntry('a.jpg', zeros))],
    ] as const)
      await expect(unpack(put(name, bytes)), name).rejects.toThrow('grandit sans mesure')
  })

  it('says what is cut or is no archive', async () => {
    const whole = zip({ name: 'a.jpg', content: jpg })
    for (const bytes of [
      whole.subarray(0, whole.length - 30),
      whole.subarray(0, 20),
      tarEntry('a.jpg', jpg).subarray(0, 3000),
      gzipSync(tarEntry('a.jpg', jpg)).subarray(0, 100),
      Buffer.from('bonjour'),
      Buffer.alloc(0),
    ])
      await expect(unpack(put('cut.bin', bytes))).rejects.toThrow(/archive|ni \.zip/)
  })

  it('ends, whatever the bytes', async () => {
    const whole = zip({ name: 'a.jpg', content: jpg }, { name: 'b.jpg', content: jpg })
    for (let at = 0; at < whole.length; at += 1) {
      const broken = Buffer.from(whole)
      broken[at] = 255 - (broken[at] ?? 0)
      await unpacked(put('mutant.zip', broken)).catch((error: unknown) =>
        expect(error).toBeInstanceOf(MediaError),
      )
    }
  })
})
