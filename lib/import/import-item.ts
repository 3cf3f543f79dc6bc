import { Prisma } from '../../generated/prisma/client.ts'
import { type ArticleInput, type ArticleToSave, revisionOf, saveArticles } from '../articles/save.ts'
import type { Database } from '../db.ts'
import { DocumentError } from '../document/check.ts'
import type { Converted, Flag } from '../wordpress/draft.ts'
import type { SourceFormat, SourceItem } from '../wordpress/source.ts'
import { saveComments } from './comments.ts'
import { instantOf } from './dates.ts'
import { differences } from './differences.ts'
import { isWorthKeeping, reasonToLeaveOut } from './left-out.ts'
import { makeArticle } from './make-article.ts'
import { noteRefresh } from './pending-refresh.ts'
import type { Outcome } from './report.ts'
import type { SiteFacts } from './site-facts.ts'
import { findSources, hashOf, keepSources, type SourceToKeep, sourceKey } from './source-records.ts'
import { permalinkOf, redirectsOf } from './to-article.ts'

export type ItemResult = { outcome: Outcome; reason: string | null; path: string | null; flags: Flag[] }

/** An item, what is known of its site, and what the converter made of it: a string says why it could not, null that
 * it becomes no article. */
export type ItemToImport = { item: SourceItem; facts: SiteFacts; converted: Converted | string | null }

/** How much of an article a format carries: a fuller one is never overwritten by a poorer one. */
const FULLNESS: Record<SourceFormat, number> = { dump: 1, 'rest-rendered': 2, rest: 3, wxr: 3 }

const fullnessOf = (format: string): number =>
  Object.entries(FULLNESS).find(([name]) => name === format)?.[1] ?? FULLNESS.dump

/**
 * True when a fuller source is here already. What readers of WordPress get today still wins over the text of an older
 * version: it lacks no word.
 */
function isPoorer(item: SourceItem, known: string, storedModified: Date | null): boolean {
  if (FULLNESS[item.format] >= fullnessOf(known)) return false
  const modified = instantOf(item.modifiedGmt, item.modified)
  const isNewer = modified !== null && storedModified !== null && modified > storedModified
  return !(item.format === 'rest-rendered' && isNewer)
}

/** What is to become of an item: the article to write, the source to keep beside it, the line of the report. */
type Decision = { result: ItemResult; article?: ArticleToSave; source?: SourceToKeep }

type Stored = Awaited<ReturnType<typeof findSources>>
/** `paths`: who stands at the addresses that the items want, as far as the decisions went; null for a new article. */
type Desk = { database: Database; stored: Stored; paths: Map<string, number | null> }

/** The article's own path, or one with the WordPress id behind when another article stands there. */
function settlePath(
  desk: Desk,
  article: ArticleInput,
  item: SourceItem,
  id: number | null,
  flags: Flag[],
): void {
  const owner = desk.paths.get(article.path)
  if (owner === undefined || (id !== null && owner === id)) return
  const free = article.path.replace(/\/$/, `-${item.id}/`)
  flags.push({ code: 'path-taken', detail: `${article.path} → ${free}`, confidence: null, span: null })
  article.path = free
}

async function keptReason({ database }: Desk, id: number, article: ArticleInput): Promise<string> {
  const here = await database.article.findUniqueOrThrow({ where: { id } })
  const names = differences(here, article).join(', ') || 'autres champs'
  return `modifié ici depuis le dernier import : la version de WordPress est gardée à côté (diffèrent : ${names})`
}

/** What becomes of an item that was converted: an article to write, unless the one that is here is to stay. */
async function decideArticle(desk: Desk, work: ItemToImport, converted: Converted): Promise<Decision> {
  const { item, facts } = work
  const known = desk.stored.get(sourceKey(item))
  const here = known?.article ?? null
  const { article, flags } = await makeArticle(desk.database, item, facts, converted)
  if (here && item.link === '') article.path = here.path
  settlePath(desk, article, item, here?.id ?? null, flags)
  const source = { item, hash: hashOf(item), flags, articleId: here?.id ?? null }
  const kept = source.hash === known?.hash ? {} : { source }
  const stays = (outcome: Outcome, reason: string | null) => ({
    outcome,
    reason,
    path: here?.path ?? null,
    flags,
  })

  if (here && known && isPoorer(item, known.format, here.sourceModifiedAt))
    return { result: stays('poorer', 'importé depuis une source plus complète') }
  if (here && here.importedRevision === revisionOf(article))
    return kept.source
      ? { result: stays('updated', 'l’article est le même ; ce qui l’entoure a changé'), ...kept }
      : { result: stays('unchanged', null) }
  if (here && here.revision !== here.importedRevision)
    return { result: stays('kept', await keptReason(desk, here.id, article)), ...kept }
  if (here) desk.paths.delete(here.path)
  desk.paths.set(article.path, here?.id ?? null)
  return {
    result: { outcome: here ? 'updated' : 'created', reason: null, path: article.path, flags },
    article: { input: article, id: here?.id, redirects: redirectsOf(item, article) },
    source,
  }
}

async function decide(desk: Desk, work: ItemToImport): Promise<Decision> {
  const { item, facts, converted } = work
  if (converted !== null && typeof converted !== 'string') return decideArticle(desk, work, converted)
  const known = desk.stored.get(sourceKey(item))
  const path = known?.article?.path ?? null
  if (converted !== null) return { result: { outcome: 'failed', reason: converted, path, flags: [] } }
  const result: ItemResult = { outcome: 'skipped', reason: reasonToLeaveOut(item, facts), path, flags: [] }
  const hash = hashOf(item)
  if (known?.hash === hash || !isWorthKeeping(item, facts)) return { result }
  return { result, source: { item, hash, flags: [], articleId: known?.article?.id ?? null } }
}

async function openDesk(database: Database, works: readonly ItemToImport[]): Promise<Desk> {
  const items = works.map(({ item }) => item)
  const standing = await database.article.findMany({
    where: { path: { in: items.map(permalinkOf) } },
    select: { path: true, id: true },
  })
  return {
    database,
    stored: await findSources(database, items),
    paths: new Map(standing.map(({ path, id }) => [path, id])),
  }
}

/** Writes what was decided in one transaction. */
async function write(database: Database, decisions: readonly Decision[], stored: Stored): Promise<void> {
  const articles = decisions.flatMap(({ article }) => (article ? [article] : []))
  const sources = decisions.filter(({ source }) => source)
  if (sources.length === 0) return
  await saveArticles(database, articles, async (transaction, saved) => {
    const ids = new Map(articles.map((article, index) => [article, saved[index]?.id]))
    const kept = sources.flatMap(({ source, article }) =>
      source ? [{ ...source, articleId: (article && ids.get(article)) ?? source.articleId }] : [],
    )
    await keepSources(transaction, kept, stored)
    const commented = kept.flatMap(({ item, articleId }) => (articleId === null ? [] : [{ item, articleId }]))
    await saveComments(transaction, commented)
    await noteRefresh(transaction, [...new Set(saved.flatMap(({ tags }) => tags))])
  })
}

/** Prisma's messages begin with the source of the call. */
const lastLine = (message: string) => message.trim().split('\n').at(-1) ?? message

/**
 * Brings items in, or says why not, all in one transaction. Idempotent on (site, type, WordPress id): what has not
 * changed is not written, what was edited here since the last import is not overwritten. When one of them cannot be
 * stored, each is tried alone, so that only that one is refused.
 */
export async function importItems(
  database: Database,
  works: readonly ItemToImport[],
  dryRun: boolean,
): Promise<ItemResult[]> {
  const desk = await openDesk(database, works)
  const decisions: Decision[] = []
  for (const work of works) decisions.push(await decide(desk, work))
  const results = decisions.map(({ result }) => result)
  if (dryRun) return results
  try {
    await write(database, decisions, desk.stored)
    return results
  } catch (error) {
    if (!(error instanceof DocumentError) && !(error instanceof Prisma.PrismaClientKnownRequestError))
      throw error
    const [result] = results
    if (works.length === 1 && result)
      return [{ ...result, outcome: 'failed', reason: lastLine(error.message), path: null }]
  }
  const alone: ItemResult[] = []
  for (const work of works) alone.push(...(await importItems(database, [work], dryRun)))
  return alone
}
