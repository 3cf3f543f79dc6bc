import { describe, expect, it } from 'vitest'
import { oldAddress, pathOf } from './routes.ts'

describe('pathOf', () => {
  it.each([
    [['philippe'], '/philippe/'],
    [['2019', '03', 'slug'], '/2019/03/slug/'],
    [['%C3%A9t%c3%a9'], '/été/'],
    [['e\u0301te\u0301'], '/été/'],
    [['100%'], '/100%/'],
    [['%2Fevil.test'], '/-evil.test/'],
    [['\\evil.test'], '/-evil.test/'],
  ])('%j → %s', (parts, path) => {
    expect(pathOf(parts)).toBe(path)
  })
})

describe('oldAddress', () => {
  const read = (query: string) => oldAddress(new URLSearchParams(query))
  it('reads ids, keeps the rest of the query', () => {
    expect(read('p=6627')).toEqual({ key: '?p=6627', rest: '' })
    expect(read('page_id=012&utm_source=x')).toEqual({ key: '?p=12', rest: '?utm_source=x' })
    expect(read('tag=réseaux sociaux')).toEqual({ key: '/tag/r%C3%A9seaux%20sociaux/', rest: '' })
  })

  it('leads nowhere with an id that is no number', () => {
    for (const id of ['', '-1', '1e3', "1' OR 1=1", '9'.repeat(40)])
      expect(read(`p=${encodeURIComponent(id)}`).key).toBe('?p=inconnu')
  })
})
