import { expect, test } from 'vitest'
import { rank } from './related.ts'

type Candidate = Parameters<typeof rank>[0][number]

const candidate = (id: number, kind: Candidate['reason']['kind'], name: string): Candidate => ({
  reason: { kind, name },
  row: {
    id,
    path: `/article-${id}/`,
    kind: null,
    title: `Article ${id}`,
    standfirst: '',
    excerpt: '',
    publishedAt: new Date(Date.UTC(2020, 0, id)),
    readingMinutes: 1,
    cover: null,
    credits: [],
    terms: [],
  },
})

test('the article that shares most comes first, and says why, the strongest reason first', () => {
  const related = rank(
    [
      candidate(1, 'author', 'Ana Li'),
      candidate(2, 'tag', 'bois'),
      candidate(2, 'author', 'Ana Li'),
      candidate(3, 'tag', 'bois'),
      candidate(3, 'series', 'L’eau'),
      candidate(3, 'person', 'Bo Ra'),
    ],
    3,
  )
  expect(related.map(({ article, reasons }) => [article.id, reasons.map(({ name }) => name)])).toEqual([
    [3, ['L’eau', 'Bo Ra']],
    [2, ['bois', 'Ana Li']],
    [1, ['Ana Li']],
  ])
})

test('among equals the newest comes first, a reason counts once, and the list has an end', () => {
  const related = rank(
    [
      candidate(1, 'tag', 'bois'),
      candidate(1, 'tag', 'bois'),
      candidate(2, 'tag', 'bois'),
      candidate(3, 'author', 'A'),
    ],
    2,
  )
  expect(related.map(({ article }) => article.id)).toEqual([2, 1])
})

test('a rare subject says more than one that all share, and is named first', () => {
  const related = rank(
    [
      ...[1, 2, 3, 4, 5].map((id) => candidate(id, 'tag', 'réseaux sociaux')),
      candidate(1, 'tag', 'management'),
      candidate(2, 'tag', 'management'),
      candidate(0, 'tag', 'droit'),
    ],
    3,
  )
  expect(related.map(({ article, reasons }) => [article.id, reasons.map(({ name }) => name)])).toEqual([
    [2, ['management', 'réseaux sociaux']],
    [1, ['management', 'réseaux sociaux']],
    [0, ['droit']],
  ])
})
