import { describe, expect, it } from 'vitest'
import { saveArticle } from '../articles/save.ts'
import { compareIndex } from '../search/doctor.ts'
import { sampleArticle } from '../testing/article.ts'
import { importedSite, wxrMeta, wxrTerm } from '../testing/import-site.ts'
import { wxrItem } from '../testing/wordpress.ts'
import { isComplete } from './report.ts'

const { database, run, article } = await importedSite()

describe('the search index', () => {
  it('holds what the stored articles say, files and players that the import adds included', async () => {
    const rich = `<strong>Le chapô de l’article.</strong>\n\n<h3>Où ?</h3>\nVoir <a href="https://www.essai.test/2/">l’autre</a>,
      <a href="https://www.essai.test/wp-content/uploads/a.pdf">le plan</a>.\n\nhttps://www.youtube.com/watch?v=abcdefghijk`
    await run(
      wxrItem({ id: 1, content: rich }).replace(
        '</item>',
        `${wxrMeta({ enclosure: 'https://www.essai.test/son.mp3\n1\naudio/mpeg' })}</item>`,
      ),
      wxrItem({ id: 2, content: 'La suite.' }),
    )
    const { count, faults } = await compareIndex(database)
    expect([count, faults]).toEqual([2, []])
  })
})

describe('statuses and types', () => {
  it('imports what is content, hides what was hidden, names all the rest', async () => {
    const statuses = ['publish', 'draft', 'pending', 'private', 'future', 'trash', 'auto-draft']
    const types = ['nav_menu_item', 'wp_block', 'revision', 'custom_css', 'dossier', 'acf-field']
    const { report, reason, flags } = await run(
      ...statuses.map((status, index) => wxrItem({ id: index + 1, status })),
      wxrItem({ id: 8 }).replace('<wp:post_password><![CDATA[]]>', '<wp:post_password><![CDATA[secret]]>'),
      wxrItem({ id: 9, type: 'page' }),
      ...types.map((type, index) => wxrItem({ id: 20 + index, type })),
      wxrItem({ id: 30, type: 'dossier', content: '' }),
    )
    expect(isComplete(report)).toBe(true)
    expect(report.items.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 20, 21, 22, 23, 24, 25, 30])
    const rows = await database.article.findMany({ orderBy: { id: 'asc' }, include: { source: true } })
    expect(rows.map(({ source, type, status }) => [source?.wpId, type, status])).toEqual([
      [1, 'article', 'published'],
      [2, 'article', 'draft'],
      [3, 'article', 'draft'],
      [4, 'article', 'draft'],
      [5, 'article', 'published'],
      [8, 'article', 'draft'],
      [9, 'page', 'published'],
      [24, 'page', 'published'],
      [25, 'page', 'published'],
    ])
    expect([flags(4), flags(8), flags(24)]).toEqual([['status'], ['password'], ['custom-type']])
    for (const id of [6, 7, 20, 21, 22, 23, 30]) expect(reason(id), `item ${id}`).toBeTruthy()
  })

  it('keeps private what a type without addresses holds', async () => {
    const hidden = wxrItem({ id: 1, type: 'acf-field' }).replace(
      /<link>.*?<\/link>/,
      '<link>https://www.essai.test/?post_type=acf-field&amp;p=1</link>',
    )
    const { reason } = await run(hidden)
    expect(reason(1)).toContain('acf-field')
    expect(await database.article.count()).toBe(0)
    expect(await database.sourceRecord.findFirst()).toMatchObject({ type: 'acf-field', wpId: 1 })
  })

  it('says where a menu leads, and keeps the newest revision of an article beside it', async () => {
    const entry = wxrMeta({ _menu_item_url: 'https://ailleurs.test/', _menu_item_object: 'custom' })
    const revision = (id: number, day: string) =>
      wxrItem({ id, type: 'revision', status: 'inherit', content: `Révision ${id}` })
        .replace('<wp:post_parent>0', '<wp:post_parent>1')
        .replace('</item>', `<wp:post_modified_gmt>2024-03-${day} 10:00:00</wp:post_modified_gmt></item>`)
    const { reason } = await run(
      wxrItem({ id: 1 }),
      revision(2, '05'),
      revision(3, '09'),
      revision(4, '07'),
      wxrItem({ id: 5, type: 'nav_menu_item', more: entry + wxrTerm('nav_menu', 'haut', 'Haut') }),
    )
    expect(reason(5)).toBe('entrée du menu « Haut » : « Titre 5 » → https://ailleurs.test/')
    const kept = await database.sourceRecord.findMany({ where: { type: 'revision' } })
    expect(kept.map(({ wpId, item }) => [wpId, item])).toMatchObject([[1, { id: 3 }]])
  })

  it('puts pages below their parents, whichever comes first', async () => {
    const below = wxrItem({ id: 2, type: 'page', slug: 'equipe' })
      .replace('https://www.essai.test/equipe/', 'https://www.essai.test/a-propos/equipe/')
      .replace('<wp:post_parent>0', '<wp:post_parent>7')
    await run(below, wxrItem({ id: 7, type: 'page', slug: 'a-propos' }))
    expect(await article('equipe')).toMatchObject({ path: '/a-propos/equipe/', parent: { slug: 'a-propos' } })
  })
})

describe('what surrounds an article', () => {
  const comment = (id: number, approved: string, parent = 0) =>
    `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>Zoé</wp:comment_author><wp:comment_author_url>javascript:alert(1)</wp:comment_author_url><wp:comment_date>2024-03-03 10:00:00</wp:comment_date><wp:comment_content>Bravo ${id}</wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`

  it('keeps comments in their threads, pending ones apart, and counts the spam it leaves out', async () => {
    const more = comment(1, '1') + comment(2, '0', 1) + comment(3, 'spam') + comment(4, '1', 3)
    const { report } = await run(wxrItem({ id: 1, more }))
    const rows = await database.comment.findMany({ orderBy: { number: 'asc' } })
    expect(rows.map(({ number, parent, status, authorUrl }) => [number, parent, status, authorUrl])).toEqual([
      [1, null, 'approved', ''],
      [2, 1, 'pending', ''],
      [4, null, 'approved', ''],
    ])
    expect(report.items[0]?.flags.map(({ detail }) => detail).join()).toContain('indésirables')
  })

  it('takes a comment that came since, also under an article edited here', async () => {
    await run(wxrItem({ id: 1 }), wxrItem({ id: 2 }))
    await saveArticle(database, sampleArticle('post-2', {}, 'Corrigé ici.'), {
      id: (await article('post-2')).id,
    })
    const source = [1, 2].map((id) => wxrItem({ id, more: comment(id, '1') }))
    const { report } = await run(...source)
    expect(report.items.map(({ outcome }) => outcome)).toEqual(['updated', 'updated'])
    expect(await database.comment.count()).toBe(2)
    expect(await article('post-2')).toMatchObject({ excerpt: 'Corrigé ici.' })
    const again = await run(...source)
    expect(again.report.items.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged'])
  })

  it('keeps the newer source of an article edited here, and says what differs', async () => {
    await run(wxrItem({ id: 1 }))
    await saveArticle(database, sampleArticle('post-1', {}, 'Corrigé ici.'), {
      id: (await article('post-1')).id,
    })
    const { reason } = await run(wxrItem({ id: 1, content: 'Changé là-bas.' }))
    expect(reason(1)).toContain('texte')
    expect(await database.sourceRecord.findFirst()).toMatchObject({ item: { content: 'Changé là-bas.' } })
    expect(await article('post-1')).toMatchObject({ excerpt: 'Corrigé ici.' })
  })

  it('tells search engines what Yoast and SEOPress told them', async () => {
    const { flags } = await run(
      wxrItem({
        id: 1,
        more: wxrMeta({
          _yoast_wpseo_title: '%%title%% %%sep%% à lire',
          _yoast_wpseo_metadesc: 'Une description.',
          _yoast_wpseo_canonical: 'https://www.essai.test/autre/',
          '_yoast_wpseo_meta-robots-noindex': '1',
        }),
      }),
      wxrItem({ id: 2, more: wxrMeta({ _seopress_titles_title: 'Autre', _seopress_robots_index: 'yes' }) }),
      wxrItem({
        id: 3,
        more: wxrMeta({ _yoast_wpseo_title: '%%cf_x%%', _yoast_wpseo_canonical: 'javascript:1' }),
      }),
    )
    expect(await article('post-1')).toMatchObject({
      seoTitle: 'Titre 1 – à lire',
      seoDescription: 'Une description.',
      canonical: '/autre/',
      noindex: true,
    })
    expect(await article('post-2')).toMatchObject({ seoTitle: 'Autre', canonical: null, noindex: true })
    expect(await article('post-3')).toMatchObject({ seoTitle: null, canonical: null, noindex: false })
    expect(flags(3)).toEqual(['seo-ignored', 'seo-ignored'])
  })

  it('plays the podcast files that the text does not show, and keeps an article in front', async () => {
    const enclosure = (url: string) => wxrMeta({ enclosure: `${url}\n123\naudio/mpeg\n` })
    await run(
      wxrItem({ id: 1, more: enclosure('https://www.essai.test/a.mp3') }).replace(
        '<wp:is_sticky>0',
        '<wp:is_sticky>1',
      ),
      wxrItem({
        id: 2,
        content: '[audio mp3="http://www.essai.test/b.mp3"][/audio]',
        more: enclosure('https://www.essai.test/b.mp3'),
      }),
    )
    const players = async (slug: string) =>
      JSON.stringify((await article(slug)).document).split('"audio"').length - 1
    expect([await players('post-1'), await players('post-2')]).toEqual([1, 1])
    expect([(await article('post-1')).sticky, (await article('post-2')).sticky]).toEqual([true, false])
  })
})
