import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { showFaults } from './fault-page.ts'

it('answers a fault with a page that needs no script, and leaves the rest as it is', async () => {
  showFaults()
  const server = createServer((request, response) => {
    const isPage = request.url === '/page'
    response.statusCode = request.url === '/bien' ? 200 : 500
    response.setHeader('Content-Type', isPage || request.url === '/bien' ? 'text/html' : 'application/json')
    response.flushHeaders()
    response.write('vide ')
    response.end('fin')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const read = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text()
  expect(await read('/bien')).toBe('vide fin')
  expect(await read('/donnees')).toBe('vide fin')
  const page = await read('/page')
  expect(page).toContain('La page n’a pas pu être faite')
  expect(page).not.toContain('<script')
  expect(page).not.toContain('vide')
  server.close()
})
