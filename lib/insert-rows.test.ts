import { describe, expect, it } from 'vitest'
import { insertRows } from './insert-rows.ts'
import { jsonBytes } from './json-bytes.ts'
import { temporaryDatabase } from './testing/database.ts'

const database = await temporaryDatabase()

describe('insertRows', () => {
  it('stores what Prisma would, value by value', async () => {
    const comment = {
      number: 1,
      parent: null,
      type: 'comment',
      status: 'approved' as const,
      author: 'é "x" \u2028 \u0000 ’',
      authorUrl: '',
      content: `'); DROP TABLE Article; -- ${'é "x" \u2028 \u0000 ’'.repeat(100)}`,
      writtenAt: new Date('2024-03-02T07:46:15.250Z'),
    }
    const row = {
      type: 'article' as const,
      slug: 'a',
      title: 'a',
      legacyTitle: 'a',
      standfirst: '',
      status: 'draft' as const,
      noindex: true,
      document: jsonBytes('{"type":"doc","content":[]}'),
      schemaVersion: 1,
      excerpt: '',
      wordCount: 0,
      readingMinutes: 1,
      revision: '',
      createdAt: new Date(),
      savedAt: new Date(),
    }
    await insertRows(database, 'Article', [
      { ...row, path: '/a/' },
      { ...row, path: '/b/' },
    ])
    const [a, b] = await database.article.findMany({ orderBy: { path: 'asc' } })
    if (!a || !b) throw new Error('articles non enregistrés')
    expect(a).toMatchObject({ ...row, path: '/a/', document: { type: 'doc', content: [] } })
    await insertRows(database, 'Comment', [{ ...comment, articleId: a.id }])
    await database.comment.createMany({ data: [{ ...comment, articleId: b.id }] })
    const stored = await database.$queryRaw<object[]>`SELECT * FROM "Comment" ORDER BY "articleId"`
    expect(stored).toEqual([
      { ...stored[1], articleId: a.id },
      { ...stored[1], articleId: b.id },
    ])
  })

  it('takes no rows, and more than one statement holds', async () => {
    await insertRows(database, 'PendingRefresh', [])
    const tags = Array.from({ length: 30_001 }, (_, index) => ({ tag: `t${index}` }))
    await insertRows(database, 'PendingRefresh', tags)
    expect(await database.pendingRefresh.count()).toBe(tags.length)
  })
})
