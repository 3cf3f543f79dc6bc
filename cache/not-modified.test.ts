import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { answerNotModified, hasAlready } from './not-modified.ts'

const validators = { etag: '"abc"', lastModified: 'Mon, 02 Mar 2026 08:00:00 GMT' }

describe('hasAlready', () => {
  it.each([
    ['GET', { 'if-none-match': '"abc"' }, true],
    ['HEAD', { 'if-none-match': 'W/"abc"' }, true],
    ['GET', { 'if-none-match': '"x", W/"abc"' }, true],
    ['GET', { 'if-none-match': '*' }, true],
    ['GET', { 'if-none-match': '"abcd"' }, false],
    ['POST', { 'if-none-match': '"abc"' }, false],
    ['GET', { 'if-modified-since': 'Mon, 02 Mar 2026 08:00:00 GMT' }, true],
    ['GET', { 'if-modified-since': 'Mon, 02 Mar 2026 07:59:59 GMT' }, false],
    ['GET', { 'if-modified-since': 'hier' }, false],
    ['GET', { 'if-none-match': '"x"', 'if-modified-since': 'Mon, 02 Mar 2026 08:00:00 GMT' }, false],
    ['GET', {}, false],
  ])('%s %o → %s', (method, headers, expected) => {
    expect(hasAlready({ method, headers }, validators)).toBe(expected)
  })
})

it('sends no body to a client that has it, and everything to the others', async () => {
  answerNotModified()
  const server = createServer((_request, response) => {
    response.setHeader('ETag', '"abc"')
    response.setHeader('Content-Length', '5')
    response.write('texte')
    response.end()
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('le serveur n’a pas de port')
  const ask = (tag: string) =>
    fetch(`http://127.0.0.1:${address.port}/`, { headers: { 'If-None-Match': tag } })
  const [same, other] = [await ask('"abc"'), await ask('"x"')]
  expect([same.status, await same.text(), same.headers.get('etag')]).toEqual([304, '', '"abc"'])
  expect([other.status, await other.text()]).toEqual([200, 'texte'])
  server.close()
})
