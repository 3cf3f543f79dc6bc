import { describe, expect, it } from 'vitest'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { addressesOf } from './addresses.ts'
import { saveArticle } from './save.ts'

const database = await temporaryDatabase()

async function collect(tags: readonly string[]): Promise<string[]> {
  const paths: string[] = []
  for await (const path of addressesOf(database, tags)) paths.push(path)
  return paths
}

describe('addressesOf', () => {
  it('names every address that a publication touches, each once', async () => {
    const term = { slug: 'été', name: 'Été', parent: null }
    const lists = { tags: [term], categories: [term], series: [{ ...term, position: 1 }] }
    await saveArticle(database, sampleArticle('avant', lists))
    for (let count = 0; count < 12; count += 1)
      await saveArticle(
        database,
        sampleArticle(`fond-${count}`, { tags: [term], publishedAt: new Date('2020-01-01T00:00:00Z') }),
      )
    const credits = [{ name: 'Alix Roy', role: 'author' as const }]
    const { id, tags } = await saveArticle(database, sampleArticle('neuf', { ...lists, credits }))
    const paths = await collect(tags)
    const pages = [
      ...['/neuf/', '/', '/tag/été/', '/category/été/', '/dossier/été/', '/personne/alix-roy/'],
      ...['/2024/', '/2024/03/', '/2024/03/02/'],
    ]
    const feeds = pages.flatMap((path) => ['', 'atom/', 'json/'].map((format) => `${path}feed/${format}`))
    const maps = ['/sitemap.xml', '/news-sitemap.xml', '/sitemaps/listes-1.xml', '/sitemaps/2024-1.xml']
    const indexes = ['/archives/', '/etiquettes/', '/personnes/']
    expect(paths).toEqual(
      expect.arrayContaining([...pages, ...feeds, ...maps, ...indexes, '/avant/', '/tag/été/page/2/']),
    )
    expect(paths.filter((path) => path.startsWith('/apercu/'))).toEqual([
      expect.stringMatching(new RegExp(`^/apercu/${id}-[0-9a-f]{10}\\.jpg$`)),
    ])
    expect(new Set(paths).size).toBe(paths.length)
  })

  it('names no preview of what nobody may see, and no sitemap of another year', async () => {
    const { id } = await saveArticle(database, sampleArticle('brouillon', { status: 'draft' }))
    expect(await collect([`card:${id}`, 'sitemap:2020'])).toEqual(['/sitemaps/2020-1.xml'])
  })
})
