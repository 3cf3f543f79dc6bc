import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../testing/database.ts'
import { type FetchLimits, fetchFile } from './fetch-file.ts'
import { isPublicAddress } from './public-address.ts'
import { openMediaSource } from './source.ts'

/** A real server on this host, that misbehaves as it is asked to. */
const asked: string[] = []
let broken = 2
const answers: Record<string, (response: ServerResponse, request: IncomingMessage) => void> = {
  '/a.jpg': (response) => response.end('image'),
  '/moved': (response) => response.writeHead(302, { location: '/a.jpg' }).end(),
  '/loop': (response) => response.writeHead(302, { location: '/loop' }).end(),
  '/file': (response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/metadata': (response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
  '/busy': (response) => {
    broken -= 1
    if (broken >= 0) response.writeHead(503).end()
    else response.end('enfin')
  },
  '/down': (response) => response.writeHead(500).end(),
  '/forbidden': (response) => response.writeHead(403).end(),
  '/endless': (response) => {
    const timer = setInterval(() => response.write(Buffer.alloc(100_000)), 1)
    response.on('close', () => clearInterval(timer))
  },
  '/announced': (response) => response.writeHead(200, { 'content-length': '99999999' }).write('x'),
  '/silent': () => {},
  '/stuck': (response) => response.write('x'),
  '/cut': (response) => {
    response.writeHead(200, { 'content-length': '100' }).write('moitié')
    setTimeout(() => response.destroy(), 20)
  },
}
const server = createServer((request, response) => {
  const url = decodeURIComponent(request.url ?? '')
  asked.push(url)
  const answer = Object.hasOwn(answers, url) ? answers[url] : undefined
  if (answer) answer(response, request)
  else response.writeHead(404).end()
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
const address = server.address()
const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`

const target = path.join(temporaryFolder(), 'recu')
const quick: Partial<FetchLimits> = {
  allowPrivate: true,
  maxBytes: 1_000_000,
  idleMilliseconds: 150,
  totalMilliseconds: 1500,
  backoffMilliseconds: [5, 5],
}
const take = (where: string, limits = quick) => fetchFile(new URL(where, base), target, limits)

describe('fetchFile', () => {
  it('writes the file, through redirects and passing faults', async () => {
    for (const [where, content] of [
      ['/a.jpg', 'image'],
      ['/moved', 'image'],
      ['/busy', 'enfin'],
    ] as const) {
      expect(await take(where)).toBe(true)
      expect(readFileSync(target, 'utf8')).toBe(content)
    }
  })

  it('says that there is none', async () => expect(await take('/absent.jpg')).toBe(false))

  it.each([
    ['/loop', 'trop de redirections'],
    ['/file', 'redirigé vers file:'],
    ['/down', 'réponse 500'],
    ['/forbidden', 'réponse 403'],
    ['/endless', 'plus de 1 Mo'],
    ['/announced', 'plus de 1 Mo'],
    ['/silent', 'à temps'],
    ['/stuck', /temps|abort|hang|reset/],
    ['/cut', /abort|incomplet|reset/],
  ])('gives up on %s, and says why', async (where, reason) => {
    const start = performance.now()
    await expect(take(where)).rejects.toThrow(reason)
    expect(performance.now() - start).toBeLessThan(6000)
  })

  it('asks a host that is broken again, one that refuses once', async () => {
    const times = async (where: string) => {
      asked.length = 0
      await take(where).catch(() => {})
      return asked.length
    }
    expect(await times('/down')).toBe(3)
    expect(await times('/forbidden')).toBe(1)
  })

  it('never asks this host or its network, before or after a redirect, unless allowed', async () => {
    const limits = { ...quick, allowPrivate: false }
    for (const where of [
      base,
      base.replace('127.0.0.1', 'localhost'),
      base.replace('127.0.0.1', '[::1]'),
      base.replace('127.0.0.1', '[::ffff:127.0.0.1]'),
      base.replace('127.0.0.1', '2130706433'),
      base.replace('127.0.0.1', '0x7f.1'),
      'http://169.254.169.254/latest/',
    ]) {
      asked.length = 0
      await expect(fetchFile(new URL(where), target, limits), where).rejects.toThrow('adresse privée')
      expect(asked, where).toEqual([])
    }
  })
})

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '2a00:1450:4007:80e::2004', '172.32.0.1', '::ffff:8.8.8.8'])('%s is', (ip) =>
    expect(isPublicAddress(ip)).toBe(true),
  )
  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'example.test',
    '',
  ])('%s is not', (ip) => expect(isPublicAddress(ip)).toBe(false))
})

describe('the old site as a source', () => {
  it('looks for the original first, at the address given, whatever host the export names', async () => {
    answers['/wp-content/uploads/2019/03/été.jpg'] = (response) => response.end('image')
    const source = await openMediaSource(base, quick)
    const wanted = {
      address: 'https://s.invalid/wp-content/uploads/2019/03/%C3%A9t%C3%A9-300x200.jpg?w=9',
      isOwn: true,
    }
    asked.length = 0
    const read = await source.withFile(wanted, async (file) => {
      expect(existsSync(file)).toBe(true)
      return readFileSync(file, 'utf8')
    })
    expect(read).toBe('image')
    expect(asked).toEqual(['/wp-content/uploads/2019/03/été.jpg'])
    const external = { address: `${base}/a.jpg`, isOwn: false }
    expect(await source.withFile(external, async (file) => statSync(file).size)).toBe(5)
  })

  it('stops asking a host that is down', async () => {
    const source = await openMediaSource(base, quick)
    for (let count = 0; count < 5; count += 1)
      await source.withFile({ address: `${base}/down`, isOwn: false }, async () => 1).catch(() => {})
    asked.length = 0
    await expect(source.withFile({ address: `${base}/down`, isOwn: false }, async () => 1)).rejects.toThrow(
      'ne répond plus',
    )
    expect(asked).toEqual([])
  })
})
