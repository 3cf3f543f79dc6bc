import { expect, test } from 'vitest'
import type { Home } from '../../lib/articles/types.ts'
import { frontSections } from './front-sections.ts'

const card = (id: number, publishedAt: string) => ({
  id,
  path: '/a/',
  kind: null,
  section: null,
  title: 'A',
  standfirst: '',
  publishedAt,
  readingMinutes: 1,
  credits: [],
  cover: null,
})

/** Its articles are numbered from `first`. */
const section = (slug: string, count: number, year: number, first = year * 10): Home['sections'][number] => ({
  section: { path: `/category/${slug}/`, slug, name: slug },
  articles: Array.from({ length: count }, (_, index) => card(first + index, `${year}-01-01T00:00:00.000Z`)),
})

test('a section of one article is only named', () => {
  const { shown, named } = frontSections([section('a', 1, 2026), section('b', 2, 2020)])
  expect(shown.map((one) => one.section.slug)).toEqual(['b'])
  expect(named.map(({ slug }) => slug)).toEqual(['a'])
})

test('of many sections, the six last written in are shown, in the order given', () => {
  const many = [2010, 2014, 2018, 2013, 2017, 2012, 2016, 2011, 2015].map((year) =>
    section(`${year}`, 4, year),
  )
  const { shown, named } = frontSections(many)
  expect(shown.map((one) => one.section.slug)).toEqual(['2014', '2018', '2013', '2017', '2016', '2015'])
  expect(named.map(({ slug }) => slug)).toEqual(['2010', '2012', '2011'])
})

test('an article of two sections is shown once, in that last written in', () => {
  const { shown, named } = frontSections([
    section('a', 4, 2024, 1),
    section('b', 8, 2025, 3),
    section('c', 3, 2023, 2),
  ])
  const lines = shown.map((one) => [one.section.slug, ...one.articles.map(({ id }) => id)])
  expect(lines).toEqual([
    ['a', 1, 2],
    ['b', 3, 4, 5, 6],
  ])
  expect(named.map(({ slug }) => slug)).toEqual(['c'])
})
