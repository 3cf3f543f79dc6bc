import { expect, test } from 'vitest'
import { shownPages } from './Pagination.tsx'

test('few pages are all shown', () => {
  expect(shownPages(1, 2)).toEqual([1, 2])
  expect(shownPages(2, 3)).toEqual([1, 2, 3])
})

test('of many, the ends and the neighbours, with a gap where some are left out', () => {
  expect(shownPages(1, 9)).toEqual([1, 2, null, 9])
  expect(shownPages(5, 9)).toEqual([1, null, 4, 5, 6, null, 9])
  expect(shownPages(9, 9)).toEqual([1, null, 8, 9])
})
