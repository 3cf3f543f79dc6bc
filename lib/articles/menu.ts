import type { Prisma } from '../../generated/prisma/client.ts'
import { sections, visible } from './queries.ts'
import { toTermLink } from './reshape.ts'
import type { SiteLinks } from './types.ts'

/** A French reader looks for É at E, where a database puts it after Z. */
const french = new Intl.Collator('fr')

/** Pages named in the menu: a site may have hundreds. */
const MOST_PAGES = 8

/** What the header and the foot of every page lead to: the sections, and the pages that stand below no other. */
export async function readMenu(database: Prisma.TransactionClient, now: Date): Promise<SiteLinks> {
  const terms = await database.term.findMany(sections(now))
  const pages = await database.article.findMany({
    where: {
      ...visible(now),
      type: 'page',
      parentId: null,
      OR: [{ source: null }, { source: { type: 'page' } }],
    },
    orderBy: { title: 'asc' },
    take: MOST_PAGES,
    select: { path: true, title: true },
  })
  return {
    sections: terms.map(toTermLink).toSorted((a, b) => french.compare(a.name, b.name)),
    pages: pages.map(({ path, title }) => ({ path, name: title })),
  }
}

/** The menu in a word: when it changes, every page does. */
export async function menuOf(database: Prisma.TransactionClient, now = new Date()): Promise<string> {
  return JSON.stringify(await readMenu(database, now))
}
