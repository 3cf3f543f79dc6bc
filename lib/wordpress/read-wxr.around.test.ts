import { describe, expect, it } from 'vitest'
import { readWxr } from './read-wxr.ts'
import type { SourceEvent } from './source.ts'

const item = (id: number) =>
  `<item><title>Article ${id}</title>\n<wp:post_id>${id}</wp:post_id><wp:post_type>post</wp:post_type></item>`

const channel = (inside: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"><channel><title>Le Site</title><link>https://a.example/</link>
<wp:wxr_version>1.2</wp:wxr_version>
${inside}
</channel></rss>`

async function* pieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

/** All that an export gives before it ends or fails. */
async function read(xml: string, size = 65_536) {
  const events: SourceEvent[] = []
  let error: unknown = null
  try {
    for await (const event of readWxr('export.xml', pieces(Buffer.from(xml), size))) events.push(event)
  } catch (thrown) {
    error = thrown
  }
  const items = events.flatMap((event) => (event.kind === 'item' ? [event.item] : []))
  const warnings = events.flatMap((event) => (event.kind === 'warning' ? [event.message] : []))
  const site = events.find((event) => event.kind === 'site')?.site
  return { events, items, warnings, site, error, message: String(error) }
}

describe('what stands around an export', () => {
  it('reads on where a server shows its errors around the document, and names them', async () => {
    const notice = 'Notice: a <strong>b</strong> & c in <b>/x.php</b><br>\n\n'
    const whole = await read(channel(item(1)))
    for (const xml of [`${notice}${channel(item(1))}`, `\ufeff<br />\n${channel(item(1))}`]) {
      const { items, site, warnings, error } = await read(xml)
      expect(error).toBeNull()
      expect({ items, site }).toEqual({ items: whole.items, site: whole.site })
      expect(warnings.join()).toMatch(/^texte avant le début de l’export, laissé de côté : « (?:Notice|<br)/)
    }
    const after = await read(`${channel(item(1))}\n<!-- cached -->\n${notice}`)
    expect(after.error).toBeNull()
    expect(after.items).toEqual(whole.items)
    expect(after.warnings.join()).toMatch(
      /^texte après la fin de l’export, laissé de côté : « Notice: a .*x\.php/,
    )
  })

  it('counts the lines of what stands before the document', async () => {
    const { message } = await read(`Notice\n\n\n${channel('<item></itm>')}`)
    expect(message).toMatch(/ligne 7\)/)
  })

  it('refuses what follows the end and is more than a message', async () => {
    const two = await read(`${channel(item(1))}\n${channel(item(2))}`)
    expect(two.items.map(({ id }) => id)).toEqual([1])
    expect(two.message).toMatch(/un second document suit le premier/)
    const far = await read(`${channel(item(1))}${' bruit'.repeat(200_000)}`)
    expect(far.items.map(({ id }) => id)).toEqual([1])
    expect(far.message).toMatch(/ce qui suit la fin du document est trop long/)
  })

  it('knows the end of the document wherever the file is cut into pieces', async () => {
    for (const size of [1, 2, 3, 7, 100]) {
      const { events } = await read(`Notice ${channel(item(1))} fin de page`, size)
      const said = events.map((event) => (event.kind === 'warning' ? event.message : event.kind))
      expect(said).toEqual([
        'site',
        'item',
        'texte avant le début de l’export, laissé de côté : « Notice »',
        'texte après la fin de l’export, laissé de côté : « fin de page »',
      ])
    }
  })
})
