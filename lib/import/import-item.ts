import { createHash } from 'node:crypto'
import { saveRedirects } from '../articles/redirects.ts'
import { type ArticleInput, revisionOf, saveArticle } from '../articles/save.ts'
import type { Database } from '../db.ts'
import { check, DocumentError } from '../document/check.ts'
import type { Document } from '../document/types.ts'
import { convert } from '../wordpress/convert.ts'
import type { Flag } from '../wordpress/draft.ts'
import type { SourceFormat, SourceItem } from '../wordpress/source.ts'
import type { AttachmentShelf } from './attachments.ts'
import { fillMedia } from './fill-media.ts'
import { redirectsOf } from './former-addresses.ts'
import { type LinkState, linkDocument } from './internal-links.ts'
import type { Outcome } from './report.ts'
import { articleType, skipReason, toArticle } from './to-article.ts'

export type ItemResult = {
  outcome: Outcome
  reason: string | null
  path: string | null
  flags: Flag[]
  /** Cache tags to refresh. */
  tags: string[]
  links: LinkState
  /** True when the article left the path that it had here. */
  hasMoved: boolean
}

/** How much of an article a format carries: a fuller one is never overwritten by a poorer one. */
const FULLNESS: Record<SourceFormat, number> = { dump: 1, wxr: 2 }

function isPoorer(item: SourceItem, known: string): boolean {
  const stored = known === 'wxr' ? FULLNESS.wxr : FULLNESS.dump
  return FULLNESS[item.format] < stored
}

function coverOf(item: SourceItem, shelf: AttachmentShelf): string | null {
  const id = Number(item.meta._thumbnail_id ?? Number.NaN)
  return Number.isSafeInteger(id) ? shelf.mediaOf(id, null) : null
}

function leftOut(outcome: 'skipped' | 'failed', reason: string): ItemResult {
  return { outcome, reason, path: null, flags: [], tags: [], links: 'none', hasMoved: false }
}

type Prepared = { article: ArticleInput; document: Document; flags: Flag[] }

/**
 * Converts an item and gives it the pictures found: an article ready to be saved, and what to look at. Whatever an
 * item makes the converter throw is that item's alone: a string, for the report.
 */
function prepare(item: SourceItem, shelf: AttachmentShelf): Prepared | string {
  try {
    return convertItem(item, shelf)
  } catch (error) {
    return error instanceof DocumentError ? error.message : `conversion impossible : ${error}`
  }
}

function convertItem(item: SourceItem, shelf: AttachmentShelf): Prepared {
  const hosts = URL.canParse(item.site) ? [new URL(item.site).host] : []
  const converted = convert(item, { attachments: shelf.byId, hosts })
  const filled = fillMedia(converted.document, ({ attachmentId, src }) => shelf.mediaOf(attachmentId, src))
  const document = check(filled)
  const article = toArticle(item, { ...converted, document }, coverOf(item, shelf), new Date())
  return { article, document, flags: converted.flags }
}

/** Gives the article its own path, or one with the WordPress id behind when another article stands there. */
async function settlePath(
  database: Database,
  article: ArticleInput,
  item: SourceItem,
  id: number | undefined,
  flags: Flag[],
): Promise<void> {
  const owner = await database.article.findUnique({ where: { path: article.path }, select: { id: true } })
  if (!owner || owner.id === id) return
  const free = article.path.replace(/\/$/, `-${item.id}/`)
  flags.push({ code: 'path-taken', detail: `${article.path} → ${free}`, confidence: null, span: null })
  article.path = free
}

type Known = { id: number; path: string; revision: string; importedRevision: string | null }

/** Why an article that is here already is left as it is, or null when it is to be written. */
function reasonToLeave(here: Known, article: ArticleInput): [Outcome, string | null] | null {
  if (here.importedRevision === revisionOf(article)) return ['unchanged', null]
  if (here.revision === here.importedRevision) return null
  return ['kept', 'modifié ici depuis le dernier import : la version de WordPress n’a pas été reprise']
}

async function findKnown(database: Database, where: SourceKey) {
  return database.sourceRecord.findUnique({
    where: { site_type_wpId: where },
    select: {
      format: true,
      article: { select: { id: true, path: true, revision: true, importedRevision: true } },
    },
  })
}

type SourceKey = { site: string; type: string; wpId: number }

/**
 * Brings one item in, or says why not. Idempotent on (site, type, WordPress id): what has not changed is not
 * written, what was edited here since the last import is not overwritten.
 */
export async function importItem(
  database: Database,
  item: SourceItem,
  shelf: AttachmentShelf,
  dryRun: boolean,
): Promise<ItemResult> {
  if (!articleType(item.type)) return leftOut('skipped', `type « ${item.type} » : ni article ni page`)
  const reason = skipReason(item)
  if (reason) return leftOut('skipped', reason)

  const key: SourceKey = { site: item.site, type: item.type, wpId: item.id }
  const known = await findKnown(database, key)
  const here = known?.article
  const prepared = prepare(item, shelf)
  if (typeof prepared === 'string') return leftOut('failed', prepared)
  const { article, flags } = prepared
  const { document, dead, links } = await linkDocument(database, prepared.document, item.site, new Date())
  article.document = document
  const missing = dryRun ? [] : dead
  flags.push(...missing.map((detail) => ({ code: 'link-dead', detail, confidence: null, span: null })))
  if (here && item.link === '') article.path = here.path
  await settlePath(database, article, item, here?.id, flags)

  const settled = (outcome: Outcome, why: string | null): ItemResult => ({
    outcome,
    reason: why,
    path: here?.path ?? article.path,
    flags,
    tags: [],
    links,
    hasMoved: false,
  })
  if (here && isPoorer(item, known.format))
    return settled('poorer', 'importé depuis une source plus complète')
  const redirects = redirectsOf(item, article, document, shelf)
  const left = here && reasonToLeave(here, article)
  if (left && dryRun) return settled(...left)
  // What leads to an article that stays as it is may have come to be known since.
  if (left) return { ...settled(...left), tags: await saveRedirects(database, here.id, here.path, redirects) }
  if (dryRun) return settled(here ? 'updated' : 'created', null)

  const { tags } = await saveArticle(database, article, {
    id: here?.id,
    redirects,
    saveSource: async (transaction, articleId) => {
      const row = { format: item.format, hash: hashOf(item), item, flags, importedAt: new Date(), articleId }
      await transaction.sourceRecord.upsert({
        where: { site_type_wpId: key },
        update: row,
        create: { ...key, ...row },
      })
    },
  })
  return {
    ...settled(here ? 'updated' : 'created', null),
    path: article.path,
    tags,
    hasMoved: here !== undefined && here !== null && here.path !== article.path,
  }
}

function hashOf(item: SourceItem): string {
  return createHash('sha256').update(JSON.stringify(item)).digest('hex')
}
