import { readFileSync } from 'node:fs'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import sax from 'sax'
import { beforeAll, describe, expect, it } from 'vitest'
import { readFeed } from '../../lib/articles/read-feed.ts'
import type { FeedFormat } from '../../lib/routes.ts'
import { temporaryDatabase } from '../../lib/testing/database.ts'
import { exportFiles, importExports } from '../../lib/testing/exports.ts'
import { ArticleBody } from '../article/ArticleBody.tsx'
import { atom } from './atom.ts'
import { type FeedDocument, feedDocument } from './feed-document.ts'
import { jsonFeed } from './json-feed.ts'
import { rss } from './rss.ts'

const database = await temporaryDatabase()

async function writeFeed(path: string, format: FeedFormat): Promise<FeedDocument> {
  const feed = await readFeed(database, path, new Date())
  if (!feed) throw new Error(`pas de flux : ${path}`)
  const bodies = feed.items.map(({ document, pictures }) =>
    renderToStaticMarkup(createElement(ArticleBody, { document, pictures })),
  )
  return feedDocument(feed, bodies, { siteUrl: 'https://neuf.test', hub: null, format })
}

/** What XML cannot hold is left out; a reader trims what stands around a text. */
const kept = (text: string) =>
  text
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (one) => ('\t\n\r'.includes(one) ? one : ''))
    .toWellFormed()
    .trim()

/** Every entry, read back from the three formats, is what was written. */
async function expectEqual(path: string): Promise<void> {
  const written = await writeFeed(path, 'rss')
  const xml = rss(written)
  const atomXml = atom(await writeFeed(path, 'atom'))
  for (const text of [xml, atomXml]) sax.parser(true).write(text).close()
  const items = parseRssFeed(xml).items ?? []
  const entries = parseAtomFeed(atomXml).entries ?? []
  const json = parseJsonFeed(jsonFeed(await writeFeed(path, 'json'))).items ?? []
  expect([items.length, entries.length, json.length]).toEqual(Array(3).fill(written.entries.length))
  for (const [index, entry] of written.entries.entries()) {
    const texts = [kept(entry.title), kept(entry.html)]
    const [item, other, third] = [items[index], entries[index], json[index]]
    expect([item?.title ?? '', item?.content?.encoded]).toEqual(texts)
    expect([other?.title?.value ?? '', other?.content?.value]).toEqual(texts)
    expect([kept(third?.title ?? ''), kept(third?.content_html ?? '')]).toEqual(texts)
    expect([item?.guid?.value, third?.id]).toEqual([entry.guid, entry.guid])
    const address = other?.links?.find(({ rel }) => rel === 'alternate')?.href
    expect([item?.link, address, third?.url]).toEqual(Array(3).fill(entry.url))
    const dates = [item?.pubDate, other?.published, third?.date_published].map((date) =>
      Date.parse(date ?? ''),
    )
    const day = Date.parse(entry.publishedAt)
    expect(dates).toEqual([day - (day % 1000), day, day])
    const summary = kept(entry.summary)
    expect([item?.description ?? '', other?.summary?.value ?? '', kept(third?.summary ?? '')]).toEqual(
      Array(3).fill(summary),
    )
    const names = entry.authors.map(({ name }) => kept(name))
    expect(item?.dc?.creators ?? []).toEqual(names)
    expect((other?.authors ?? []).map(({ name }) => name)).toEqual(names)
    expect((third?.authors ?? []).map(({ name }) => name)).toEqual(names)
    const tags = entry.tags.map(kept)
    expect((item?.categories ?? []).map(({ name }) => name)).toEqual(tags)
    expect((other?.categories ?? []).map(({ term }) => term)).toEqual(tags)
    expect(third?.tags ?? []).toEqual(tags)
    expect(item?.enclosures?.[0]?.url).toBe(entry.sounds[0]?.url)
    expect(entry.html).not.toMatch(/ (?:href|src)="(?:\/(?!\/)|#)/)
  }
}

describe.skipIf(exportFiles.length === 0)('the feeds of imported articles, read back by a reader', () => {
  beforeAll(() => importExports(database), 120_000)

  it('of every article', async () => {
    const articles = await database.article.findMany({
      where: { status: 'published' },
      select: { path: true },
    })
    expect(articles.length).toBeGreaterThan(30)
    for (const { path } of articles) await expectEqual(path)
  }, 120_000)

  it('of the magazine, page by page, without an article twice', async () => {
    const guids: string[] = []
    const first = await readFeed(database, '/', new Date())
    for (let page = 1; page <= (first?.pageCount ?? 0); page += 1) {
      await expectEqual(`/page/${page}/`)
      const feed = await readFeed(database, `/page/${page}/`, new Date())
      guids.push(...(feed?.items ?? []).map(({ guid }) => guid ?? ''))
    }
    expect(new Set(guids).size).toBe(guids.length)
    expect(await readFeed(database, `/page/${(first?.pageCount ?? 0) + 1}/`, new Date())).toBeNull()
  }, 120_000)

  it('keep the guids of WordPress: no reader sees an article again', async () => {
    const sources = exportFiles.map((file) => readFileSync(file, 'utf8')).join('\n')
    const known = new Set([...sources.matchAll(/<guid[^>]*>([^<]*)<\/guid>/g)].map(([, guid]) => guid))
    const articles = await database.article.findMany({
      where: { status: 'published', type: 'article' },
      select: { path: true },
    })
    const first = await readFeed(database, '/', new Date())
    const guids: string[] = []
    for (let page = 1; page <= (first?.pageCount ?? 0); page += 1) {
      const read = parseRssFeed(rss(await writeFeed(`/page/${page}/`, 'rss')))
      guids.push(...(read.items ?? []).map(({ guid }) => guid?.value ?? ''))
    }
    expect(guids).toHaveLength(articles.length)
    expect(guids.filter((guid) => !known.has(guid))).toEqual([])
  })

  it('of a tag, a category, a year, and everyone who signs', async () => {
    const terms = await database.term.findMany({
      where: { articles: { some: { publishedAt: { lte: new Date() } } } },
    })
    const people = await database.person.findMany({
      where: { credits: { some: { article: { status: 'published' } } } },
    })
    for (const { type, slug } of terms.slice(0, 60))
      await expectEqual(`/${type === 'series' ? 'dossier' : type}/${slug}/`)
    for (const { slug } of people.slice(0, 30)) await expectEqual(`/personne/${slug}/`)
    expect(await readFeed(database, '/tag/aucun/', new Date())).toBeNull()
    expect(await readFeed(database, '/personne/personne/', new Date())).toBeNull()
  }, 120_000)
})
