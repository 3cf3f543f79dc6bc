import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBytes } from './bytes.ts'
import { readWxr } from './read-wxr.ts'
import { SourceError, type SourceEvent } from './source.ts'

const exportsFolder = `${process.env.CHAPO_CASES ?? '../shared/cases'}/../wordpress`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chapo-wxr-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** All that a file gives before it ends or fails. */
async function readFileWhole(file: string) {
  const events: SourceEvent[] = []
  let error: unknown = null
  try {
    for await (const event of readWxr(file, readBytes(file, false))) events.push(event)
  } catch (thrown) {
    error = thrown
  }
  const items = events.flatMap((event) => (event.kind === 'item' ? [event.item] : []))
  const warnings = events.flatMap((event) => (event.kind === 'warning' ? [event.message] : []))
  const site = events.find((event) => event.kind === 'site')?.site
  return { items, warnings, site, error, message: String(error) }
}

async function read(xml: string | Buffer) {
  const file = join(folder, 'export.xml')
  await writeFile(file, xml)
  return readFileWhole(file)
}

const channel = (
  inside: string,
  version = '<wp:wxr_version>1.2</wp:wxr_version>',
) => `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0"><channel>
<title>Le Site</title><link>https://a.example/</link><description>Un &amp; deux</description>
${version}<wp:base_blog_url>https://a.example/blog/</wp:base_blog_url>
${inside}
</channel></rss>`

const item = (id: number, inside = '') => `<item><title>Article ${id}</title>
<wp:post_id>${id}</wp:post_id><wp:post_type><![CDATA[post]]></wp:post_type><wp:status>draft</wp:status>
${inside}</item>`

const content = (text: string) => `<content:encoded><![CDATA[${text}]]></content:encoded>`

describe('readWxr', () => {
  it('reads a number that no database takes as none', async () => {
    const huge = '<wp:post_parent>99999999999999999999</wp:post_parent><wp:menu_order>1.5</wp:menu_order>'
    const { items } = await read(channel(item(1, huge)))
    expect(items).toMatchObject([{ id: 1, parent: 0, menuOrder: 0 }])
  })

  it('gives the site, its accounts and its terms, then the items', async () => {
    const { site, items, warnings, error } = await read(
      channel(`<wp:author><wp:author_id>8</wp:author_id><wp:author_login><![CDATA[red]]></wp:author_login>
        <wp:author_display_name><![CDATA[La rédaction]]></wp:author_display_name></wp:author>
        <wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>actu</wp:category_nicename>
        <wp:category_parent></wp:category_parent><wp:cat_name><![CDATA[Actu]]></wp:cat_name></wp:category>
        <wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>locale</wp:category_nicename>
        <wp:category_parent>actu</wp:category_parent><wp:cat_name><![CDATA[Locale]]></wp:cat_name></wp:category>
        <wp:term><wp:term_id>5</wp:term_id><wp:term_taxonomy>dossier</wp:term_taxonomy><wp:term_slug>x</wp:term_slug>
        <wp:term_parent>w</wp:term_parent><wp:term_name>X</wp:term_name></wp:term>
        ${item(1, '<category domain="category" nicename="locale"><![CDATA[Locale]]></category><category domain="post_tag" nicename="007">7</category><category>Locale</category>')}`),
    )
    expect(error).toBeNull()
    expect(warnings).toEqual([])
    expect(site).toMatchObject({
      url: 'https://a.example/blog',
      title: 'Le Site',
      description: 'Un & deux',
      authors: [{ login: 'red', name: 'La rédaction', id: 8 }],
    })
    expect(site?.terms.map(({ taxonomy, id, slug, parent }) => [taxonomy, id, slug, parent])).toEqual([
      ['category', 3, 'actu', null],
      ['category', 4, 'locale', 'actu'],
      ['dossier', 5, 'x', 'w'],
    ])
    expect(items[0]).toMatchObject({ format: 'wxr', site: 'https://a.example/blog', id: 1, status: 'draft' })
    expect(items[0]?.terms).toEqual([
      { taxonomy: 'category', id: 4, slug: 'locale', name: 'Locale', parent: 'actu' },
      { taxonomy: 'post_tag', id: null, slug: '007', name: '7', parent: null },
    ])
  })

  it('joins a CDATA cut in two and normalises line ends', async () => {
    const { items } = await read(channel(item(1, content('a]]]]><![CDATA[>b\r\nc\rd\n'))))
    expect(items[0]?.content).toBe('a]]>b\nc\nd\n')
  })

  it('keeps strings that look like numbers', async () => {
    const { items } = await read(
      channel('<item><title>1e5</title><wp:post_id>7</wp:post_id><wp:post_name>007</wp:post_name></item>'),
    )
    expect(items[0]).toMatchObject({ title: '1e5', slug: '007', id: 7 })
  })

  it('drops control characters and keeps a bare ampersand, both with a warning', async () => {
    const { items } = await read(
      channel(item(1, `${content('a\bb')}<link>https://a.example/?a=1&b=2</link>`)),
    )
    expect(items[0]).toMatchObject({ content: 'ab', link: 'https://a.example/?a=1&b=2' })
    expect(items[0]?.warnings).toEqual([
      '« & » mal échappé, gardé tel quel (1 fois)',
      'caractères de contrôle retirés : 1',
    ])
  })

  it('keeps serialised meta raw, the first value of a repeated key and every former slug', async () => {
    const meta = (key: string, value: string) =>
      `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`
    const raw = 'a:2:{i:0;R:1;i:1;E:11:"Suit:Hearts";}'
    const { items } = await read(
      channel(
        item(
          1,
          meta('m', raw) +
            meta('m', 'autre') +
            meta('_wp_old_slug', 'a') +
            meta('_wp_old_slug', 'b') +
            meta('__proto__', 'x'),
        ),
      ),
    )
    expect(Object.entries(items[0]?.meta ?? {})).toEqual([
      ['m', raw],
      ['_wp_old_slug', 'a\nb'],
      ['__proto__', 'x'],
    ])
  })

  it('keeps threaded comments and counts the spam it leaves out', async () => {
    const comment = (id: number, parent: number, approved: string, type = '') =>
      `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_parent>${parent}</wp:comment_parent>
       <wp:comment_approved>${approved}</wp:comment_approved><wp:comment_type>${type}</wp:comment_type>
       <wp:comment_content><![CDATA[Bonjour]]></wp:comment_content></wp:comment>`
    const { items } = await read(
      channel(
        item(
          1,
          comment(5, 0, '1') +
            comment(6, 5, '0', 'pingback') +
            comment(7, 0, 'spam') +
            comment(8, 0, 'trash'),
        ),
      ),
    )
    expect(items[0]?.comments.map(({ id, parent, status, type }) => [id, parent, status, type])).toEqual([
      [5, 0, '1', 'comment'],
      [6, 5, '0', 'pingback'],
    ])
    expect(items[0]?.warnings).toEqual(['commentaires indésirables ou à la corbeille, laissés de côté : 2'])
  })

  it('warns of what is missing and goes on', async () => {
    const { items, warnings, error } = await read(
      channel(`<item><title>Sans id</title></item>${item(2).replace('draft', 'publish')}`, ''),
    )
    expect(error).toBeNull()
    expect(warnings).toEqual([
      'wxr_version absent : le fichier est lu comme un WXR 1.2',
      'élément sans wp:post_id laissé de côté : « Sans id »',
    ])
    expect(items[0]).toMatchObject({ id: 2, slug: '' })
    expect(items[0]?.warnings[0]).toContain('wp:post_name absent')
  })

  it('reads the encoding the file declares', async () => {
    const xml = channel(item(1, content('été'))).replace('UTF-8', 'ISO-8859-1')
    expect((await read(Buffer.from(xml, 'latin1'))).items[0]?.content).toBe('été')
    expect((await read(Buffer.from(`\ufeff${xml}`, 'utf16le'))).items[0]?.content).toBe('été')
    expect((await read(xml.replace('ISO-8859-1', 'klingon'))).message).toContain('« klingon » est inconnu')
  })

  it('gives the whole items before an error, then names its line and the last item', async () => {
    const { items, error, message } = await read(
      channel(`${item(1)}\n${item(2)}\n${item(3, '<a></b>')}\n${item(4)}`),
    )
    expect(items.map(({ id }) => id)).toEqual([1, 2])
    expect(error).toBeInstanceOf(SourceError)
    expect(message).toMatch(
      /\(ligne 13\) : une balise fermante .* dernier élément lu en entier : 2 « Article 2 »/,
    )
  })

  it('says that a file is cut', async () => {
    const whole = channel(`${item(1)}${item(2, content('long'))}`)
    const { items, message } = await read(whole.slice(0, whole.indexOf('long')))
    expect(items.map(({ id }) => id)).toEqual([1])
    expect(message).toContain('coupé avant la fin')
  })

  it.each([
    ['a DOCTYPE', '<!DOCTYPE rss [<!ENTITY a "x">]><rss><channel></channel></rss>', /DOCTYPE .* refusé/],
    ['another root', '<?xml version="1.0"?><feed></feed>', /la racine est <feed>/],
    [
      'a plain RSS feed',
      '<rss><channel><item><title>a</title></item></channel></rss>',
      /pas un export WordPress/,
    ],
    ['text', '<?xml version="1.0"?>\nBonjour', /mal formé/],
    ['deep nesting', `<rss><channel>${'<a>'.repeat(10_000)}`, /trop profondément/],
  ])('refuses %s', async (_, xml, reason) => {
    const { items, message } = await read(xml)
    expect(items).toEqual([])
    expect(message).toMatch(reason)
  })

  it('reads a long export in bounded time', async () => {
    const items = Array.from({ length: 2000 }, (_, index) =>
      item(index + 1, content('Bonjour le monde. '.repeat(100))),
    )
    const start = performance.now()
    expect((await read(channel(items.join('\n')))).items).toHaveLength(2000)
    expect(performance.now() - start).toBeLessThan(8000)
  })
})

describe.skipIf(!existsSync(exportsFolder))('WordPress exports (skipped: no cases folder)', () => {
  it.each([
    ['leconnecteur', 5, 21, 0],
    ['minter-dialogue', 10, 12, 6],
    ['ccm-benchmark', 8, 16, 0],
    ['connected-people', 10, 25, 0],
    ['media-aces', 5, 4, 0],
  ])('%s.xml holds what its README says', async (name, posts, attachments, comments) => {
    const { items, warnings, error } = await readFileWhole(`${exportsFolder}/${name}.xml`)
    expect(error).toBeNull()
    expect(warnings).toEqual([])
    expect(items.filter(({ type }) => type === 'post')).toHaveLength(posts)
    expect(items.filter(({ type, attachmentUrl }) => type === 'attachment' && attachmentUrl)).toHaveLength(
      attachments,
    )
    expect(items.flatMap((item) => item.comments)).toHaveLength(comments)
  })

  it('gives the very content that the dump of the same posts declares', async () => {
    const { items } = await readFileWhole(`${exportsFolder}/leconnecteur.xml`)
    const lengths = items
      .filter(({ type }) => type === 'post')
      .map(({ content }) => Buffer.byteLength(content))
    expect(lengths.toSorted((a, b) => a - b)).toEqual([6994, 15230, 18996, 20932, 22680])
  })
})

it('reads HTML that another tool wrote into a text as elements', async () => {
  const content =
    '<content:encoded><p class="a">Un &amp;lt; deux <b>gras</b><br/>suite</p> et fin</content:encoded>'
  const { items } = await read(channel(item(1, content)))
  expect(items[0]?.content).toBe('<p class="a">Un &#38;lt; deux <b>gras</b><br>suite</p> et fin')
})
