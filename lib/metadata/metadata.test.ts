import { describe, expect, it } from 'vitest'
import { readArticle } from '../articles/read-article.ts'
import { saveArticle } from '../articles/save.ts'
import type { ArticlePage } from '../articles/types.ts'
import { site } from '../site.ts'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { articleMetadata } from './article-metadata.ts'
import { listDescription } from './description.ts'
import { pageMetadata } from './page-metadata.ts'
import { previewPath } from './preview-path.ts'

const database = await temporaryDatabase()
const siteUrl = 'https://neuf.test'

async function page(slug: string, changes: Parameters<typeof sampleArticle>[1] = {}): Promise<ArticlePage> {
  await saveArticle(database, sampleArticle(slug, changes))
  const article = await readArticle(database, `/${slug}/`, new Date())
  if (!article) throw new Error(`${slug} n’est pas là`)
  return article
}

describe('the metadata of an article', () => {
  it('describes it in whole words, 160 characters at most', async () => {
    const standfirst = 'Une phrase de plusieurs mots, avec des accents éàü. '.repeat(8)
    const { description = '' } = articleMetadata(await page('long', { standfirst }), siteUrl)
    expect((description ?? '').length).toBeLessThanOrEqual(160)
    const words = (description ?? '').replace(/…$/, '').split(' ')
    expect(words.every((word) => standfirst.split(/\s/).some((known) => known.startsWith(word)))).toBe(true)
    expect(standfirst.split(/\s/)).toContain(words.at(-2))
  })

  it('takes an editor’s words, and the address where it appeared first', async () => {
    const canonical = 'https://autre.test/article/'
    const seo = { seoTitle: 'Pour les moteurs', seoDescription: 'Dit autrement', canonical, noindex: true }
    const metadata = articleMetadata(await page('ailleurs', seo), siteUrl)
    expect(metadata).toMatchObject({
      title: { absolute: 'Pour les moteurs' },
      description: 'Dit autrement',
      alternates: { canonical },
      robots: { index: false },
      openGraph: { title: 'Titre ailleurs', url: '/ailleurs/' },
    })
  })

  it('says when, by whom, in what section it was published', async () => {
    const metadata = articleMetadata(
      await page('signe', {
        credits: [
          { name: 'Ève Dupré', role: 'author' },
          { name: 'Zoé Arc', role: 'interviewee' },
        ],
        tags: [{ slug: 'ete', name: 'Été', parent: null }],
        categories: [{ slug: 'metiers', name: 'Métiers', parent: null }],
        updatedAt: new Date('2024-05-01T00:00:00Z'),
      }),
      siteUrl,
    )
    expect(metadata.openGraph).toMatchObject({
      type: 'article',
      publishedTime: '2024-03-02T07:46:15.000Z',
      modifiedTime: '2024-05-01T00:00:00.000Z',
      authors: ['https://neuf.test/personne/eve-dupre/'],
      section: 'Métiers',
      tags: ['Été'],
    })
    expect(metadata.authors).toEqual([{ name: 'Ève Dupré', url: 'https://neuf.test/personne/eve-dupre/' }])
  })
})

describe('the description of a list', () => {
  it('is what an editor wrote, else its newest titles', () => {
    expect(listDescription('Bois', 'Ce qui pousse.', ['Un'])).toBe('Ce qui pousse.')
    expect(listDescription('Zoé Arc', '', ['Un', 'Deux', 'Trois', 'Quatre'])).toBe(
      'Zoé Arc : Un · Deux · Trois',
    )
    expect(listDescription('Zoé Arc', '', ['Zoé Arc, à l’écoute', 'Un'])).toBe('Zoé Arc, à l’écoute · Un')
    expect(listDescription('Bois', 'mot '.repeat(90), []).length).toBeLessThanOrEqual(160)
  })
})

it('whoever asked the questions signs what nobody else does, once', async () => {
  const asked = { name: 'Max Pic', role: 'interviewer' as const }
  const alone = await page('questions', { credits: [asked, asked] })
  expect(articleMetadata(alone, siteUrl).authors).toEqual([
    { name: 'Max Pic', url: 'https://neuf.test/personne/max-pic/' },
  ])
  const signed = await page('signees', { credits: [asked, { name: 'Ève Dupré', role: 'author' }] })
  expect(articleMetadata(signed, siteUrl).authors).toMatchObject([{ name: 'Ève Dupré' }])
})

it('a page names its three feeds, encoded, or none', () => {
  const facts = { title: 'Été', description: '', path: '/tag/été/page/2/' }
  expect(pageMetadata({ ...facts, feedOf: '/tag/été/' }).alternates).toEqual({
    canonical: '/tag/%C3%A9t%C3%A9/page/2/',
    types: {
      'application/rss+xml': '/tag/%C3%A9t%C3%A9/feed/',
      'application/atom+xml': '/tag/%C3%A9t%C3%A9/feed/atom/',
      'application/feed+json': '/tag/%C3%A9t%C3%A9/feed/json/',
    },
  })
  const plain = pageMetadata({ ...facts, feedOf: null })
  expect(plain.alternates?.types).toEqual({})
  expect(plain.openGraph?.images).toMatchObject([{ url: '/apercu/accueil.jpg' }])
  expect(plain.other).toEqual({ 'fediverse:creator': site.fediverse })
})

it('the address of a preview changes with what it shows, and with nothing else', async () => {
  const article = await page('apercu')
  expect(previewPath({ ...article, readingMinutes: 9 })).toBe(previewPath(article))
  const changes: Partial<ArticlePage>[] = [
    { title: 'Autre' },
    { kind: 'report' },
    { credits: [{ person: { slug: 'a', name: 'A' }, role: 'author' }] },
  ]
  const paths = changes.map((change) => previewPath({ ...article, ...change }))
  expect(new Set([previewPath(article), ...paths]).size).toBe(4)
})
