import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { stripScripts } from '../../cache/strip-scripts.ts'
import { readArticle } from '../../lib/articles/read-article.ts'
import { saveArticle } from '../../lib/articles/save.ts'
import type { ArticlePage } from '../../lib/articles/types.ts'
import { sampleArticle } from '../../lib/testing/article.ts'
import { temporaryDatabase } from '../../lib/testing/database.ts'
import { exportFiles, importExports } from '../../lib/testing/exports.ts'
import { requiredFaults, thingsOf, vocabularyFaults } from '../../lib/testing/schema-org.ts'
import { archiveGraph, profileGraph } from './archive.ts'
import { articleGraph } from './article.ts'
import { StructuredData } from './StructuredData.tsx'
import { homeGraph } from './site.ts'

const siteUrl = 'https://neuf.test'
const database = await temporaryDatabase()
const imported = await temporaryDatabase()

const faults = (graph: unknown) => [...vocabularyFaults(graph), ...requiredFaults(graph)]
const ofType = (graph: unknown, type: string) => thingsOf(graph).filter((thing) => thing['@type'] === type)

const text = (value: string) => ({ type: 'text', text: value })
const paragraph = (value: string) => ({ type: 'paragraph', attrs: { align: null }, content: [text(value)] })
const section = (anchor: string, kind: string, timecode: number | null, title: string, words: string) => ({
  type: 'section',
  attrs: { anchor, aliases: [], kind, level: 2, timecode, ordinal: null },
  content: [{ type: 'sectionHeading', content: [text(title)] }, paragraph(words)],
})

async function page(
  slug: string,
  content: object[],
  changes: Parameters<typeof sampleArticle>[1] = {},
): Promise<ArticlePage> {
  await saveArticle(database, sampleArticle(slug, { ...changes, document: { type: 'doc', content } }))
  const article = await readArticle(database, `/${slug}/`, new Date())
  if (!article) throw new Error(`${slug} n’est pas là`)
  return article
}

describe('the checks of the vocabulary', () => {
  it('name what is not of schema.org', () => {
    const graph = (thing: object) => ({ '@graph': [thing] })
    expect(
      vocabularyFaults(graph({ '@type': 'NewsArticle', headline: 'x', publisher: { '@id': 'y' } })),
    ).toEqual([])
    expect(vocabularyFaults(graph({ '@type': 'Reportage' }))).toHaveLength(1)
    expect(vocabularyFaults(graph({ '@type': 'NewsArticle', subtitle: 'x' }))).toHaveLength(1)
    expect(
      vocabularyFaults(graph({ '@type': 'NewsArticle', author: { '@type': 'Place', name: 'x' } })),
    ).toHaveLength(1)
    expect(vocabularyFaults(graph({ '@type': 'NewsArticle', wordCount: 'x' }))).toHaveLength(1)
    expect(vocabularyFaults(graph({ '@type': 'NewsArticle', datePublished: 'hier' }))).toHaveLength(1)
    expect(requiredFaults(graph({ '@type': 'Event', name: 'x' }))).toHaveLength(2)
    expect(
      requiredFaults(graph({ '@type': 'WebSite', name: 'x', url: 'y', publisher: { '@id': 'z' } })),
    ).toEqual(['référence perdue : z'])
  })
})

describe('an article', () => {
  it('as an interview: who speaks, what is asked, who made it', async () => {
    const article = await page(
      'entretien',
      [
        section('un', 'question', null, 'Pourquoi ?', 'Parce que.'),
        section('deux', 'section', null, 'Suite', 'x'),
      ],
      {
        credits: [
          { name: 'Ève Dupré', role: 'author' },
          { name: 'Luc Martin', role: 'with' },
          { name: 'Zoé Arc', role: 'interviewee' },
          { name: 'Max Pic', role: 'image' },
        ],
        tags: [{ slug: 'bois', name: 'Bois', parent: null }],
        categories: [{ slug: 'metiers', name: 'Métiers', parent: null }],
      },
    )
    const graph = articleGraph(article, siteUrl)
    expect(faults(graph)).toEqual([])
    expect(ofType(graph, 'NewsArticle')[0]).toMatchObject({
      author: [{ name: 'Ève Dupré', url: 'https://neuf.test/personne/eve-dupre/' }, { name: 'Luc Martin' }],
      about: [{ name: 'Zoé Arc' }],
      contributor: [{ '@type': 'Role', roleName: 'images', contributor: { name: 'Max Pic' } }],
      articleSection: ['Métiers'],
      keywords: ['Bois'],
    })
    expect(ofType(graph, 'Question')).toEqual([
      {
        '@type': 'Question',
        name: 'Pourquoi ?',
        url: 'https://neuf.test/entretien/#un',
        acceptedAnswer: {
          '@type': 'Answer',
          text: 'Parce que.',
          url: 'https://neuf.test/entretien/#un',
          author: { '@id': 'https://neuf.test/personne/zoe-arc/#personne' },
        },
      },
    ])
    expect(ofType(graph, 'ListItem').map(({ name }) => name)).toEqual([
      'Copeaux',
      'Métiers',
      'Titre entretien',
    ])
  })

  it('leaves answers to nobody where two people speak, or nobody is known to', async () => {
    const asked = [section('un', 'question', null, 'Pourquoi ?', 'Parce que.')]
    const two = ['Zoé Arc', 'Luc Martin'].map((name) => ({ name, role: 'interviewee' as const }))
    for (const [slug, credits] of [
      ['a-deux', two],
      ['sans', []],
    ] as const) {
      const graph = articleGraph(await page(slug, asked, { credits: [...credits] }), siteUrl)
      expect(ofType(graph, 'Answer').map(({ author }) => author)).toEqual([undefined])
    }
  })

  it('is about whom its title names, and mentions the others that it names', async () => {
    const article = await page('derouet', [paragraph('x')], {
      title: 'Malik Derouet, le soleil en commun',
      credits: [{ name: 'Ève Dupré', role: 'author' }],
      tags: [{ slug: 'odile-marsanne', name: 'Odile Marsanne', parent: null }],
    })
    await database.mention.updateMany({ data: { status: 'accepted' } })
    await database.person.update({ where: { slug: 'odile-marsanne' }, data: { kind: 'organisation' } })
    const read = () => readArticle(database, article.path, new Date())
    const reviewed = await read()
    const graph = reviewed && articleGraph(reviewed, siteUrl)
    expect(faults(graph)).toEqual([])
    expect(ofType(graph, 'NewsArticle')[0]).toMatchObject({
      about: [{ '@type': 'Person', name: 'Malik Derouet' }],
      mentions: [{ '@type': 'Organization', name: 'Odile Marsanne' }],
    })
    expect(ofType(graph, 'NewsMediaOrganization')[0]).toMatchObject({
      publishingPrinciples: 'https://neuf.test/nos-principes/',
    })
    await database.mention.updateMany({ data: { status: 'refused' } })
    const refused = await read()
    const [thing] = ofType(refused && articleGraph(refused, siteUrl), 'NewsArticle')
    expect([thing?.about, thing?.mentions]).toEqual([undefined, undefined])
  })

  it('with a film in parts, a sound, a correction, an event', async () => {
    const film = {
      provider: 'youtube',
      id: 'abcdefghijk',
      url: 'https://youtu.be/abcdefghijk',
      start: null,
      title: null,
      fallback: null,
    }
    const article = await page(
      'rencontre',
      [
        { type: 'embed', attrs: film },
        { type: 'audio', attrs: { sources: ['https://a.test/x.mp3'], title: 'Le son' } },
        paragraph('Erratum du 3 mars : il fallait lire deux.'),
        section('debut', 'timecoded', 30, 'Début', 'x'),
        section('fin', 'timecoded', 90, 'Fin', 'x'),
      ],
      { kind: 'write-up' },
    )
    const graph = articleGraph({ ...article, heldOn: '2024-03-02', heldAt: 'Arçon' }, siteUrl)
    expect(faults(graph)).toEqual([])
    expect(ofType(graph, 'Clip')).toEqual([
      {
        '@type': 'Clip',
        name: 'Début',
        startOffset: 30,
        endOffset: 90,
        url: 'https://neuf.test/rencontre/#debut',
      },
      { '@type': 'Clip', name: 'Fin', startOffset: 90, url: 'https://neuf.test/rencontre/#fin' },
    ])
    expect(ofType(graph, 'VideoObject')[0]?.embedUrl).toBe(
      'https://www.youtube-nocookie.com/embed/abcdefghijk?autoplay=1&rel=0',
    )
    expect(ofType(graph, 'PodcastEpisode')).toHaveLength(1)
    expect(ofType(graph, 'CorrectionComment')[0]?.text).toContain('il fallait lire deux')
    expect(ofType(graph, 'Event')[0]).toMatchObject({ startDate: '2024-03-02', location: { name: 'Arçon' } })
    expect(ofType(articleGraph(article, siteUrl), 'Event')).toEqual([])
  })

  it('cannot end its element, whatever its title, and stays when scripts are taken out', async () => {
    const title = '</script><script>alert(1)</script> <!-- & \ud83d "x"'
    const article = await page('hostile', [paragraph('x')], { title })
    const html = stripScripts(
      renderToStaticMarkup(createElement(StructuredData, { graph: articleGraph(article, siteUrl) })),
    )
    expect(html.match(/<\/?script/g)).toEqual(['<script', '</script'])
    const [, json = ''] = /^<script[^>]*>(.*)<\/script>$/.exec(html) ?? []
    expect(ofType(JSON.parse(json), 'NewsArticle')[0]?.headline).toBe(title.toWellFormed())
  })
})

describe('the other pages', () => {
  it('home, lists, people and organisations', async () => {
    const article = await page('liste', [paragraph('x')])
    const term = { path: '/tag/été/', slug: 'été', name: 'Été', description: 'Ce qui pousse' }
    const archive = { term, articles: [article], page: 2, pageCount: 2, total: 11 }
    const facts = { slug: 'a', name: 'A', bio: 'Luthière', portrait: '/media/x.jpg', paths: ['/liste/'] }
    const graphs = [
      homeGraph(siteUrl),
      archiveGraph(archive, siteUrl),
      profileGraph({ ...facts, kind: 'person' }, siteUrl),
      profileGraph({ ...facts, kind: 'organisation', bio: '', portrait: null, paths: [] }, siteUrl),
    ]
    expect(graphs.map(faults)).toEqual([[], [], [], []])
  })
})

describe.skipIf(exportFiles.length === 0)('imported articles', () => {
  it('are all of the vocabulary, with what Google asks', async () => {
    await importExports(imported)
    const rows = await imported.article.findMany({ where: { status: 'published' }, select: { path: true } })
    expect(rows.length).toBeGreaterThan(30)
    const wrong: string[] = []
    for (const { path } of rows) {
      const article = await readArticle(imported, path, new Date())
      if (article) wrong.push(...faults(articleGraph(article, siteUrl)).map((fault) => `${path} ${fault}`))
    }
    expect(wrong).toEqual([])
  }, 120_000)
})
