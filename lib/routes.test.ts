import { describe, expect, it } from 'vitest'
import { encodePath, listingPath, pathOf, readListing } from './routes.ts'

describe('pathOf', () => {
  it.each([
    [['philippe'], '/philippe/'],
    [['2019', '03', 'slug'], '/2019/03/slug/'],
    [['%C3%A9t%c3%a9'], '/été/'],
    [['e\u0301te\u0301'], '/été/'],
    [['100%'], '/100%/'],
    [['%2Fevil.test'], '/-evil.test/'],
    [['\\evil.test'], '/-evil.test/'],
    [['a%23b'], '/a-b/'],
    [['%00'], '/%00/'],
    [['a\u0000b\ud800'], '/a-b\ufffd/'],
    [[], '/'],
  ])('%j → %s', (parts, path) => {
    expect(pathOf(parts)).toBe(path)
  })
})

describe('encodePath', () => {
  it.each([
    ['/été/#media-12', '/%C3%A9t%C3%A9/#media-12'],
    ['/100%/', '/100%25/'],
    ['/quoi?/', '/quoi%3F/'],
  ])('%s → %s', (path, encoded) => {
    expect(encodePath(path)).toBe(encoded)
  })
})

describe('readListing', () => {
  it.each([
    ['/page/3/', '/page/3/'],
    ['/page/1/', '/'],
    ['/2019/', '/2019/'],
    ['/2019/3/', '/2019/03/'],
    ['/2019/03/02/page/2/', '/2019/03/02/page/2/'],
    ['/2020/02/29/', '/2020/02/29/'],
  ])('%s stands at %s', (path, canonical) => {
    const address = readListing(path)
    expect(address && listingPath(address)).toBe(canonical)
  })

  it.each(['/', '/page/0/', '/page/x/', '/2019/13/', '/2019/02/30/', '/0019/', '/2019/03/02/un/', '/12/'])(
    '%s is no list',
    (path) => {
      expect(readListing(path)).toBeNull()
    },
  )
})
