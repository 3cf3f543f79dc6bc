import { expect, test } from 'vitest'
import { formatDate, formatMonth, formatTimecode, instantInZone, isoDuration, zonedClock } from './dates.ts'

test('a date is the day in Paris, winter and summer', () => {
  expect(formatDate('2019-03-02T07:46:15.000Z')).toBe('2 mars 2019')
  expect(formatDate('2019-12-31T22:59:59Z')).toBe('31 décembre 2019')
  expect(formatDate('2019-12-31T23:00:00Z')).toBe('1er janvier 2020')
  expect(formatDate('2020-07-31T22:00:00Z')).toBe('1er août 2020')
})

test('a date that is none is refused', () => {
  expect(() => formatDate('')).toThrow(RangeError)
})

test('a time code has hours only when there are some', () => {
  expect([0, 60, 390, 2745, 3600, 3810].map(formatTimecode)).toEqual([
    '0:00',
    '1:00',
    '6:30',
    '45:45',
    '1:00:00',
    '1:03:30',
  ])
})

test('a duration for machines', () => {
  expect([0, 390, 3810].map(isoDuration)).toEqual(['PT0S', 'PT6M30S', 'PT1H3M30S'])
})

test('a month in words', () => {
  expect(formatMonth(2019, 3)).toBe('mars 2019')
})

test('days begin at midnight in Paris, winter and summer, over the end of a year too', () => {
  expect(instantInZone(2019, 1, 1).toISOString()).toBe('2018-12-31T23:00:00.000Z')
  expect(instantInZone(2019, 7, 1).toISOString()).toBe('2019-06-30T22:00:00.000Z')
  expect(instantInZone(2019, 13, 1)).toEqual(instantInZone(2020, 1, 1))
  expect(zonedClock(new Date('2019-12-31T23:30:00Z'))).toBe('2020-01-01T00:30:00')
})
