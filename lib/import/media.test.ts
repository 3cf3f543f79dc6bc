import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { ArticleBody } from '../../components/article/ArticleBody.tsx'
import { readPictures } from '../articles/pictures.ts'
import { check } from '../document/check.ts'
import { env } from '../env.ts'
import { temporaryDatabase, temporaryFolder } from '../testing/database.ts'
import { importFiles } from './import-files.ts'

/** The exports of the shared cases and their uploads, with a real database and real files. */
const WORDPRESS = path.join(process.env.CHAPO_CASES ?? '../shared/cases', '../wordpress')
const database = await temporaryDatabase()
env.MEDIA_DIR = temporaryFolder()

describe.skipIf(!existsSync(WORDPRESS))('the shared exports with their uploads', () => {
  const files = readdirSync(WORDPRESS)
    .filter((name) => name.endsWith('.xml'))
    .map((name) => path.join(WORDPRESS, name))
  const options = {
    files,
    media: path.join(WORDPRESS, 'uploads'),
    dryRun: false,
    onProgress: () => {},
  }
  let report: Awaited<ReturnType<typeof importFiles>>
  beforeAll(async () => {
    report = await importFiles(database, options)
  }, 120_000)

  it('stores every file of the five libraries', () => {
    expect(report.attachments).toMatchObject({ read: 78, stored: 78, problems: [] })
    const missing = report.items.flatMap(({ flags }) => flags.filter(({ code }) => code === 'media-missing'))
    expect(missing).toEqual([])
  })

  it('leaves no page that refers to the old hosts for a file', async () => {
    const articles = await database.article.findMany({ select: { path: true, document: true } })
    expect(articles.length).toBeGreaterThan(30)
    let pictures = 0
    for (const { path: at, document } of articles) {
      const checked = check(document)
      const html = renderToStaticMarkup(
        createElement(ArticleBody, { document: checked, pictures: await readPictures(database, checked) }),
      )
      pictures += html.split('<img ').length - 1
      expect(html, at).not.toMatch(/wp-content\/uploads/)
      for (const [, source = ''] of html.matchAll(
        /<(?:img|source|video|audio|track)\b[^>]*?\ssrc="([^"]*)"/g,
      )) {
        expect(source, at).toMatch(/^\/media\/[0-9a-f]{32}/)
        expect(existsSync(path.join(env.MEDIA_DIR, path.basename(source))), source).toBe(true)
      }
    }
    expect(pictures).toBeGreaterThanOrEqual(52)
  })

  it('changes nothing the second time, with or without the uploads', async () => {
    for (const media of [options.media, null]) {
      const again = await importFiles(database, { ...options, media })
      expect(again.counts).toMatchObject({ created: 0, updated: 0, failed: 0 })
      expect(again.attachments.stored).toBe(78)
    }
  }, 60_000)
})
