import { expect, test } from '@playwright/test'
import { baseURL } from './site.ts'

const hop = async (url: string) => {
  const response = await fetch(url, { redirect: 'manual' })
  return [response.status, response.headers.get('location')]
}

test('old addresses lead to the article in one hop', async () => {
  expect(await hop(`${baseURL}/?p=900101`)).toEqual([301, '/elise-varambon-luthiere/'])
  expect(await hop(`${baseURL}/?p=900101&utm_source=lettre`)).toEqual([
    301,
    '/elise-varambon-luthiere/?utm_source=lettre',
  ])
  expect(await hop(`${baseURL}/?tag=bois`)).toEqual([301, '/tag/bois/'])
  expect(await hop(`${baseURL}/tag/bois/page/1/`)).toEqual([308, '/tag/bois/'])
  expect(await hop(`${baseURL}/elise-varambon-luthiere`)).toEqual([308, '/elise-varambon-luthiere/'])
})

test('what does not exist is a real 404, at the first request and after', async () => {
  for (const path of [
    '/nulle-part-2/',
    '/?p=424242',
    '/?p=x',
    '/tag/inconnu/',
    '/tag/bois/page/99/',
    '/tag/bois/page/x/',
    '/category/inconnue/',
    '/media/x.jpg',
    '/media/..%2f..%2fpackage.json',
  ])
    for (const _try of [1, 2]) expect((await fetch(`${baseURL}${path}`)).status, path).toBe(404)
})

test('the state of each part', async () => {
  const response = await fetch(`${baseURL}/api/health`)
  expect([response.status, await response.json()]).toEqual([200, { database: 'ok', media: 'ok' }])
})

test('pictures are served for ever, in parts too', async () => {
  const html = await (await fetch(`${baseURL}/`)).text()
  const src = /src="(\/media\/[^"]+)"/.exec(html)?.[1] ?? ''
  const whole = await fetch(`${baseURL}${src}`)
  expect([whole.status, whole.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
  const part = await fetch(`${baseURL}${src}`, { headers: { Range: 'bytes=0-9' } })
  expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 10])
})

test('safety headers stand on every page', async () => {
  const { headers } = await fetch(`${baseURL}/`)
  expect(headers.get('content-security-policy')).toContain("script-src 'self';")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-powered-by')).toBeNull()
})
