import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { temporaryFolder } from '../lib/testing/database.ts'

type Seen = { method: string; url: string; headers: IncomingMessage['headers']; body: string }

/** A stand-in for the edge: what it was asked; answers with the statuses given, then 200. */
async function standIn(...statuses: number[]) {
  const seen: Seen[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body })
    response.statusCode = statuses.shift() ?? 200
    response.end('{}')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { seen, host: `127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, server }
}

/** `edge.ts` as a process with this setting has it. */
async function edgeAt(address: string) {
  vi.stubEnv('EDGE_PURGE', address)
  vi.resetModules()
  return import('./edge.ts')
}

afterEach(() => vi.unstubAllEnvs())

describe('edge', () => {
  it('without a setting keeps pages a second, unnamed', async () => {
    const edge = await edgeAt('')
    expect([edge.SHARED_SECONDS, edge.edgeKeys(['home']), await edge.purgeEdge(['home'])]).toEqual([
      1,
      {},
      true,
    ])
  })

  it('Varnish: names pages by key, and bans keys as the text they are; once more a second later', async () => {
    const { seen, host, server } = await standIn()
    const edge = await edgeAt(`varnish://${host}`)
    expect(edge.edgeKeys(['_N_T_/layout', 'path:/été/', 'a b', 'x.(y)*'])).toEqual({
      'surrogate-key': 'path%3A%2F%C3%A9t%C3%A9%2F a%20b x.(y)*',
    })
    expect(await edge.purgeEdge(['path:/é/', 'x.(y)*'])).toBe(true)
    expect(seen).toMatchObject([
      { method: 'PURGE', headers: { 'x-keys': 'path%3A%2F%C3%A9%2F|x\\.\\(y\\)\\*' } },
    ])
    await sleep(1200)
    expect(seen).toHaveLength(2)
    server.close()
  })

  it('is told by a server that starts to forget the pages of the build before', async () => {
    const { seen, host, server } = await standIn()
    vi.stubEnv('CACHE_DB', path.join(temporaryFolder(), 'cache.db'))
    await edgeAt(`varnish://${host}`)
    await import('./handler.ts')
    await vi.waitFor(() =>
      expect(seen).toMatchObject([{ method: 'PURGE', headers: { 'x-keys': 'sections' } }]),
    )
    server.close()
  })

  it('Cloudflare: thirty tags a call, with the token', async () => {
    const { seen, host, server } = await standIn()
    const edge = await edgeAt(`cloudflare://Jeton@zOne9?api=http://${host}/v4`)
    expect(edge.edgeKeys(['home', 'tag:a'])).toEqual({ 'cache-tag': 'home,tag%3Aa' })
    await edge.purgeEdge(Array.from({ length: 31 }, (_, index) => `tag:${index}`))
    expect(seen).toMatchObject([
      { method: 'POST', url: '/v4/zones/zOne9/purge_cache', headers: { authorization: 'Bearer Jeton' } },
      { body: '{"tags":["tag%3A30"]}' },
    ])
    expect(JSON.parse(seen[0]?.body ?? '').tags).toHaveLength(30)
    server.close()
  })

  it('Fastly: by surrogate key, with the key of the account', async () => {
    const { seen, host, server } = await standIn()
    const edge = await edgeAt(`fastly://Cle@SeRvice?api=http://${host}`)
    await edge.purgeEdge(['home', 'tag:é'])
    expect(seen).toMatchObject([
      {
        method: 'POST',
        url: '/service/SeRvice/purge',
        headers: { 'fastly-key': 'Cle', 'surrogate-key': 'home tag%3A%C3%A9' },
      },
    ])
    server.close()
  })

  it('tells an edge that refuses again, until it takes it', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const { seen, host, server } = await standIn(503, 503)
    const edge = await edgeAt(`varnish://${host}`)
    expect(await edge.purgeEdge(['home'])).toBe(false)
    await sleep(2300)
    expect(seen.map(({ headers }) => headers['x-keys'])).toEqual(['home', 'home', 'home'])
    server.close()
  })
})
