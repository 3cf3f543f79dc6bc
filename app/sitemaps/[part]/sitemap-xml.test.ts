import sax from 'sax'
import { describe, expect, it } from 'vitest'
import { readNews, readSitemap, readSitemapParts } from '../../../lib/articles/read-sitemaps.ts'
import { saveArticle } from '../../../lib/articles/save.ts'
import { sampleArticle } from '../../../lib/testing/article.ts'
import { temporaryDatabase } from '../../../lib/testing/database.ts'
import { exportFiles, importExports } from '../../../lib/testing/exports.ts'
import { indexXml, newsXml, sitemapXml } from './sitemap-xml.ts'

/** The text of each element of a name, from XML that a strict reader takes. */
function textsOf(xml: string, name: string): string[] {
  const texts: string[] = []
  const open: string[] = []
  const parser = sax.parser(true)
  parser.onopentag = (tag) => {
    open.push(tag.name)
    if (tag.name === name) texts.push('')
  }
  parser.onclosetag = () => open.pop()
  parser.ontext = (text) => {
    if (open.at(-1) === name) texts[texts.length - 1] += text
  }
  parser.write(xml).close()
  return texts
}

const now = new Date('2026-11-23T12:00:00Z')
const site = 'https://neuf.test'

const database = await temporaryDatabase()
const imported = await temporaryDatabase()

describe('sitemaps', () => {
  const save = (slug: string, changes: Parameters<typeof sampleArticle>[1] = {}) =>
    saveArticle(database, sampleArticle(slug, changes))

  it('hold each published article in its year, with its declared date', async () => {
    await save('été', {
      publishedAt: new Date('2019-12-31T23:30:00Z'),
      updatedAt: new Date('2024-01-02T03:04:05Z'),
    })
    await save('cache', { noindex: true })
    await save('ailleurs', { canonical: 'https://autre.test/x/' })
    await save('doublon', { canonical: '/été/' })
    await save('plus-tard', { publishedAt: new Date('2027-01-01T00:00:00Z') })
    await save('brouillon', { status: 'draft' })
    await save('page', { type: 'page' })
    await save('nouvelle', {
      title: 'Fer & <feu> 🚂\u0008',
      publishedAt: new Date('2026-11-22T12:00:00Z'),
      tags: [{ slug: 'métal', name: 'Métal', parent: null }],
      credits: [{ name: 'Ève Dupré', role: 'author' }],
    })
    // 23:30 UTC on the last day of 2019 is 2020 in Paris.
    expect(await readSitemapParts(database, now)).toEqual(['listes-1', '2020-1', '2026-1'])
    const year = await readSitemap(database, '2020-1', now)
    expect(year).toEqual([{ path: '/%C3%A9t%C3%A9/', changedAt: '2024-01-02T03:04:05.000Z', images: [] }])
    const xml = await sitemapXml(year ?? [], site)
    expect(textsOf(xml, 'loc')).toEqual(['https://neuf.test/%C3%A9t%C3%A9/'])
    expect(textsOf(xml, 'lastmod')).toEqual(['2024-01-02T03:04:05.000Z'])
    const lists = await readSitemap(database, 'listes-1', now)
    expect(lists?.map(({ path }) => path)).toEqual([
      '/',
      '/archives/',
      '/etiquettes/',
      '/personnes/',
      '/tag/m%C3%A9tal/',
      '/personne/eve-dupre/',
      '/page/',
    ])
    expect(
      await Promise.all(
        ['2020-2', '2020-0', '1999-1', 'index', '../x'].map((part) => readSitemap(database, part, now)),
      ),
    ).toEqual([null, null, null, null, null])
  })

  it('hold the news of two days, whatever a title holds', async () => {
    const news = await readNews(database, now)
    const xml = await newsXml(news, site)
    expect(textsOf(xml, 'news:title')).toEqual(['Fer & <feu> 🚂'])
    expect(await readNews(database, new Date('2026-11-24T12:00:01Z'))).toEqual([])
  })

  it('have an index', async () => {
    const xml = await indexXml(['listes-1', '2019-1'], site)
    expect(textsOf(xml, 'loc')).toEqual([
      'https://neuf.test/sitemaps/listes-1.xml',
      'https://neuf.test/sitemaps/2019-1.xml',
    ])
  })
})

describe.skipIf(exportFiles.length === 0)('the sitemaps of imported articles', () => {
  it('name every article once, and nothing else', async () => {
    await importExports(imported)
    const parts = await readSitemapParts(imported, now)
    const paths: string[] = []
    for (const part of parts.filter((name) => !name.startsWith('listes'))) {
      const entries = (await readSitemap(imported, part, now)) ?? []
      const locations = textsOf(await sitemapXml(entries, site), 'loc')
      paths.push(...locations.map((location) => decodeURIComponent(new URL(location).pathname)))
    }
    const articles = await imported.article.findMany({
      where: {
        status: 'published',
        type: 'article',
        noindex: false,
        OR: [{ canonical: null }, { canonical: { startsWith: '/' } }],
      },
      select: { path: true },
    })
    expect(articles.length).toBeGreaterThan(30)
    expect(paths.sort()).toEqual(articles.map(({ path }) => path).sort())
  }, 120_000)
})
