import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { announce, feedsOfTag } from './websub.ts'

const messages: URLSearchParams[] = []
let status = 202
const server = createServer(async (request, response) => {
  messages.push(new URLSearchParams(await text(request)))
  response.writeHead(status).end()
}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
afterAll(() => server.close())

function hubAddress(): string {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('le relais n’a pas de port')
  return `http://127.0.0.1:${address.port}/`
}
const site = 'https://neuf.test'

describe('feedsOfTag', () => {
  it('names the feeds of lists, in three formats, and of nothing else', () => {
    expect(feedsOfTag('home', site)).toEqual([
      'https://neuf.test/feed/',
      'https://neuf.test/feed/atom/',
      'https://neuf.test/feed/json/',
    ])
    expect(feedsOfTag('series:la-vall%C3%A9e', site)[0]).toBe(
      'https://neuf.test/dossier/la-vall%C3%A9e/feed/',
    )
    expect(feedsOfTag('person:eve', site)[1]).toBe('https://neuf.test/personne/eve/feed/atom/')
    for (const tag of ['article:7', 'path:/x/', 'sitemap', 'sitemap:2019', 'sections'])
      expect(feedsOfTag(tag, site)).toEqual([])
  })
})

describe('announce', () => {
  it('tells the hub which feeds changed, in messages of thirty', async () => {
    const tags = ['home', 'article:7', ...Array.from({ length: 12 }, (_, index) => `tag:t${index}`)]
    expect(await announce(tags, hubAddress(), site)).toBe(true)
    expect(messages.map((message) => message.get('hub.mode'))).toEqual(['publish', 'publish'])
    expect(messages.map((message) => message.getAll('hub.url').length)).toEqual([30, 9])
  })

  it('says nothing without a hub or a feed, and fails quietly', async () => {
    messages.length = 0
    expect(await announce(['home'], undefined, site)).toBe(false)
    expect(await announce(['article:7'], hubAddress(), site)).toBe(false)
    expect(messages).toEqual([])
    status = 500
    expect(await announce(['home'], hubAddress(), site)).toBe(false)
    expect(await announce(['home'], 'http://127.0.0.1:1/', site)).toBe(false)
  })
})
