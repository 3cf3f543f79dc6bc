import { existsSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { database } from '../../../lib/db.ts'
import { env } from '../../../lib/env.ts'
import { migrate } from '../../../lib/migrate.ts'
import { temporaryFolder } from '../../../lib/testing/database.ts'
import { restPost } from '../../../lib/testing/rest-answers.ts'
import { serveWordPress } from '../../../lib/testing/wordpress-server.ts'
import { POST } from './route.ts'

const site = await serveWordPress()
const folder = temporaryFolder()
const secret = 'un secret assez long'
Object.assign(env, {
  DATABASE_URL: `file:${path.join(folder, 'x.db')}`,
  MEDIA_DIR: path.join(folder, 'media'),
  REVALIDATE_SECRET: secret,
  SYNC_FROM: site.url,
  SYNC_ALLOW_PRIVATE: '1',
})
await migrate(env.DATABASE_URL)
afterAll(async () => {
  await site.close()
  await (await database()).$disconnect()
})

const colours = { background: { r: 200, g: 80, b: 20 }, channels: 3 } as const
const pictureOf = (width: number) =>
  sharp({ create: { width, height: 300, ...colours } })
    .jpeg()
    .toBuffer()
const pictures = new Map([
  ['/wp-content/uploads/2024/03/pont.jpg', await pictureOf(400)],
  ['/wp-content/uploads/2024/03/quai.jpg', await pictureOf(500)],
])
const address = (name: string) => `${site.url}/wp-content/uploads/2024/03/${name}.jpg`
const rows = (name: string) => site.lists.get(`/wp/v2/${name}`) ?? []
const postWith = (html: string, more: object = {}) =>
  restPost(6627, {
    link: `${site.url}/pont/`,
    guid: { rendered: `${site.url}/?p=6627` },
    slug: 'pont',
    featured_media: 0,
    categories: [],
    tags: [],
    author: 0,
    content: { rendered: html, protected: false },
    _links: {},
    ...more,
  })

let fetched: string[] = []
beforeEach(() => {
  fetched = []
  site.files = (place) => {
    fetched.push(place)
    return pictures.get(place) ?? null
  }
})

async function call(body: unknown, authorization = `Bearer ${secret}`) {
  const incoming = new Request('http://site.test/api/sync', {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify(body),
  })
  const response = await POST(incoming)
  return { status: response.status, body: await response.text() }
}

async function filesHere(): Promise<string[]> {
  const media = await (await database()).media.findMany()
  for (const { file } of media) expect(existsSync(path.join(env.MEDIA_DIR, file)), file).toBe(true)
  return media.map(({ width }) => String(width)).sort()
}

it('brings a new article in with its picture, then the picture that was put in it since', async () => {
  const library = (id: number, name: string) => ({
    id,
    type: 'attachment',
    slug: name,
    link: `${site.url}/${name}/`,
    source_url: address(name),
    media_details: {},
  })
  rows('posts').push(postWith(`<p>Le pont.</p><img class="wp-image-12" src="${address('pont')}" alt="">`))
  rows('media').push(library(12, 'pont'))
  expect(await call({ id: 6627 })).toMatchObject({ status: 200, body: expect.stringContaining('"created"') })
  expect(await filesHere()).toEqual(['400'])

  const html = `<p>Le pont.</p><img class="wp-image-13" src="${address('quai')}" alt="">`
  rows('posts')[0] = postWith(html, { modified_gmt: '2024-04-01T00:00:00' })
  rows('media').push(library(13, 'quai'))
  expect(await call({ id: 6627 })).toMatchObject({ status: 200, body: expect.stringContaining('"updated"') })
  expect(await filesHere()).toEqual(['400', '500'])
  expect(fetched.filter((place) => place.includes('quai'))).toHaveLength(1)
  const article = await (await database()).article.findFirstOrThrow()
  const [file] = await (await database()).media.findMany({ where: { width: 500 } })
  expect(article.document).toMatchObject({ content: [{}, { type: 'figure', attrs: { mediaId: file?.id } }] })
})

it('brings a picture in that the library does not know', async () => {
  rows('posts')[0] = postWith(`<p>Le pont.</p><img src="${address('pont')}" alt="">`)
  rows('media').splice(0)
  expect((await call({ id: 6627 })).status).toBe(200)
  expect(await filesHere()).toEqual(['400', '500'])
})

it('refuses a caller without the secret, and what is no id', async () => {
  expect((await call({ id: 6627 }, 'Bearer autre')).status).toBe(401)
  expect((await call({ id: '6627' })).status).toBe(400)
  expect((await call({ id: 404 })).status).toBe(404)
})
