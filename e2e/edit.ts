import { parseArgs } from 'node:util'
import { type ArticleInput, saveArticle } from '../lib/articles/save.ts'
import { openDatabase } from '../lib/db.ts'
import { sampleArticle } from '../lib/testing/article.ts'

/**
 * What an editor does, from another process than the server: `edit.ts --slug un --title Un [--status draft] [--tag a]`
 * writes an article through the one write path and prints the cache tags that the change touches, one a line.
 */
const { values } = parseArgs({
  options: {
    slug: { type: 'string' },
    from: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'string', default: 'published' },
    tag: { type: 'string' },
  },
})
const { slug = '', from = slug, title = '', tag } = values
const status: ArticleInput['status'] = values.status === 'draft' ? 'draft' : 'published'
const database = await openDatabase()
const known = await database.article.findUnique({ where: { path: `/${from}/` }, select: { id: true } })
const tags = tag ? [{ slug: tag, name: tag, parent: null }] : []
const article = sampleArticle(slug, { title, status, tags, publishedAt: new Date('2026-11-01T08:00:00Z') })
const saved = await saveArticle(database, article, { id: known?.id })
console.log(saved.tags.join('\n'))
await database.$disconnect()
