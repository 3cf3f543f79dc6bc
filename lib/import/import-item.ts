import { Prisma } from '../../generated/prisma/client.ts'
import { type ArticleInput, type ArticleToSave, revisionOf, saveArticles } from '../articles/save.ts'
import type { Database } from '../db.ts'
import { DocumentError } from '../document/check.ts'
import type { Converted, Flag } from '../wordpress/draft.ts'
import type { SourceFormat, SourceItem } from '../wordpress/source.ts'
import { bringMedia } from './bring-media.ts'
import { saveComments } from './comments.ts'
import { differences } from './differences.ts'
import { withEnclosures } from './enclosures.ts'
import { isWorthKeeping, reasonToLeaveOut } from './left-out.ts'
import { noticesOf } from './notices.ts'
import { noteRefresh } from './pending-refresh.ts'
import type { Outcome } from './report.ts'
import type { SiteFacts } from './site-facts.ts'
import { findSources, hashOf, keepSources, type SourceToKeep, sourceKey } from './source-records.ts'
import { permalinkOf, redirectsOf, toArticle } from './to-article.ts'

export type ItemResult = { outcome: Outcome; reason: string | null; path: string | null; flags: Flag[] }

/** An item, what is known of its site, and what the converter made of it: a string says why it could not. */
export type ItemToImport = { item: SourceItem; facts: SiteFacts; converted: Converted | string | null }

/** How much of an article a format carries: a fuller one is never overwritten by a poorer one. */
const FULLNESS: Record<SourceFormat, number> = { dump: 1, wxr: 2 }

function isPoorer(item: SourceItem, known: string): boolean {
  const stored = known === 'wxr' ? FULLNESS.wxr : FULLNESS.dump
  return FULLNESS[item.format] < stored
}

/** What is to become of an item: the article to write, the source to keep beside it, the line of the report. */
type Decision = { result: ItemResult; article?: ArticleToSave; source?: SourceToKeep }

type Stored = Awaited<ReturnType<typeof findSources>>
/** `paths`: who stands at the addresses that the items want, as far as the decisions went; null for a new article. */
type Desk = { database: Database; stored: Stored; paths: Map<string, number | null> }

async function made(
  { database }: Desk,
  { item, facts }: ItemToImport,
  converted: Converted,
): Promise<{ article: ArticleInput; flags: Flag[] }> {
  const heard = withEnclosures(converted.document, item)
  const { document, flags } = await bringMedia(database, facts.shelf, heard.document)
  const ready = toArticle(item, { ...converted, document }, facts, new Date())
  return {
    article: ready.article,
    flags: [...noticesOf(item), ...converted.flags, ...heard.flags, ...flags, ...ready.flags],
  }
}

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

async function decide(desk: Desk, work: ItemToImport): Promise<Decision> {
  const { item, facts, converted } = work
  const known = desk.stored.get(sourceKey(item))
  const here = known?.article ?? null
  const left = (outcome: Outcome, reason: string): ItemResult => ({
    outcome,
    reason,
    path: here?.path ?? null,
    flags: [],
  })
  const hash = hashOf(item)
  const keep = (flags: Flag[]) =>
    known?.hash === hash ? {} : { source: { item, hash, flags, articleId: here?.id ?? null } }
  const why = reasonToLeaveOut(item, facts)
  if (why || converted === null)
    return { result: left('skipped', why ?? ''), ...(isWorthKeeping(item, facts) ? keep([]) : {}) }
  if (typeof converted === 'string') return { result: left('failed', converted) }

  const { article, flags } = await made(desk, work, converted)
  if (here && item.link === '') article.path = here.path
  settlePath(desk, article, item, here?.id ?? null, flags)
  const settled = (outcome: Outcome, reason: string | null) => ({
    outcome,
    reason,
    path: here?.path ?? article.path,
    flags,
  })
  if (here && known && isPoorer(item, known.format))
    return { result: settled('poorer', 'importé depuis une source plus complète') }
  if (here && here.importedRevision === revisionOf(article))
    return known?.hash === hash
      ? { result: settled('unchanged', null) }
      : { result: settled('updated', 'l’article est le même ; ce qui l’entoure a changé'), ...keep(flags) }
  if (here && here.revision !== here.importedRevision)
    return { result: settled('kept', await keptReason(desk, here.id, article)), ...keep(flags) }
  if (here) desk.paths.delete(here.path)
  desk.paths.set(article.path, here?.id ?? null)
  return {
    result: { ...settled(here ? 'updated' : 'created', null), path: article.path },
    article: { input: article, id: here?.id, redirects: redirectsOf(item, article) },
    source: { item, hash, flags, articleId: here?.id ?? null },
  }
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
      return [{ ...result, outcome: 'failed', reason: error.message, path: null }]
  }
  const alone: ItemResult[] = []
  for (const work of works) alone.push(...(await importItems(database, [work], dryRun)))
  return alone
}
