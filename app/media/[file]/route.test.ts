import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { saveArticle } from '../../../lib/articles/save.ts'
import { database } from '../../../lib/db.ts'
import { env } from '../../../lib/env.ts'
import { migrate } from '../../../lib/migrate.ts'
import { sampleArticle } from '../../../lib/testing/article.ts'
import { temporaryFolder } from '../../../lib/testing/database.ts'
import { GET } from './route.ts'

env.MEDIA_DIR = temporaryFolder()
env.DATABASE_URL = `file:${path.join(temporaryFolder(), 'x.db')}`
await migrate(env.DATABASE_URL)
afterAll(async () => (await database()).$disconnect())

const id = 'a'.repeat(32)
for (const name of ['.jpg', '-480.jpg', '-480.webp', '-480.avif', '-960.webp', '.svg', '.docx', '.mp4'])
  writeFileSync(path.join(env.MEDIA_DIR, `${id}${name}`), `contenu ${name}`)

async function get(file: string, headers: Record<string, string> = {}) {
  const request = new Request(`http://site.test/media/${file}`, { headers })
  const response = await GET(request, { params: Promise.resolve({ file }) })
  return { status: response.status, headers: response.headers, body: await response.text() }
}

const CHROME = 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8'
const OLD_SAFARI = 'image/png,image/svg+xml,image/*;q=0.8,video/*;q=0.8,*/*;q=0.5'

it.each([
  [CHROME, '-480.webp', 'image/avif', '-480.avif'],
  [CHROME, '-960.webp', 'image/webp', '-960.webp'],
  ['image/webp,*/*', '-480.webp', 'image/webp', '-480.webp'],
  [OLD_SAFARI, '-480.webp', 'image/jpeg', '-480.jpg'],
  ['*/*', '-480.webp', 'image/webp', '-480.webp'],
  [CHROME, '-480.jpg', 'image/jpeg', '-480.jpg'],
])('answers %s asking for %s with %s', async (accept, name, type, given) => {
  const { headers, body } = await get(`${id}${name}`, { accept })
  expect([headers.get('content-type'), body]).toEqual([type, `contenu ${given}`])
  expect(headers.get('vary')).toBe(name.endsWith('webp') ? 'Accept' : null)
})

it('lets nothing run', async () => {
  const svg = await get(`${id}.svg`)
  expect(svg.headers.get('content-security-policy')).toContain('sandbox')
  expect(svg.headers.get('x-content-type-options')).toBe('nosniff')
  expect((await get(`${id}.docx`)).headers.get('content-disposition')).toBe('attachment')
})

it.each([
  ['bytes=0-3', 206, 'cont', 'bytes 0-3/12'],
  ['bytes=8-', 206, '.mp4', 'bytes 8-11/12'],
  ['bytes=-4', 206, '.mp4', 'bytes 8-11/12'],
  ['bytes=99-', 416, '', 'bytes */12'],
  ['bytes=0-1,3-4', 200, 'contenu .mp4', null],
  ['bytes=-', 200, 'contenu .mp4', null],
])('gives the part %s of a film', async (range, status, body, content) => {
  const answer = await get(`${id}.mp4`, { range })
  expect([answer.status, answer.body, answer.headers.get('content-range')]).toEqual([status, body, content])
})

it.each(['x.jpg', `${id}.php`, `../${id}.jpg`, `${'b'.repeat(32)}.jpg`, `${id}`, '.partial'])(
  'knows no %s',
  async (file) => expect((await get(file)).status).toBe(404),
)

it('leads on to where the old site had something of that address', async () => {
  const db = await database()
  await saveArticle(db, sampleArticle('kit-de-presse'))
  const { id: articleId } = await db.article.findFirstOrThrow({ select: { id: true } })
  await db.redirect.create({ data: { from: '/media/kit/', to: '/kit-de-presse/', kind: 'moved', articleId } })
  const { status, headers } = await get('kit')
  expect([status, headers.get('location')]).toEqual([308, '/kit-de-presse/'])
})
