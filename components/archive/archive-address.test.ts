import { expect, test } from 'vitest'
import { archivePagePath, parseArchiveAddress } from './archive-address.ts'

test('the archive, its pages and its parents', () => {
  expect(parseArchiveAddress(['vie'])).toEqual({ slugs: ['vie'], page: 1, isCanonical: true })
  expect(parseArchiveAddress(['vie', 'page', '12'])).toEqual({ slugs: ['vie'], page: 12, isCanonical: true })
  expect(parseArchiveAddress(['a', 'b', 'page', '2'])).toMatchObject({ slugs: ['a', 'b'], page: 2 })
})

test('page 1 is the archive itself', () => {
  expect(parseArchiveAddress(['vie', 'page', '1'])).toEqual({ slugs: ['vie'], page: 1, isCanonical: false })
})

test('a term named page is a term', () => {
  expect(parseArchiveAddress(['page'])).toMatchObject({ slugs: ['page'], page: 1 })
  expect(parseArchiveAddress(['page', 'page', '2'])).toMatchObject({ slugs: ['page'], page: 2 })
})

test('what is no page number is no address', () => {
  for (const number of ['0', '02', '-1', '1e3', 'deux', '', '9999999'])
    expect(parseArchiveAddress(['vie', 'page', number])).toBeNull()
  expect(parseArchiveAddress([])).toBeNull()
})

test('the first page has the short address', () => {
  expect(archivePagePath('/tag/vie/', 1)).toBe('/tag/vie/')
  expect(archivePagePath('/tag/vie/', 3)).toBe('/tag/vie/page/3/')
})
