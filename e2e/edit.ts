import { parseArgs } from 'node:util'
import { type ArticleInput, saveArticle } from '../lib/articles/save.ts'
import { openDatabase } from '../lib/db.ts'
import { refreshPending } from '../lib/freshness/pending.ts'
import { sampleArticle } from '../lib/testing/article.ts'

/**
 * What an editor does, from another process than the server: `edit.ts --slug un --title Un [--status draft] [--tag a]
 * [--words Texte]` writes an article through the one write path, refreshes what it touches and prints those cache tags,
 * one a line. `--silent`: nobody is told; `--killed`: it dies before it refreshes.
 */
const { values } = parseArgs({
  options: {
    slug: { type: 'string' },
    from: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'string', default: 'published' },
    tag: { type: 'string' },
    words: { type: 'string' },
    silent: { type: 'boolean' },
    killed: { type: 'boolean' },
  },
})
const { slug = '', from = slug, title = '', tag } = values
const status: ArticleInput['status'] = values.status === 'draft' ? 'draft' : 'published'
const database = await openDatabase()
const known = await database.article.findUnique({ where: { path: `/${from}/` }, select: { id: true } })
const tags = tag ? [{ slug: tag, name: tag, parent: null }] : []
const publishedAt = new Date('2026-11-01T08:00:00Z')
const article = sampleArticle(slug, { title, status, tags, publishedAt }, values.words)
const saved = await saveArticle(database, article, { id: known?.id })
if (values.silent) await database.pendingRefresh.deleteMany()
else if (!values.killed) await refreshPending(database)
console.log(saved.tags.join('\n'))
await database.$disconnect()
