import { Prisma } from '../../generated/prisma/client.ts'
import { type Move, saveRedirects } from '../articles/redirects.ts'
import {
  type ArticleInput,
  type ArticleToSave,
  checkArticle,
  type Importing,
  saveArticles,
} from '../articles/save.ts'
import type { Database } from '../db.ts'
import { DocumentError } from '../document/check.ts'
import { noteRefresh } from '../freshness/pending.ts'
import type { JsonBytes } from '../json-bytes.ts'
import type { Vocabulary } from '../search/vocabulary.ts'
import type { Proof } from '../wordpress/counts.ts'
import type { Flag } from '../wordpress/draft.ts'
import type { SourceFormat, SourceItem } from '../wordpress/source.ts'
import { saveComments } from './comments.ts'
import { type ConvertedItem, readConverted } from './converted.ts'
import { instantOf } from './dates.ts'
import { differences } from './differences.ts'
import { redirectsOf } from './former-addresses.ts'
import { findLinked, type LinkState, linkDocument } from './internal-links.ts'
import { isWorthKeeping, reasonToLeaveOut } from './left-out.ts'
import { type MadeArticle, makeArticle } from './make-article.ts'
import type { Outcome } from './report.ts'
import type { SiteFacts } from './site-facts.ts'
import { findSources, hashed, keepSources, type SourceToKeep, sourceKey } from './source-records.ts'
import { permalinkOf } from './to-article.ts'

export type ItemResult = {
  outcome: Outcome
  reason: string | null
  path: string | null
  flags: Flag[]
  links: LinkState
  /** True when the article leaves the path that it had here. */
  hasMoved: boolean
  /** Null for an item that was left out or could not be read. */
  proof: Proof | null
}

/**
 * `dry` writes nothing. `last` comes after all the others, when a link that leads nowhere is dead and named so: until
 * then its target may only be further down.
 */
export type Pass = 'dry' | 'first' | 'last'

/** An item, what is known of its site, and what the converter made of it; null when it becomes no article. */
export type ItemToImport = { item: SourceItem; facts: SiteFacts; json: JsonBytes | null }

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
type Decision = {
  result: ItemResult
  article?: ArticleToSave
  source?: SourceToKeep
  /** Old addresses of an article that stays as it is. */
  move?: Move
}

type Stored = Awaited<ReturnType<typeof findSources>>
/**
 * `paths`: who stands at the addresses that the items want, as far as the decisions went; null for a new article.
 * `published`: where readers find articles that the items link to, and will find those decided on. `vocabulary`: words that
 * the search index is known to hold.
 */
type Desk = {
  database: Database
  pass: Pass
  stored: Stored
  paths: Map<string, number | null>
  published: Set<string>
  vocabulary: Vocabulary
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

/** Leads the article's links to its old site where they lead here, and names those that lead nowhere. */
async function linkArticle(desk: Desk, made: MadeArticle, item: SourceItem): Promise<LinkState> {
  const { database, pass, published } = desk
  const own = permalinkOf(item)
  const known = (path: string) => (path === own ? made.article.path : published.has(path) ? path : undefined)
  const { document, dead, links } = await linkDocument(database, made.document, item.site, known, new Date())
  made.article.document = document
  const named = pass === 'last' ? dead : []
  made.flags.push(...named.map((detail) => ({ code: 'link-dead', detail, confidence: null, span: null })))
  return links
}

async function keptReason({ database }: Desk, id: number, article: ArticleInput): Promise<string> {
  const here = await database.article.findUniqueOrThrow({ where: { id } })
  const names = differences(here, article).join(', ') || 'autres champs'
  return `modifié ici depuis le dernier import : la version de WordPress est gardée à côté (diffèrent : ${names})`
}

/** A newer version of the converter, more columns, or a link that leads somewhere now. */
const REREAD = 'la source est la même ; ce qui a changé est sa lecture, ou où mènent ses liens'

/** What becomes of an item that was converted: an article to write, unless the one that is here is to stay. */
async function decideArticle(desk: Desk, work: ItemToImport, converted: ConvertedItem): Promise<Decision> {
  const { item, facts } = work
  const known = desk.stored.get(sourceKey(item))
  const here = known?.article ?? null
  const made = await makeArticle(desk.database, item, facts, converted)
  const { article, flags } = made
  if (here && item.link === '') article.path = here.path
  settlePath(desk, article, item, here?.id ?? null, flags)
  const links = await linkArticle(desk, made, item)
  const source = { ...hashed(item), flags, articleId: here?.id ?? null }
  const kept = source.hash === known?.hash ? {} : { source }
  const stays = (outcome: Outcome, reason: string | null) => ({
    outcome,
    reason,
    path: here?.path ?? null,
    flags,
    links,
    hasMoved: false,
    proof: converted.proof,
  })
  const redirects = redirectsOf(item, article, made.document, facts.shelf)
  const move = here ? { move: { articleId: here.id, path: here.path, redirects } } : {}

  if (here && known && isPoorer(item, known.format, here.sourceModifiedAt))
    return { result: stays('poorer', 'importé depuis une source plus complète') }
  const checked = checkArticle(article, converted.analysis)
  if (here && here.importedRevision === checked.row.revision)
    return kept.source
      ? { result: stays('updated', 'l’article est le même ; ce qui l’entoure a changé'), ...kept, ...move }
      : { result: stays('unchanged', null), ...move }
  if (here && here.revision !== here.importedRevision)
    return { result: stays('kept', await keptReason(desk, here.id, article)), ...kept, ...move }
  if (here) desk.paths.delete(here.path)
  desk.paths.set(article.path, here?.id ?? null)
  if (article.status === 'published') desk.published.add(article.path)
  const hasMoved = here !== null && here.path !== article.path
  return {
    result: {
      ...stays(here ? 'updated' : 'created', here && !kept.source ? REREAD : null),
      path: article.path,
      hasMoved,
    },
    article: { article: checked, id: here?.id, redirects },
    source,
  }
}

/** Of an item that became no article. */
const UNDECIDED = { flags: [], links: 'none', hasMoved: false, proof: null } as const

/** The proof of an item whose document was refused. */
function proofOf({ json }: ItemToImport): Proof | null {
  const converted = json === null ? null : readConverted(json)
  return converted === null || typeof converted === 'string' ? null : converted.proof
}

async function decide(desk: Desk, work: ItemToImport): Promise<Decision> {
  const { item, facts, json } = work
  const converted = json === null ? null : readConverted(json)
  if (converted !== null && typeof converted !== 'string') return decideArticle(desk, work, converted)
  const known = desk.stored.get(sourceKey(item))
  const path = known?.article?.path ?? null
  const left = { ...UNDECIDED, path, flags: [] }
  if (converted !== null) return { result: { ...left, outcome: 'failed', reason: converted } }
  const reason = reasonToLeaveOut(item, facts)
  const result: ItemResult = { ...left, outcome: 'skipped', reason }
  const source = { ...hashed(item), flags: [], articleId: known?.article?.id ?? null }
  if (known?.hash === source.hash || !isWorthKeeping(item, facts)) return { result }
  return { result, source }
}

async function openDesk(
  database: Database,
  works: readonly ItemToImport[],
  pass: Pass,
  vocabulary: Vocabulary,
): Promise<Desk> {
  const items = works.map(({ item }) => item)
  const converted = works.flatMap(({ item, json }) => (json === null ? [] : item))
  const standing = await database.article.findMany({
    where: { path: { in: items.map(permalinkOf) } },
    select: { path: true, id: true },
  })
  return {
    database,
    pass,
    stored: await findSources(database, items),
    paths: new Map(standing.map(({ path, id }) => [path, id])),
    published: await findLinked(database, converted, new Date()),
    vocabulary,
  }
}

/** Leads old addresses where they lead, and remembers what to refresh. */
export async function saveMoves(database: Database, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  await database.$transaction(async (transaction) => {
    const tags = await saveRedirects(transaction, moves)
    await noteRefresh(transaction, [...new Set([...tags.values()].flat())])
  })
}

/** Writes what was decided in one transaction. */
async function write({ database, stored, vocabulary }: Desk, decisions: readonly Decision[]): Promise<void> {
  const articles = decisions.flatMap(({ article }) => (article ? [article] : []))
  await saveMoves(
    database,
    decisions.flatMap(({ move }) => move ?? []),
  )
  const sources = decisions.filter(({ source }) => source)
  if (sources.length === 0) return
  const saveSources: Importing['saveSources'] = async (transaction, saved) => {
    const ids = new Map(articles.map((article, index) => [article, saved[index]?.id]))
    const kept = sources.flatMap(({ source, article }) =>
      source ? [{ ...source, articleId: (article && ids.get(article)) ?? source.articleId }] : [],
    )
    await keepSources(transaction, kept, stored)
    const commented = kept.flatMap(({ item, articleId }) => (articleId === null ? [] : [{ item, articleId }]))
    await saveComments(transaction, commented)
  }
  await saveArticles(database, articles, { saveSources, vocabulary })
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
  pass: Pass,
  vocabulary: Vocabulary,
): Promise<ItemResult[]> {
  const desk = await openDesk(database, works, pass, vocabulary)
  const decisions: Decision[] = []
  try {
    for (const work of works) decisions.push(await decide(desk, work))
    if (pass !== 'dry') await write(desk, decisions)
    return decisions.map(({ result }) => result)
  } catch (error) {
    if (!(error instanceof DocumentError) && !(error instanceof Prisma.PrismaClientKnownRequestError))
      throw error
    const [only] = works
    if (only && works.length === 1)
      return [
        {
          ...(decisions[0]?.result ?? { ...UNDECIDED, flags: [], proof: proofOf(only) }),
          outcome: 'failed',
          reason: lastLine(error.message),
          path: null,
        },
      ]
  }
  const alone: ItemResult[] = []
  for (const work of works) alone.push(...(await importItems(database, [work], pass, vocabulary)))
  return alone
}
