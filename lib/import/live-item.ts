import { eventsOf } from '../wordpress/read-rest.ts'
import { emptyNames, type RestNames } from '../wordpress/rest-names.ts'
import { readObject } from '../wordpress/rest-schema.ts'
import type { ItemType } from '../wordpress/rest-site.ts'
import { SourceError, type SourceEvent, type SourceItem } from '../wordpress/source.ts'
import { fileQuery, idsOf, inBatches, isRefusal, itemEvents, typesOf } from './live-items.ts'
import { isShown, type KnownItem, type LiveSource } from './live-source.ts'
import type { RestApi } from './rest-api.ts'

/** One item of a live site by its id, whatever its type, with the files it shows; in `gone` when the site lost it. */
export function liveItem(api: RestApi, site: string, known: readonly KnownItem[], id: number): LiveSource {
  const gone: KnownItem[] = []
  const names = emptyNames()
  let events: SourceEvent[] = []
  let problem: SourceError | null = null

  async function* files(): AsyncGenerator<SourceEvent> {
    try {
      events = await findItem(api, site, names, id)
      for (const batch of inBatches(events.flatMap(filesOf))) {
        const { value } = await api.get('/wp/v2/media', { ...idsOf(batch), ...fileQuery(api) })
        for (const file of Array.isArray(value) ? value : [])
          yield* eventsOf(readObject(file), 'médiathèque', names, site)
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error
      problem = error
    }
  }

  async function* articles(): AsyncGenerator<SourceEvent> {
    yield* events
    if (problem) throw problem
    if (events.length === 0) gone.push(...known.filter((one) => one.id === id && isShown(one)))
  }

  return { name: api.site, read: (part) => (part === 'attachments' ? files() : articles()), gone }
}

async function findItem(api: RestApi, site: string, names: RestNames, id: number): Promise<SourceEvent[]> {
  for (const type of await typesOf(api)) {
    const events = await eventsOfType(api, site, names, type, id)
    if (events.length > 0) return events
  }
  return []
}

/** Nothing where the site keeps that type from this account. */
async function eventsOfType(
  api: RestApi,
  site: string,
  names: RestNames,
  type: ItemType,
  id: number,
): Promise<SourceEvent[]> {
  try {
    const events: SourceEvent[] = []
    for await (const event of itemEvents(api, site, names, type, [{ id }])) events.push(event)
    return events
  } catch (error) {
    if (isRefusal(error)) return []
    throw error
  }
}

/** The files of the library that an item names. */
function filesOf(event: SourceEvent): { id: number }[] {
  if (event.kind !== 'item') return []
  const { content, meta }: SourceItem = event.item
  const named = content.matchAll(/wp-image-(\d{1,10})|attachment_(\d{1,10})|"id":(\d{1,10})/g)
  const galleries = content.matchAll(/\bids=["']([\d, ]{1,5000})["']/g)
  const ids = [
    meta._thumbnail_id,
    ...[...named].map((match) => match[1] ?? match[2] ?? match[3]),
    ...[...galleries].flatMap(([, list]) => (list ?? '').split(',')),
  ].map(Number)
  return [...new Set(ids)].filter((id) => Number.isSafeInteger(id) && id > 0).map((id) => ({ id }))
}
