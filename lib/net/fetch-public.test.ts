import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchPublic } from './fetch-public.ts'
import { isPublicAddress } from './public-address.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** A server of its own on this machine. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address: AddressInfo | string | null = server.address()
  return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
}

describe('isPublicAddress', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'fc00::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'localhost',
    '',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))

  it.each(['8.8.8.8', '93.184.215.14', '172.32.0.1', '2606:4700::1111', '2a00:1450:4007::1'])(
    '%s is',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )
})

describe('fetchPublic', () => {
  it('refuses this machine, by number, by name, and in disguise', async () => {
    const base = await serve((_, answer) => answer.end('secret'))
    const { port } = new URL(base)
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', '0'])
      await expect(fetchPublic(`http://${host}:${port}/`)).rejects.toThrow(/adresse privée/)
    expect((await fetchPublic(base, { allowPrivate: true })).body.toString()).toBe('secret')
  })

  it.each(['file:///etc/passwd', 'ftp://example.org/', 'gopher://x/', 'rien'])(
    'refuses %s',
    async (address) => {
      await expect(fetchPublic(address)).rejects.toThrow()
    },
  )

  it('follows redirects, without credentials to another origin, and not for ever', async () => {
    const other = await serve((request, answer) => answer.end(request.headers.authorization ?? 'none'))
    const base = await serve((request, answer) => {
      const to = request.url === '/out' ? `${other}/` : request.url === '/loop' ? '/loop' : '/end'
      if (request.url === '/end') answer.end(request.headers.authorization)
      else answer.writeHead(302, { Location: to }).end()
    })
    const options = { allowPrivate: true, headers: { Authorization: 'Basic x' } }
    expect((await fetchPublic(`${base}/in`, options)).body.toString()).toBe('Basic x')
    expect((await fetchPublic(`${base}/out`, options)).body.toString()).toBe('none')
    await expect(fetchPublic(`${base}/loop`, options)).rejects.toThrow(/redirections/)
  })

  it('reads compressed answers, and stops at the size of what they hold', async () => {
    const base = await serve((_, answer) =>
      answer.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000))),
    )
    expect((await fetchPublic(base, { allowPrivate: true })).body).toHaveLength(1_000_000)
    await expect(fetchPublic(base, { allowPrivate: true, maxBytes: 1000 })).rejects.toThrow(/réponse de plus/)
  })

  it('does not wait for ever, and names what breaks', async () => {
    const base = await serve((request, answer) => {
      if (request.url === '/cut') answer.writeHead(200, { 'Content-Length': '50' }).write('a')
      if (request.url === '/cut') setTimeout(() => answer.destroy(), 50)
    })
    await expect(fetchPublic(`${base}/slow`, { allowPrivate: true, timeoutMs: 200 })).rejects.toMatchObject({
      message: expect.stringContaining('à temps'),
      canRetry: true,
    })
    await expect(fetchPublic(`${base}/cut`, { allowPrivate: true })).rejects.toMatchObject({ canRetry: true })
  })
})
