import { addName, eventsOf } from '../wordpress/read-rest.ts'
import type { RestNames } from '../wordpress/rest-names.ts'
import { emptyNames } from '../wordpress/rest-names.ts'
import { readObject } from '../wordpress/rest-schema.ts'
import { type ItemType, type Listed, readListing } from '../wordpress/rest-site.ts'
import { SourceError, type SourceEvent } from '../wordpress/source.ts'
import type { ImportSource } from './import-run.ts'
import { fileQuery, idsOf, inBatches, isRefusal, itemEvents, signed, typesOf } from './live-items.ts'
import { type Query, type RestApi, RestError } from './rest-api.ts'

/** What is here of an item of a site: when WordPress last changed it, as stored, and its article's status. */
export type KnownItem = { type: string; id: number; modified: string; status: string | null }

/** The items of a live site that are not here as they are there, and those shown here that it has no more. */
export type LiveSource = ImportSource & { gone: KnownItem[] }

/** Gives the ids of items that are to be taken again for what changed around them. */
export type ChangesAround = (names: RestNames) => Promise<ReadonlySet<number>>

export const isShown = ({ status }: { status: string | null }): boolean =>
  status === 'published' || status === 'scheduled'

/**
 * Compares the site's lists of ids and dates with what is here, and fetches what differs: a run that was stopped goes
 * on where it was, what failed is tried again, what is gone shows. `site` is the name under which items are kept.
 */
export function liveSource(
  api: RestApi,
  site: string,
  known: readonly KnownItem[],
  around: ChangesAround,
): LiveSource {
  const gone: KnownItem[] = []
  const names = emptyNames()
  let touched: ReadonlySet<number> = new Set()
  let problem: SourceError | null = null

  async function* files(): AsyncGenerator<SourceEvent> {
    try {
      for await (const page of api.pages('/wp/v2/media', { ...order, ...fileQuery(api) }))
        for (const value of page) yield* eventsOf(readObject(value), 'médiathèque', names, site)
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      problem = error
    }
  }

  /** Articles come even when the library could not be listed; the report says so. */
  async function* articles(): AsyncGenerator<SourceEvent> {
    if (isRefusal(problem)) yield { kind: 'warning', message: problem.message }
    for (const route of ['/wp/v2/categories', '/wp/v2/tags'])
      for await (const page of api.pages(route)) for (const value of page) addName(value, names)
    if (known.length > 0) touched = await around(names)
    for (const type of await typesOf(api)) yield* ofType(type)
    if (problem && !isRefusal(problem)) throw problem
  }

  async function* ofType(type: ItemType): AsyncGenerator<SourceEvent> {
    const here = new Map(known.filter((one) => one.type === type.type).map((one) => [one.id, one]))
    const listed = await listIds(api, type).catch(refusedAs(type))
    if (typeof listed === 'string') return yield { kind: 'warning', message: listed }
    const changed = listed.filter(({ id, modified }) => {
      const one = here.get(id)
      return !one || one.status === 'archived' || one.modified !== modified || touched.has(id)
    })
    for (const batch of inBatches(changed)) yield* itemEvents(api, site, names, type, batch)
    const there = new Set(listed.map(({ id }) => id))
    const absent = [...here.values()].filter((one) => isShown(one) && !there.has(one.id))
    if (absent.length > 0 && listed.length === 0) {
      const message = `${type.route} : la liste du site est vide, rien n’est archivé`
      return yield { kind: 'warning', message }
    }
    gone.push(...(await stillAbsent(api, type, absent)))
  }

  return { name: api.site, read: (part) => (part === 'attachments' ? files() : articles()), gone }
}

/** A stable order: what is published meanwhile comes at the end. */
const order: Query = { orderby: 'id', order: 'asc' }

/** A type that this account may not list is named; any other fault stops the run. */
const refusedAs = (type: ItemType) => (error: unknown) => {
  if (!isRefusal(error)) throw error
  return `contenus « ${type.type} » laissés de côté : ${error.message}`
}

async function listIds(api: RestApi, { route }: ItemType): Promise<Listed[]> {
  const listed = new Map<number, Listed>()
  const query = { ...order, _fields: 'id,modified_gmt', ...signed(api, 'any') }
  for await (const page of api.pages(route, query)) {
    const read = readListing(page)
    if (!read) throw new RestError(api.site, route, 502, 'la liste n’a pas la forme attendue')
    for (const one of read) listed.set(one.id, one)
  }
  return [...listed.values()]
}

/** A list that moves while it is read may miss an item: each absent one is asked for by its id before it counts. */
async function stillAbsent(api: RestApi, type: ItemType, absent: readonly KnownItem[]): Promise<KnownItem[]> {
  const found = new Set<number>()
  for (const batch of inBatches(absent)) {
    const query = { ...idsOf(batch), _fields: 'id', ...signed(api, 'any') }
    const listed = readListing((await api.get(type.route, query)).value)
    if (!listed) throw new RestError(api.site, type.route, 502, 'la liste n’a pas la forme attendue')
    for (const { id } of listed) found.add(id)
  }
  return absent.filter(({ id }) => !found.has(id))
}
