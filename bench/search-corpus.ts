import { asJson, type Database } from '../lib/db.ts'
import type { Document, Paragraph, Section } from '../lib/document/types.ts'

/** A generated magazine to search in: the same articles on every run. */

/** The same numbers on every run, from 0 to 1. */
export function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
const random = numbersFrom(42)

const SYLLABLES =
  'ba ca da fa la ma na pa ra sa ta va bo co fo lo mo no po ro so to ver tion ment eau ier our ain'.split(' ')

/** 40,000 words, the most common first. */
export const WORDS = Array.from({ length: 40_000 }, (_, index) => {
  let rest = index + 30
  let word = ''
  while (rest > 0) {
    word += SYLLABLES[rest % SYLLABLES.length]
    rest = Math.floor(rest / SYLLABLES.length)
  }
  return word
})

/** A word as often as its rank says (Zipf), as in a language: the first is one word of fifteen. */
export const wordAt = (chance: number): string => WORDS[Math.floor(WORDS.length ** chance) - 1] ?? 'mot'

const text = (words: number): string => Array.from({ length: words }, () => wordAt(random())).join(' ')
const paragraph = (words: number): Paragraph => ({
  type: 'paragraph',
  attrs: { align: null },
  content: [{ type: 'text', text: text(words) }],
})

function sectionOf(number: number, length: number): Section {
  return {
    type: 'section',
    attrs: { anchor: `q${number}`, aliases: [], kind: 'question', level: 2, timecode: null, ordinal: null },
    content: [{ type: 'sectionHeading', content: [{ type: 'text', text: text(8) }] }, paragraph(length)],
  }
}

function documentOf(length: number): Document {
  const part = Math.round(length / 6)
  const sections = [1, 2, 3, 4, 5].map((number) => sectionOf(number, part))
  return { type: 'doc', content: [paragraph(part), ...sections] }
}

function articleOf(id: number, length: number) {
  return {
    id,
    path: `/article-${id}/`,
    slug: `article-${id}`,
    title: text(7),
    legacyTitle: '',
    standfirst: text(30),
    status: 'published' as const,
    publishedAt: new Date(Date.UTC(2015, 0, 1) + id * 3_600_000),
    document: asJson(JSON.stringify(documentOf(length))),
    schemaVersion: 1,
    excerpt: '',
    wordCount: length,
    readingMinutes: 1,
    revision: String(id),
  }
}

const BATCH = 100

/** `count` articles of `length` words each, in five sections, under 50 tags and by 300 people; outside the index. */
export async function fill(database: Database, count: number, length: number): Promise<void> {
  const numbers = (size: number) => Array.from({ length: size }, (_, index) => index)
  await database.term.createMany({
    data: numbers(50).map((index) => ({ type: 'tag' as const, slug: `t${index}`, name: `Sujet ${index}` })),
  })
  await database.person.createMany({
    data: numbers(300).map((index) => ({ slug: `p${index}`, name: `Personne ${index}` })),
  })
  for (let start = 1; start <= count; start += BATCH) {
    const ids = numbers(Math.min(BATCH, count - start + 1)).map((index) => start + index)
    await database.$transaction(async (transaction) => {
      await transaction.article.createMany({ data: ids.map((id) => articleOf(id, length)) })
      await transaction.articleTerm.createMany({
        data: ids.map((id) => ({ articleId: id, termId: (id % 50) + 1, publishedAt: new Date() })),
      })
      await transaction.credit.createMany({
        data: ids.map((id) => ({ articleId: id, personId: (id % 300) + 1, role: 'author', position: 1 })),
      })
    })
  }
}
