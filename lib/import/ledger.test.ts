import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { posts } from '../export/fixtures.ts'
import { temporaryDatabase, temporaryFolder } from '../testing/database.ts'
import { wxr, wxrItem } from '../testing/wordpress.ts'
import { convert } from '../wordpress/convert.ts'
import { sourceCounts } from '../wordpress/counts.ts'
import { sourceItem } from '../wordpress/fixtures.ts'
import { shownText } from '../wordpress/words.ts'
import { importFiles } from './import-files.ts'
import { gapsOf, ledgerEntry, ledgerOf } from './ledger.ts'
import { LedgerFile } from './ledger-file.ts'
import { summarize } from './report.ts'

const context = { attachments: new Map(), hosts: [] }
const created = { outcome: 'created', reason: null, path: '/x/' }
const countsOf = (content: string) => sourceCounts(content, shownText(content, { stripped: false }))
const entryOf = (content: string) => {
  const item = sourceItem({ content, guid: 'https://s.test/?p=1', link: 'https://s.test/x/' })
  const converted = convert(item, context)
  return ledgerOf('export.xml', item, converted.proof, { ...created, flags: converted.flags })
}

describe('the source is counted apart', () => {
  it('counts each thing once, in classic and block content', () => {
    const content = `[caption id="attachment_2" width="9"]<a href="a.jpg"><img src="a.jpg"></a> Légende[/caption]
<figure><img src="b.jpg"><figcaption>Autre</figcaption></figure> [gallery ids="4,5"]
<a href="https://s.test/">un lien*</a> <a href="#note">1</a> <a href="https://vide.test/"></a>
<blockquote>Cité</blockquote> <blockquote class="twitter-tweet"><p>Mot</p></blockquote>
https://youtu.be/abc

<iframe src="https://x.test/"></iframe>

* Note : expliquée`
    expect(countsOf(content)).toMatchObject({
      captions: 2,
      pictures: 4,
      links: 1,
      quotes: 1,
      embeds: 3,
      notes: 1,
    })
  })

  it('takes a line of starred items for no note', () => {
    const notes = (content: string) => countsOf(content).notes
    expect(notes('* données * santé * sécurité')).toBe(0)
    expect(notes('Un mot* et un autre*.\n* Mot : une note\n* Autre : une note\n* reste')).toBe(2)
    expect(notes('Voir[1].\n\n[1] Là\n\n[2] Ailleurs')).toBe(1)
  })

  it('reads hostile text in linear time', () => {
    const start = performance.now()
    for (const piece of ['<a href=', '[gallery ', '<', '<a href="x">', 'https://youtu.be/', '\n* a* [1]'])
      countsOf(piece.repeat(100_000))
    expect(performance.now() - start).toBeLessThan(8000)
  })
})

const articles = await posts()

describe('the ledger', () => {
  it.each(articles)('%s: no word, caption, picture, quote or player is missing', (_, item) => {
    const converted = convert(item, context)
    const entry = ledgerOf('x', item, converted.proof, { ...created, flags: converted.flags })
    expect(entry.lostWords).toEqual({})
    const names = gapsOf(entry).filter((name) => name !== 'notes')
    // Pictures that a gallery names by number are not known without the library.
    expect(names.filter((name) => name !== 'pictures' || !/\[gallery/.test(item.content))).toEqual([])
  })

  it('says where each flag stands, and where each address leads', () => {
    const entry = entryOf('Avant <a href="javascript:alert(1)">mot</a> après')
    const [flag] = entry.flags
    expect(flag).toMatchObject({ code: 'removed:unsafe-href', kind: 'refused' })
    expect(flag?.excerpt?.marked).toBe('<a href="javascript:alert(1)">mot</a>')
    expect(flag?.excerpt?.before).toBe('Avant ')
    expect(entry.addresses).toEqual([
      { from: 'https://s.test/x/', to: '/x/' },
      { from: 'https://s.test/?p=1', to: '/x/' },
      { from: '?p=1', to: '/x/' },
    ])
  })

  it('sees a caption that is not in the article', () => {
    const entry = entryOf('<p>Du texte.</p>')
    const { counts } = entry
    if (!counts) throw new Error('no counts')
    expect(gapsOf({ ...entry, counts: { ...counts, in: { ...counts.in, captions: 1 } } })).toEqual([
      'captions',
    ])
  })
})

describe('the report files', () => {
  const folder = temporaryFolder()

  async function report(...items: string[]) {
    const database = await temporaryDatabase()
    const source = path.join(folder, 'export.xml')
    writeFileSync(source, wxr(...items))
    const [json, html] = [path.join(folder, 'r.json'), path.join(folder, 'r.html')]
    const ledger = new LedgerFile([json, html])
    const result = await importFiles(database, {
      files: [source],
      media: null,
      dryRun: false,
      onProgress: () => {},
      onEntry: (entry) => ledger.add(entry),
    })
    await ledger.write(database, result)
    return { result, json: JSON.parse(readFileSync(json, 'utf8')), html: readFileSync(html, 'utf8') }
  }

  it('hold every item, in the documented shape, and leave nothing else behind', async () => {
    const many = Array.from({ length: 60 }, (_, index) => wxrItem({ id: index + 1 }))
    const { json, result } = await report(...many, wxrItem({ id: 99, type: 'nav_menu_item' }))
    expect(z.array(ledgerEntry).parse(json.items)).toHaveLength(61)
    expect(json).toMatchObject({ version: 1, counts: { created: 60, skipped: 1 }, totals: { converted: 60 } })
    expect(json.items[60]).toMatchObject({ outcome: 'skipped', counts: null, path: null })
    expect(summarize(result)).toContain('Aucun mot perdu')
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
    expect(existsSync(path.join(folder, 'r.json'))).toBe(true)
  })

  it('name dead links in their article, and every old address with where it leads', async () => {
    const more =
      '<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key><wp:meta_value>vieux</wp:meta_value></wp:postmeta>'
    const content = '<a href="/nulle-part/">un</a> <a href="/deux/">deux</a>'
    const { json, html, result } = await report(
      wxrItem({ id: 1, slug: 'un', content, more }),
      wxrItem({ id: 2, slug: 'deux' }),
    )
    const [one, two] = z.array(ledgerEntry).parse(json.items)
    expect(one?.flags).toMatchObject([{ code: 'link-dead', detail: '/nulle-part/', kind: 'missing' }])
    expect(two?.flags).toEqual([])
    expect(one?.addresses.map(({ from }) => from)).toEqual([
      'https://www.essai.test/un/',
      'https://www.essai.test/?p=1',
      '?p=1',
      '/2024/03/02/un/',
      '/2024/03/02/vieux/',
      '/vieux/',
    ])
    expect(json.oldAddresses).toContainEqual({ from: '/vieux/', to: '/un/' })
    expect(json.oldAddresses).toHaveLength(json.addresses.count)
    expect(html).toContain('nulle-part')
    expect(html).toContain('/2024/03/02/vieux/ → /un/')
    expect(summarize(result)).toContain('lien mort : ')
  })

  it('show what an author wrote as text only, line separators included', async () => {
    const hostile = '</title><script>alert(1)</script><img src=x onerror=alert(1)>\u2028 "fin'
    const content = `<script>alert(2)</script>[x y="</code><script>"] ${hostile}`
    const { html, json } = await report(wxrItem({ id: 1, title: hostile, slug: 'un', content }))
    expect(json.items).toHaveLength(1)
    expect(html).not.toMatch(/<script|<img/i)
    expect(html).toContain('&lt;script&gt;')
  })

  it('make an empty report of an empty export', async () => {
    const { json, html } = await report()
    expect(json.items).toEqual([])
    expect(html).toContain('Aucun contenu converti')
  })
})
