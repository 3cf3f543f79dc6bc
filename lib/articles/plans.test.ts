import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { PrismaClient } from '../../generated/prisma/client.ts'
import { createAdapter } from '../db.ts'
import { migrate } from '../migrate.ts'
import { sampleArticle } from '../testing/article.ts'
import { temporaryFolder } from '../testing/database.ts'
import { decide } from './change-status.ts'
import * as queries from './queries.ts'
import { saveArticle } from './save.ts'

const file = path.join(temporaryFolder(), 'plans.db')
await migrate(`file:${file}`)
const client = new PrismaClient({
  adapter: await createAdapter(`file:${file}`),
  log: [{ level: 'query', emit: 'event' }],
})
const seen: string[] = []
client.$on('query', (event) => seen.push(event.query))

/** SQLite's plan of the first statement that a query sends. */
async function planOf(query: Promise<unknown>): Promise<string> {
  seen.length = 0
  await query
  const [statement = ''] = seen
  const database = new DatabaseSync(file)
  const plan = database.prepare(`EXPLAIN QUERY PLAN ${statement}`).all()
  database.close()
  return plan.map((row) => String(row.detail)).join('\n')
}

const now = new Date()
// Articles of one instant alone are sorted.
describe('every list is one range of an index, already in order', () => {
  it.each([
    [
      'latest articles',
      () => client.article.findMany(queries.latest(now, 9)),
      'Article_status_type_publishedAt_idx',
    ],
    [
      'the article put first',
      () => client.article.findMany(queries.featured(now)),
      'Article_status_type_featuredAt_idx',
    ],
    [
      'interviews',
      () => client.article.findMany(queries.interviews(now, 3)),
      'Article_kind_status_publishedAt_idx',
    ],
    [
      'a month',
      () => client.article.findMany(queries.published({ year: 2019, month: 3, day: null }, now, 10, 10)),
      'Article_status_type_publishedAt_idx',
    ],
    [
      'its count',
      () => client.article.count(queries.countPublished({ year: 2019, month: 3, day: null }, now)),
      'Article_status_type_publishedAt_idx',
    ],
    [
      'publication dates',
      () => client.article.findMany(queries.publicationDates(now)),
      'COVERING INDEX Article_status_type_publishedAt_idx',
    ],
    [
      'a tag or category',
      () => client.articleTerm.findMany(queries.ofTerm(1, now, 10, 10)),
      'ArticleTerm_termId_publishedAt_idx',
    ],
    [
      'its count',
      () => client.articleTerm.count(queries.countOfTerm(1, now)),
      'ArticleTerm_termId_publishedAt_idx',
    ],
    ['an article', () => client.article.findFirst(queries.atPath('/un/', now)), 'Article_path_key'],
    [
      'articles with a slug',
      () => client.article.findMany({ where: { slug: 'un' }, select: { id: true } }),
      'Article_slug_idx',
    ],
    [
      'a redirect',
      () => client.redirect.findUnique({ where: { from: '?p=1' } }),
      'sqlite_autoindex_Redirect_1',
    ],
  ])('%s', async (_name, query, index) => {
    const plan = await planOf(query())
    expect(plan).toContain(index)
    expect(plan).not.toMatch(/SCAN (?!sub$)|TEMP B-TREE(?! FOR LAST TERM)/m)
  })
})

describe('the cost of a publication does not grow with the archive', () => {
  it('scans no table, to publish, correct or withdraw', async () => {
    const term = (slug: string) => ({ slug, name: slug, parent: null })
    const lists = { tags: [term('a')], categories: [{ ...term('b'), parent: 'c' }, term('c')] }
    const before = { ...lists, credits: [{ name: 'Alix Roy', role: 'author' as const }] }
    await saveArticle(client, sampleArticle('premier', before))
    seen.length = 0
    const { id } = await saveArticle(client, sampleArticle('publie', before))
    await saveArticle(client, sampleArticle('publie', before, 'Corrigé.'), { id })
    await decide(client, id, { kind: 'withdraw' })
    const statements = [...new Set(seen)].filter((sql) =>
      /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)/.test(sql),
    )
    const database = new DatabaseSync(file)
    const scans = statements
      // Prisma's way to ask for nothing.
      .filter((sql) => !sql.includes('WHERE 1=0'))
      .flatMap((sql) => {
        const plan = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all()
        return plan.flatMap(({ detail }) =>
          /^SCAN (?:main\.)?[A-Z]\w+(?: USING|$)/.test(String(detail)) ? [sql] : [],
        )
      })
    database.close()
    expect(statements.length).toBeGreaterThan(20)
    expect(scans).toEqual([])
  })
})
