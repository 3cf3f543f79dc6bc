import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { resolveAddress } from '../articles/resolve.ts'
import { saveArticle } from '../articles/save.ts'
import { partsOf, pathOf } from '../routes.ts'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase, temporaryFolder } from '../testing/database.ts'
import { wxr, wxrItem } from '../testing/wordpress.ts'
import { importFiles } from './import-files.ts'
import { isComplete } from './report.ts'

const database = await temporaryDatabase()
const folder = temporaryFolder()
const site = 'https://www.essai.test'

async function run(...items: string[]) {
  const file = path.join(folder, 'export.xml')
  writeFileSync(file, wxr(...items))
  return importFiles(database, { files: [file], media: null, dryRun: false, onProgress: () => {} })
}

/** Where an address leads, `path?query#fragment`; null when nowhere. */
async function lead(address: string): Promise<string | null> {
  const url = new URL(address, site)
  const found = await resolveAddress(database, pathOf(partsOf(url.pathname)), url.searchParams, new Date())
  return found && `${found.to}${found.rest}`
}

const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`

const attachment = (id: number, parent: number, name: string) =>
  wxrItem({
    id,
    type: 'attachment',
    status: 'inherit',
    slug: name,
    more: `<wp:attachment_url>${site}/wp-content/uploads/2024/03/${name}.jpg</wp:attachment_url>`,
  })
    .replace('<wp:post_parent>0<', `<wp:post_parent>${parent}<`)
    .replace(`${site}/${name}/`, `${site}/un/${name}/`)

beforeEach(async () => {
  await database.sourceRecord.deleteMany()
  await database.article.deleteMany()
  await database.redirect.deleteMany()
  await database.attachment.deleteMany()
})

describe('old addresses of an article', () => {
  it('lead from its former slugs and dates, in its form of permalink', async () => {
    const more =
      meta('_wp_old_slug', 'vieux') + meta('_wp_old_slug', 'plus-vieux') + meta('_wp_old_date', '2023-12-31')
    const item = wxrItem({ id: 1, slug: 'un', more }).replace(`${site}/un/`, `${site}/2024/03/un/`)
    expect(isComplete(await run(item))).toBe(true)
    for (const address of [
      '/2024/03/vieux/',
      '/2024/03/plus-vieux/',
      '/2023/12/un/',
      '/2023/12/vieux/',
      '/vieux/',
      '/un/',
      '/2024/03/02/un/',
      '/1999/01/un/',
      '/index.php/2024/03/un/',
      '/2024/03/un/amp/',
      '/2024/03/un/comment-page-3/',
      '/?p=1',
      '/?name=un',
    ])
      expect(await lead(address), address).toBe('/2024/03/un/')
    expect(await lead('/un/feed/')).toBe('/2024/03/un/feed/')
    expect(await lead('/2023/12/un/?utm_source=x')).toBe('/2024/03/un/?utm_source=x')
  })

  it('lead from a page of it to the section that opens there', async () => {
    const content =
      '<p>Le début de l’article, en quelques mots.</p><h2>Un</h2><p>Premier texte.</p><!--nextpage--><h2>Deux &amp; trois</h2><p>Deuxième texte.</p><!--nextpage--><p>Suite du <b>deuxième</b> texte, qui continue sur une autre page.</p>'
    await run(wxrItem({ id: 1, slug: 'un', content }))
    expect([await lead('/un/2/'), await lead('/un/3/'), await lead('/un/4/')]).toEqual([
      '/un/#deux-trois',
      '/un/#deux-trois',
      '/un/',
    ])
  })

  it('lead from the page of an attachment to its figure, or to the article that has it', async () => {
    const content =
      '[caption id="attachment_12" width="300"]<img class="wp-image-12" src="/wp-content/uploads/2024/03/photo.jpg"> Une légende[/caption]'
    await run(
      wxrItem({ id: 1, slug: 'un', content }),
      attachment(12, 1, 'photo'),
      attachment(13, 1, 'couverture'),
    )
    expect(await lead('/un/photo/')).toBe('/un/#media-12')
    expect(await lead('/?attachment_id=12')).toBe('/un/#media-12')
    expect(await lead('/un/couverture/')).toBe('/un/')
  })

  it('lead from where something else of the site answers now', async () => {
    const at = (id: number, slug: string, link: string) =>
      wxrItem({ id, slug }).replace(`${site}/${slug}/`, `${site}${link}`)
    const items = [
      at(1, 'un', '/index.php/2012/03/un/'),
      at(2, 'eau', '/dossier/eau/'),
      at(3, 'recherche', '/recherche/'),
    ]
    const report = await run(...items)
    expect(report.items.map(({ path }) => path)).toEqual(['/2012/03/un/', '/eau/', '/recherche-3/'])
    expect(report.items[2]?.flags.map(({ detail }) => detail)).toEqual(['/recherche/ → /recherche-3/'])
    const leads = ['/index.php/2012/03/un/', '/dossier/eau/', '/Dossier/EAU', '/?p=3']
    for (const [index, to] of ['/2012/03/un/', '/eau/', '/eau/', '/recherche-3/'].entries())
      expect(await lead(leads[index] ?? ''), to).toBe(to)
    expect((await run(...items)).counts.unchanged).toBe(3)
  })

  it('name the id of an article whose own address is longer than any may be', async () => {
    await run(wxrItem({ id: 1, slug: 'a'.repeat(5000) }))
    expect(await lead('/?p=1')).toBe('/post-1/')
    expect(await lead(`/${'a'.repeat(5000)}/`)).toBe('/post-1/')
  })

  it('never lead to what readers may not see', async () => {
    await run(wxrItem({ id: 1, slug: 'un', status: 'private', more: meta('_wp_old_slug', 'vieux') }))
    expect([
      await lead('/?p=1'),
      await lead('/vieux/'),
      await lead('/un/amp/'),
      await lead('/un/feed/'),
    ]).toEqual(Array(4).fill(null))
  })

  it('are brought up to date for an article that stays as it is', async () => {
    await run(wxrItem({ id: 1, slug: 'un' }))
    await database.redirect.deleteMany()
    expect((await run(wxrItem({ id: 1, slug: 'un' }))).counts.unchanged).toBe(1)
    expect(await lead('/?p=1')).toBe('/un/')
  })

  it('follow the article, each to its place, when it moves', async () => {
    await run(wxrItem({ id: 1, slug: 'un', content: '<img class="wp-image-12" src="/a.jpg">' }))
    const { id } = await database.article.findFirstOrThrow()
    await saveArticle(database, sampleArticle('deux'), { id })
    expect([await lead('/?p=12'), await lead('/un/')]).toEqual(['/deux/#media-12', '/deux/'])
  })
})

describe('old addresses of lists', () => {
  const term = '<category domain="category" nicename="bois"><![CDATA[Bois]]></category>'
  const declared =
    '<wp:author><wp:author_id>8</wp:author_id><wp:author_login>Le Bureau</wp:author_login></wp:author><wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>bois</wp:category_nicename><wp:cat_name>Bois</wp:cat_name></wp:category><wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>vide</wp:category_nicename><wp:cat_name>Vide</wp:cat_name></wp:category>'

  it('lead from ids and accounts, a page past the end to the last one', async () => {
    const articles = Array.from({ length: 12 }, (_, index) => wxrItem({ id: index + 1, more: term }))
    expect(isComplete(await run(declared, ...articles))).toBe(true)
    const leads: [string, string | null][] = [
      ['/?cat=3', '/category/bois/'],
      ['/?cat=3&paged=2', '/category/bois/page/2/'],
      ['/?cat=3&paged=9', '/category/bois/page/2/'],
      ['/?cat=3&feed=rss2', '/category/bois/feed/'],
      ['/?cat=4', null],
      ['/?cat=5', null],
      ['/?author=8', '/archives/'],
      ['/author/le-bureau/page/2/', '/archives/'],
      ['/author/le-bureau/feed/', '/feed/'],
      ['/author/personne/', null],
      ['/?m=202403', '/2024/03/'],
      ['/?m=202404', null],
      ['/?paged=2', '/page/2/'],
      ['/?feed=rss2', '/feed/'],
      ['/?feed=comments-rss2', '/comments/feed/'],
      ['/?feed=atom', '/feed/atom/'],
      ['/?feed=rss2&paged=2&x=1', '/feed/?paged=2&x=1'],
      ['/?s=mot&feed=rss2', '/feed/'],
      ['/category/bois/?feed=rss2', '/category/bois/feed/'],
      ['/category/bois/?feed=atom&paged=2', '/category/bois/feed/atom/?paged=2'],
      ['/?cat=3&feed=comments-rss2', '/category/bois/feed/'],
      ['/author/le-bureau/?feed=rss', '/feed/'],
      ['/2024/03/?feed=rdf&utm_source=x', '/2024/03/feed/?utm_source=x'],
      ['/personnes/?feed=rss2', '/feed/'],
      ['/category/vide/?feed=rss2', null],
      ['/?s=mot', '/recherche/?q=mot'],
      ['/?tag=inconnu', null],
    ]
    for (const [address, target] of leads) expect(await lead(address), address).toBe(target)
  })
})

describe('an address without its slash, or with the query of a feed', () => {
  it('is that of its own list before that of an article with the name of the list', async () => {
    const term = '<category domain="post_tag" nicename="bois"><![CDATA[Bois]]></category>'
    await run(wxrItem({ id: 1, slug: 'bois' }), wxrItem({ id: 2, slug: 'deux', more: term }))
    expect([
      await lead('/tag/bois'),
      await lead('/bois/?feed=rss2'),
      await lead('/tag/bois/?feed=rss2'),
    ]).toEqual(['/tag/bois/', '/bois/feed/', '/tag/bois/feed/'])
  })
})

describe('links inside articles', () => {
  const link = (href: string) => `<p>Lisez <a href="${href}">cela</a>.</p>`
  const hrefs = async (slug: string) => {
    const { document } = await database.article.findFirstOrThrow({ where: { slug } })
    return [...JSON.stringify(document).matchAll(/"href":"([^"]+)"/g)].map((match) => match[1])
  }

  it('lead to the permalink, of articles further down too; dead ones are named and kept', async () => {
    const one = wxrItem({
      id: 1,
      slug: 'un',
      content: [`${site}/?p=2#partie`, 'http://essai.test/deux?x=1', '/perdu/', 'https://autre.test/deux/']
        .map(link)
        .join(''),
    })
    const items = [one, wxrItem({ id: 2, slug: 'deux', content: link(`${site}/un/`) })]
    const report = await run(...items)
    expect(await hrefs('un')).toEqual(['/deux/#partie', '/deux/?x=1', '/perdu/', 'https://autre.test/deux/'])
    expect(await hrefs('deux')).toEqual(['/un/'])
    const dead = report.items.flatMap(({ flags }) => flags.filter(({ code }) => code === 'link-dead'))
    expect(dead.map(({ detail }) => detail)).toEqual(['/perdu/'])
    expect(report.items.map(({ outcome }) => outcome)).toEqual(['created', 'created'])
    const before = await database.article.findMany()
    expect((await run(...items)).counts).toMatchObject({ unchanged: 2, updated: 0 })
    expect(await database.article.findMany()).toEqual(before)
  })

  it('lead to the article itself, also while nobody can read it yet', async () => {
    const report = await run(
      wxrItem({ id: 1, slug: 'un', status: 'draft', content: link(`${site}/un/?x=1`) }),
    )
    expect(await hrefs('un')).toEqual(['/un/?x=1'])
    expect(report.items.flatMap(({ flags }) => flags)).toEqual([])
  })

  it('follow a target that moved', async () => {
    const one = wxrItem({ id: 1, slug: 'un', content: link(`${site}/deux/`) })
    await run(one, wxrItem({ id: 2, slug: 'deux' }))
    await run(one, wxrItem({ id: 2, slug: 'trois' }))
    expect(await hrefs('un')).toEqual(['/trois/'])
  })
})

const exports = path.join(process.env.CHAPO_CASES ?? '../shared/cases', '../wordpress')
const hasExports = existsSync(exports)
if (!hasExports) console.log(`skipped: no exports (${exports})`)

describe.skipIf(!hasExports)('every address that whole exports hold', () => {
  /** Pages that the articles link to and the exports do not hold: no import can know them. */
  const OUTSIDE =
    /\/(?:formations|etudes|inscription|livre|transparence|upheros|sebastien-pissavy|olivier-bernasson)\b/

  it('leads somewhere, in one hop', async () => {
    const files = readdirSync(exports)
      .filter((name) => name.endsWith('.xml'))
      .map((name) => path.join(exports, name))
    const options = { files, media: path.join(exports, 'uploads'), dryRun: false, onProgress: () => {} }
    const report = await importFiles(database, options)
    expect(report.addresses?.problems).toEqual([])
    const lost: string[] = []
    for (const file of files) {
      const text = readFileSync(file, 'utf8').replaceAll('&amp;', '&')
      const host = new URL(/<wp:base_blog_url>([^<]+)/.exec(text)?.[1] ?? site).host
      const own = [...text.matchAll(/(?<!url=)https?:\/\/[^\s"<>\]]+/g)].map(([address]) => address)
      for (const address of new Set(own.filter((one) => new URL(one).host === host)))
        if (!OUTSIDE.test(address) && (await lead(address)) === null) lost.push(address)
    }
    expect(lost).toEqual([])
  })
})
