import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { encodingFor, keepCompressed } from './compressed.ts'

keepCompressed()
const text = 'Un texte assez long. '.repeat(200)

async function serve(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  afterAll(() => server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
}

/** The bytes as they were sent. */
async function raw(url: string, encoding: string, method = 'GET') {
  const { request } = await import('node:http')
  const sent = request(url, { method, headers: { 'Accept-Encoding': encoding } }).end()
  const [answer] = await once(sent, 'response')
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(chunk)
  return { headers: answer.headers, body: Buffer.concat(chunks) }
}

describe('kept compressed copies', () => {
  it('are what readers get of a page with an ETag, whole or in parts', async () => {
    const url = await serve((request, response) => {
      response
        .setHeader('Content-Type', 'text/html; charset=utf-8')
        .setHeader('ETag', '"é1"'.replace('é', 'e'))
      if (request.url === '/') return response.setHeader('Content-Length', text.length).end(text)
      response.flushHeaders()
      response.write(text.slice(0, 100))
      response.write(Buffer.from(text.slice(100)), () => response.end())
    })
    for (const place of [url, `${url}parts`]) {
      const brotli = await raw(place, 'gzip, deflate, br')
      expect(brotli.headers).toMatchObject({
        'content-encoding': 'br',
        etag: 'W/"e1"',
        vary: 'Accept-Encoding',
      })
      expect(brotliDecompressSync(brotli.body).toString()).toBe(text)
      expect(Number(brotli.headers['content-length'])).toBe(brotli.body.length)
      expect(gunzipSync((await raw(place, 'gzip')).body).toString()).toBe(text)
      const plain = await raw(place, 'identity')
      expect([plain.headers['content-encoding'], plain.headers.vary]).toEqual([undefined, 'Accept-Encoding'])
      expect(plain.body.toString()).toBe(text)
    }
  })

  it('change with the ETag, and never stand for another address', async () => {
    let version = 1
    const url = await serve((request, response) => {
      response.setHeader('Content-Type', 'text/css').setHeader('ETag', `"${version}"`)
      response.end(`${request.url} ${version} ${text}`)
    })
    const read = async (place: string) =>
      gunzipSync((await raw(place, 'gzip')).body)
        .toString()
        .slice(0, 4)
    expect([await read(url), await read(`${url}b`)]).toEqual(['/ 1 ', '/b 1'])
    version = 2
    expect([await read(url), await read(url)]).toEqual(['/ 2 ', '/ 2 '])
  })

  it('leave alone what is compressed, partial, small, a picture, or has no ETag', async () => {
    const url = await serve((request, response) => {
      const kind = request.url?.slice(1)
      response.setHeader('Content-Type', kind === 'picture' ? 'image/png' : 'text/html')
      if (kind !== 'bare') response.setHeader('ETag', '"x"')
      if (kind === 'encoded') response.setHeader('Content-Encoding', 'zstd')
      if (kind === 'partial') response.statusCode = 206
      response.end(kind === 'small' ? 'petit' : text)
    })
    for (const kind of ['picture', 'bare', 'partial', 'small'])
      expect((await raw(url + kind, 'br')).headers['content-encoding'], kind).toBeUndefined()
    expect((await raw(`${url}encoded`, 'br')).headers['content-encoding']).toBe('zstd')
    expect((await raw(`${url}any`, 'br', 'HEAD')).headers['content-encoding']).toBeUndefined()
  })

  it.each([
    ['gzip, br', 'br'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['BR', 'br'],
    ['deflate', null],
    ['', null],
  ])('Accept-Encoding: %s → %s', (header, encoding) => {
    expect(encodingFor({ headers: { 'accept-encoding': header } })).toBe(encoding)
  })
})
