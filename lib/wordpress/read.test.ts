import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { varDump } from '../testing/wordpress.ts'
import { detectFormat, readSource } from './read.ts'
import type { SourceEvent } from './source.ts'

const dump = 'object(WP_Post)#1 (2) {\n["ID"]=>\nint(4)\n["post_content"]=>\nstring(1) "a"\n}\n'
const wxr =
  '<?xml version="1.0"?>\n<rss><channel><wp:wxr_version>1.2</wp:wxr_version><item><wp:post_id>4</wp:post_id></item></channel></rss>'

async function readAll(file: string): Promise<SourceEvent[]> {
  const events: SourceEvent[] = []
  for await (const event of readSource(file)) events.push(event)
  return events
}

describe('detectFormat', () => {
  it.each([
    ['wxr', `\ufeff\n${wxr}`],
    ['wxr', '<!-- export --><rss>'],
    [
      'wxr',
      'Notice: a <b>b</b> in /x.php\n<?xml version="1.0"?><rss version="2.0"\n\txmlns:wp="http://wordpress.org/export/1.2/">',
    ],
    ['unknown', '<p>a</p><svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ['dump', dump],
    ['dump', '<pre class="a">\narray(2) {\n'],
    ['rest', ' [\n  {"id": 4'],
    ['rest', '\ufeff{"posts": []}'],
    ['print_r', 'WP_Query Object\n(\n    [query] => Array'],
    ['print_r', '<pre>Array\n(\n'],
    ['var_export', '\\WP_Post::__set_state(array(\n'],
    ['var_export', 'array (\n  0 => '],
    ['empty', ' \n'],
    ['zip', 'PK\x03\x04'],
    ['unknown', '<!DOCTYPE html><html>'],
    ['unknown', 'Bonjour'],
  ])('recognises %s: %j', (format, head) => {
    expect(detectFormat(Buffer.from(head))).toBe(format)
  })

  it('recognises a compressed file', () => {
    expect(detectFormat(gzipSync(wxr))).toBe('gzip')
  })
})

describe('readSource', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chapo-read-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  async function read(content: string | Buffer): Promise<SourceEvent[]> {
    const file = join(folder, 'source')
    await writeFile(file, content)
    return readAll(file)
  }

  it('reads a dump, an export and answers of the API alike, compressed or not', async () => {
    const rest = JSON.stringify([{ id: 4, title: { rendered: 'A' }, content: { rendered: 'a' } }])
    for (const source of [dump, wxr, rest, gzipSync(dump), gzipSync(wxr), gzipSync(rest)]) {
      const events = await read(source)
      expect(events.flatMap((event) => (event.kind === 'item' ? [event.item.id] : []))).toEqual([4])
    }
  })

  it('gives the whole posts of a compressed dump that is cut', async () => {
    const posts = [1, 2, 3].map((id) => ({ id, title: 'a', slug: 'a', content: `${id} `.repeat(900) }))
    const compressed = gzipSync(varDump(...posts), { level: 0 })
    const file = join(folder, 'cut.txt.gz')
    await writeFile(file, compressed.subarray(0, compressed.length - 900))
    const ids: number[] = []
    const reading = async () => {
      for await (const event of readSource(file)) if (event.kind === 'item') ids.push(event.item.id)
    }
    await expect(reading()).rejects.toThrow(/coupé/)
    expect(ids).toEqual([1, 2])
  })

  it('gives the whole items of a small gzip file that is cut after them', async () => {
    const items = [1, 2, 3].map((id) => `<item><wp:post_id>${id}</wp:post_id></item>`)
    const compressed = gzipSync(wxr.replace(/<item>.*<\/item>/, items.join('')))
    const file = join(folder, 'cut.gz')
    await writeFile(file, compressed.subarray(0, compressed.length - 12))
    const ids: number[] = []
    const reading = async () => {
      for await (const event of readSource(file)) if (event.kind === 'item') ids.push(event.item.id)
    }
    await expect(reading()).rejects.toThrow(/coupé ou abîmé/)
    expect(ids).toEqual([1, 2, 3])
  })

  it.each([
    ['an empty file', '', /le fichier est vide\. Sont acceptés/],
    ['an unknown format', 'Bonjour', /format inconnu\. Sont acceptés : un export WordPress/],
    ['a print_r', 'Array\n(\n)', /c’est un print_r.*Refaites-le avec var_dump/],
    ['a var_export', 'array (\n)', /c’est un var_export.*Refaites-le avec var_dump/],
    ['a gzip file cut short', gzipSync(wxr).subarray(0, 60), /coupé ou abîmé/],
    ['a zip file', 'PK\x03\x04', /compressé \(zip\)/],
  ])('refuses %s and says what to do', async (_, content, reason) => {
    await expect(read(content)).rejects.toThrow(reason)
  })

  it('refuses a folder and a missing file', async () => {
    await expect(readAll(folder)).rejects.toThrow(/ce dossier ne contient/)
    await expect(readAll(join(folder, 'rien'))).rejects.toThrow(/n’existe pas/)
  })
})
