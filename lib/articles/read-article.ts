import type { Database } from '../db.ts'
import { check } from '../document/check.ts'
import { readPictures } from './pictures.ts'
import { atPath } from './queries.ts'
import { peopleNamedIn } from './read-people.ts'
import { sharedPictureOf } from './read-preview.ts'
import { toCard, toTermLink } from './reshape.ts'
import { seriesOf } from './series.ts'
import type { ArticlePage } from './types.ts'

/** The article or page whose permalink is `path`, as its page shows it; null when readers may see none there. */
export async function readArticle(database: Database, path: string, now: Date): Promise<ArticlePage | null> {
  const row = await database.article.findFirst(atPath(path, now))
  if (!row) return null
  const document = check(row.document)
  const terms = row.terms.map(({ term }) => term)
  const { seoTitle, seoDescription, canonical, noindex, heldOn, heldAt } = row
  const card = toCard(row)
  return {
    ...card,
    sharedPicture: await sharedPictureOf(database, card, document),
    type: row.type,
    seo: { seoTitle, seoDescription, canonical, noindex },
    updatedAt: row.updatedAt?.toISOString() ?? null,
    heldOn,
    heldAt,
    document,
    pictures: await readPictures(database, document),
    categories: terms.filter((term) => term.type === 'category').map(toTermLink),
    tags: terms.filter((term) => term.type === 'tag').map(toTermLink),
    series: await seriesOf(database, row.id),
    people: await peopleNamedIn(database, row.id),
  }
}
