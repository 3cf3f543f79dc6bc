import { expect, test } from 'vitest'
import { toThreads } from './comments.ts'

const row = (number: number, parent: number | null = null) => ({
  number,
  parent,
  author: `Lecteur ${number}`,
  authorUrl: 'javascript:alert(1)',
  content: `Mots ${number}`,
  writtenAt: null,
})

test('answers stand under what they answer; an answer to nothing opens a thread', () => {
  const threads = toThreads([row(1), row(2, 1), row(3, 99), row(4, 2)])
  expect(threads.map(({ number }) => number)).toEqual([1, 3])
  expect(threads[0]?.answers[0]?.answers[0]?.number).toBe(4)
  expect(threads[0]).toMatchObject({ authorUrl: null, html: '<p>Mots 1</p>' })
})

test('a thread of a thousand answers, or one that answers itself, ends', () => {
  const deep = toThreads(
    Array.from({ length: 1000 }, (_, index) => row(index + 1, index === 0 ? null : index)),
  )
  const count = (threads: typeof deep): number =>
    threads.reduce((sum, thread) => sum + 1 + count(thread.answers), 0)
  expect(count(deep)).toBe(1000)
  expect(toThreads([row(1, 1), row(2, 3), row(3, 2)]).map(({ number }) => number)).toEqual([1, 2])
})
