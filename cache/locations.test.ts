import { createServer } from 'node:http'
import { afterAll, describe, expect, it } from 'vitest'
import { mendLocations, withQueryOf } from './locations.ts'

describe('withQueryOf', () => {
  it.each([
    ['/ancien/?utm_source=x', '/neuf/', '/neuf/?utm_source=x'],
    ['/ancien/?a=1', '/neuf/#media-2', '/neuf/?a=1#media-2'],
    ['/ancien/', '/neuf/', '/neuf/'],
    ['/?p=1', '/neuf/', '/neuf/'],
    ['/index.php?p=1', '/neuf/', '/neuf/'],
    ['/tag/x/?feed=rss2', '/tag/x/feed/', '/tag/x/feed/'],
    ['/ancien?a=1', '/neuf/?a=1', '/neuf/?a=1'],
    ['/ancien/?a=1', 'https://ailleurs.test/', 'https://ailleurs.test/'],
  ])('%s, %s → %s', (url, location, mended) => {
    expect(withQueryOf({ url }, location)).toBe(mended)
  })
})

describe('mendLocations', () => {
  it('sends one Location, with the query, however often it is set', async () => {
    mendLocations()
    const server = createServer((_request, response) => {
      response.statusCode = 308
      response.setHeader('Location', '/neuf/')
      response.appendHeader('location', '/neuf/')
      response.end()
    })
    afterAll(() => server.close())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const { headers } = await fetch(`http://127.0.0.1:${port}/ancien/?a=1`, { redirect: 'manual' })
    expect(headers.get('location')).toBe('/neuf/?a=1')
  })
})
