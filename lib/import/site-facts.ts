import { z } from 'zod'
import type { Database } from '../db.ts'
import type { MediaSource } from '../media/source.ts'
import { plainHtml } from '../wordpress/plain-html.ts'
import type { SourceItem, SourceSite } from '../wordpress/source.ts'
import { type AttachmentShelf, loadShelf } from './attachments.ts'

/** What the first reading learns of an old site, and earlier imports knew: items that others refer to. */
export type SiteFacts = {
  shelf: AttachmentShelf
  /** Content of reusable blocks, by WordPress id. */
  reusable: Map<number, string>
  /** Names to sign with: accounts by login, guest authors by slug and login. */
  names: Map<string, string>
  /** What guest authors say of themselves, by name; `portrait` is an attachment's WordPress id. */
  guests: Map<string, { bio: string; portrait: number | null }>
  /** Types of which something was published at an address of its own. */
  publicTypes: Set<string>
  /** The newest revision of each article: article's id → its date and id. */
  revisions: Map<number, { modified: string; id: number }>
}

/** Types whose items others need, in this import or a later one. */
const REFERRED_TO = ['wp_block', 'guest-author']

const storedItem = z.object({
  id: z.number(),
  type: z.string(),
  slug: z.string(),
  title: z.string(),
  content: z.string(),
  meta: z.record(z.string(), z.string()),
})
type Referred = z.infer<typeof storedItem>

function learnReferred(facts: SiteFacts, { id, type, slug, title, content, meta }: Referred): void {
  if (type === 'wp_block') facts.reusable.set(id, content)
  if (type !== 'guest-author') return
  const name = meta['cap-display_name'] || title
  for (const key of [slug, meta['cap-user_login']]) if (key && name) facts.names.set(key, name)
  const bio = plainHtml(meta['cap-description'] ?? '')
  if (name) facts.guests.set(name, { bio, portrait: Number(meta._thumbnail_id) || null })
}

/** Takes from an item of the first reading what other items will ask for. */
export function learnItem(facts: SiteFacts, item: SourceItem): void {
  learnReferred(facts, item)
  if (item.status === 'publish' && hasOwnAddress(item.link)) facts.publicTypes.add(item.type)
  if (item.type !== 'revision') return
  const known = facts.revisions.get(item.parent)
  const modified = item.modifiedGmt || item.dateGmt
  if (!known || modified >= known.modified) facts.revisions.set(item.parent, { modified, id: item.id })
}

/** The names of the accounts; a guest author's own name is kept. */
export function learnAccounts(facts: SiteFacts, authors: SourceSite['authors']): void {
  for (const { login, name } of authors) if (!facts.names.has(login)) facts.names.set(login, name)
}

/** True for a permalink: a type that nobody may visit has only `/?post_type=x&p=12`. */
function hasOwnAddress(link: string): boolean {
  return URL.canParse(link) && new URL(link).pathname !== '/'
}

/** What earlier imports of the site stored. */
export async function loadSiteFacts(
  database: Database,
  site: string,
  source: MediaSource | null,
): Promise<SiteFacts> {
  const facts: SiteFacts = {
    shelf: await loadShelf(database, site, source),
    reusable: new Map(),
    names: new Map(),
    guests: new Map(),
    publicTypes: new Set(['post', 'page']),
    revisions: new Map(),
  }
  const where = { site, type: { in: REFERRED_TO } }
  for (const { item } of await database.sourceRecord.findMany({ where, select: { item: true } })) {
    const parsed = storedItem.safeParse(item)
    if (parsed.success) learnReferred(facts, parsed.data)
  }
  learnAccounts(
    facts,
    (await database.account.findMany({ where: { site } })).map(({ wpId: id, ...account }) => ({
      id,
      ...account,
    })),
  )
  return facts
}
