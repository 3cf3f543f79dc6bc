import { type Database, openDatabase } from '../lib/db.ts'
import { migrate } from '../lib/migrate.ts'

/** Tags of a generated archive. */
const TAGS = Array.from({ length: 50 }, (_, index) => `tag-${index}`)
/** One tag in so many lists an article: three each. */
const SPREAD = 16

/** Rows written directly, an hour apart: a hundred thousand go through the importer in minutes. */
const ARTICLES = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
INSERT INTO "Article" (path, slug, title, "legacyTitle", standfirst, status, "publishedAt", document, "schemaVersion",
  excerpt, "wordCount", "readingMinutes", revision, "savedAt")
SELECT '/fond-' || i || '/', 'fond-' || i, 'Titre ' || i, '', 'Un chapô.', 'published',
  strftime('%Y-%m-%dT%H:%M:%S+00:00', '2026-10-01', '-' || i || ' hours'),
  '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Du texte."}]}]}', 1, '', 1200, 6, 'r', 0
FROM n`
const LISTED = `INSERT INTO "ArticleTerm" ("articleId", "termId", "publishedAt", inherited)
SELECT a.id, t.id, a."publishedAt", false FROM "Article" a JOIN "Term" t ON (a.id + t.id) % ${SPREAD} = 0`

/** A new SQLite database at `url` with so many published articles, each under three of fifty tags. */
export async function makeArchive(
  url: string,
  count: number,
): Promise<{ database: Database; tags: string[] }> {
  await migrate(url)
  const database = await openDatabase(url)
  await database.term.createMany({ data: TAGS.map((slug) => ({ type: 'tag', slug, name: slug })) })
  await database.$executeRawUnsafe(ARTICLES, count)
  await database.$executeRawUnsafe(LISTED)
  return { database, tags: TAGS }
}

export const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0
