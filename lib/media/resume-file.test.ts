import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/database.ts'
import { fetchFile } from './fetch-file.ts'

/** A real server on this host, whose connection is cut after so many bytes of each answer. */
type Site = {
  file: Buffer
  headers: Record<string, string>
  knowsRanges: boolean
  cuts: number[]
  answer: (request: IncomingMessage, response: ServerResponse) => boolean
}
const bytesOf = (length: number, first: number) =>
  Buffer.from(Array.from({ length }, (_, at) => (at * 7 + first) % 251))
const FILE = bytesOf(3_000_000, 0)
const OTHER = bytesOf(2_500_000, 9)
const fresh = (): Site => ({
  file: FILE,
  headers: { etag: '"un"' },
  knowsRanges: true,
  cuts: [],
  answer: () => false,
})
let site = fresh()
let asked: string[] = []

/** The place where the rest begins, when the file is still the one that was asked for (RFC 9110, 13.1.5 and 14.2). */
function firstByte({ headers }: IncomingMessage): number {
  const first = Number(/^bytes=(\d+)-$/.exec(headers.range ?? '')?.[1] ?? 0)
  const isSame = Object.values(site.headers).includes(String(headers['if-range']))
  return site.knowsRanges && isSame ? first : 0
}

const server = createServer((request, response) => {
  asked.push(`${request.headers.range ?? 'tout'} ${request.headers['if-range'] ?? ''}`.trim())
  if (site.answer(request, response)) return
  const { file, headers } = site
  const first = firstByte(request)
  const range = first > 0 ? { 'content-range': `bytes ${first}-${file.length - 1}/${file.length}` } : {}
  response.writeHead(first > 0 ? 206 : 200, {
    ...headers,
    ...range,
    'content-length': String(file.length - first),
  })
  const cut = site.cuts.shift()
  if (cut === undefined) response.end(file.subarray(first))
  else response.write(file.subarray(first, first + cut), () => setTimeout(() => response.destroy(), 30))
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const address = server.address()
const url = new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/film.mp4`)
const target = path.join(temporaryFolder(), 'recu')
const limits = { allowPrivate: true, maxBytes: 4_000_000, backoffMilliseconds: [5, 5] }

beforeEach(() => {
  site = fresh()
  asked = []
})
async function received(): Promise<Buffer> {
  expect(await fetchFile(url, target, limits)).toBe(true)
  return readFileSync(target)
}
/** Which answers were asked to begin after the beginning: what was on its way when the connection was cut is lost. */
const resumed = () => asked.map((one) => Number(/bytes=(\d+)-/.exec(one)?.[1] ?? 0) > 0)

it('goes on where the connection was cut, as often as it comes further', async () => {
  site.cuts = [1_200_000, 1_200_000, 300_000]
  expect((await received()).equals(FILE)).toBe(true)
  expect(resumed()).toEqual([false, true, true, true])
  expect(new Set(asked.slice(1).map((one) => one.split(' ')[1]))).toEqual(new Set(['"un"']))
})

it('tells a version by its date where there is no ETag', async () => {
  site.headers = { 'last-modified': 'Tue, 05 Mar 2019 10:00:00 GMT' }
  site.cuts = [1_000_000]
  expect((await received()).equals(FILE)).toBe(true)
  expect(asked).toEqual(['tout', expect.stringMatching(/^bytes=\d{6,}- Tue, 05 Mar 2019 10:00:00 GMT$/)])
})

it.each([
  ['names no version', {}],
  ['names a weak one', { etag: 'W/"un"' }],
  ['has changed the file this minute', { 'last-modified': new Date().toUTCString() }],
])('begins anew from a host that %s', async (_, headers) => {
  site.headers = headers
  site.cuts = [1_000_000]
  expect((await received()).equals(FILE)).toBe(true)
  expect(asked).toEqual(['tout', 'tout'])
})

it('begins anew from a host that ignores Range', async () => {
  site.knowsRanges = false
  site.cuts = [1_000_000, 500_000]
  expect((await received()).equals(FILE)).toBe(true)
  expect(resumed()).toEqual([false, true, true])
})

it('never joins two versions of a file that changed meanwhile', async () => {
  site.cuts = [2_900_000]
  site.answer = () => {
    if (asked.length === 2) Object.assign(site, { file: OTHER, headers: { etag: '"deux"' } })
    return false
  }
  expect((await received()).equals(OTHER)).toBe(true)
  expect(resumed()).toEqual([false, true])
})

it.each([
  ['another place', () => ({ 'content-range': 'bytes 0-2999999/3000000' })],
  ['a file of another length', (first: string) => ({ 'content-range': `bytes ${first}-2999999/3000001` })],
  [
    'another version',
    (first: string) => ({ 'content-range': `bytes ${first}-2999999/3000000`, etag: '"deux"' }),
  ],
  ['nowhere', () => ({})],
])('begins anew when the rest is of %s', async (_, headersFrom) => {
  site.cuts = [1_000_000]
  site.answer = (request, response) => {
    const first = /\d+/.exec(request.headers.range ?? '')?.[0]
    if (asked.length !== 2 || !first) return false
    response.writeHead(206, headersFrom(first)).end('autre')
    return true
  }
  expect((await received()).equals(FILE)).toBe(true)
  expect(resumed()).toEqual([false, true, false])
})

it('begins anew when the host has nothing at that place', async () => {
  site.cuts = [1_000_000]
  site.answer = (request, response) => {
    if (!request.headers.range) return false
    response.writeHead(416, { 'content-range': 'bytes */3000000' }).end()
    return true
  }
  expect((await received()).equals(FILE)).toBe(true)
  expect(resumed()).toEqual([false, true, false])
})

it('gives up on a host that cuts without coming further, and on a rest that is too long', async () => {
  site.cuts = Array.from({ length: 9 }, () => 1000)
  await expect(fetchFile(url, target, limits)).rejects.toThrow(/abort|incomplet|reset/)
  expect(asked).toHaveLength(3)
  site = { ...fresh(), headers: {}, knowsRanges: false, cuts: Array.from({ length: 9 }, () => 1_500_000) }
  asked = []
  await expect(fetchFile(url, target, limits)).rejects.toThrow(/abort|incomplet|reset/)
  expect(asked).toHaveLength(3)
  site = { ...fresh(), cuts: [1_000_000] }
  site.answer = (request, response) => {
    const first = /\d+/.exec(request.headers.range ?? '')?.[0]
    if (!first) return false
    response.writeHead(206, { 'content-range': `bytes ${first}-2999999/*` })
    response.end(Buffer.alloc(9_000_000))
    return true
  }
  await expect(fetchFile(url, target, limits)).rejects.toThrow('plus de 4 Mo')
})
