import { addName, eventsOf } from '../wordpress/read-rest.ts'
import type { RestNames } from '../wordpress/rest-names.ts'
import { isFile, type RestItem, readObject } from '../wordpress/rest-schema.ts'
import { type ItemType, readTypes } from '../wordpress/rest-site.ts'
import type { SourceEvent } from '../wordpress/source.ts'
import { type Query, type RestApi, RestError } from './rest-api.ts'

/** Items a request asks for: WordPress gives up to 100, page builders make them heavy. */
const BATCH = 50

/** What a list of files of the library is asked for: without their sizes, which are most of it. */
const FILE_FIELDS =
  'id,type,slug,link,title,post,source_url,alt_text,caption,mime_type,date,date_gmt,modified,modified_gmt,media_details.width,media_details.height'

/** With an account, every status and the text as it was written. */
export const signed = (api: RestApi, status: string): Query =>
  api.isSigned ? { context: 'edit', status } : {}

/** What a list of the library is asked for. */
export const fileQuery = (api: RestApi): Query => ({ ...signed(api, 'inherit'), _fields: FILE_FIELDS })

/** True when the site refuses this account a list, or has none there. */
export const isRefusal = (error: unknown): error is RestError =>
  error instanceof RestError && [401, 403, 404].includes(error.status)

/** The types of content of a site. */
export async function typesOf(api: RestApi): Promise<ItemType[]> {
  const { value } = await api.get('/wp/v2/types')
  const types = readTypes(value)
  if (!types) throw new RestError(api.site, '/wp/v2/types', 502, 'la réponse n’est pas une liste de types')
  return types
}

/** Asks a list for these items only. */
export const idsOf = (items: readonly { id: number }[]): Query => ({
  include: listOf(items),
  per_page: String(BATCH),
})

const listOf = (items: readonly { id: number }[]): string => items.map(({ id }) => id).join(',')

/** As many at once as one request asks for. */
export function inBatches<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / BATCH) }, (_, index) =>
    items.slice(index * BATCH, (index + 1) * BATCH),
  )
}

/** Whole items with their terms and comments. One that the site cannot print does not hide the others. */
export async function* itemEvents(
  api: RestApi,
  site: string,
  names: RestNames,
  type: ItemType,
  batch: readonly { id: number }[],
): AsyncGenerator<SourceEvent> {
  const values = await fetchItems(api, type, batch)
  if (!Array.isArray(values)) {
    const middle = Math.ceil(batch.length / 2)
    if (batch.length <= 1) {
      const message = `${type.type} ${listOf(batch)} laissé de côté : ${values.message}`
      return yield { kind: 'warning', message }
    }
    yield* itemEvents(api, site, names, type, batch.slice(0, middle))
    yield* itemEvents(api, site, names, type, batch.slice(middle))
    return
  }
  const read = values.map(readObject)
  const items = read.flatMap((one) => (one.kind === 'item' && !isFile(one.item) ? [one.item] : []))
  await nameTags(api, names, items)
  const problem = await fetchComments(api, names, items)
  if (problem) yield { kind: 'warning', message: problem }
  for (const [index, one] of read.entries())
    yield* eventsOf(one, `${type.route}, élément ${index + 1}`, names, site)
}

async function fetchItems(
  api: RestApi,
  { route }: ItemType,
  batch: readonly { id: number }[],
): Promise<unknown[] | RestError> {
  const query = {
    ...idsOf(batch),
    _embed: 'author,wp:term',
    ...signed(api, 'any'),
  }
  try {
    const { value } = await api.get(route, query)
    return Array.isArray(value) ? value : []
  } catch (error) {
    if (error instanceof RestError && error.status >= 500) return error
    throw error
  }
}

/** Embedded terms stop at ten an item: the others are asked for by id. */
async function nameTags(api: RestApi, names: RestNames, items: readonly RestItem[]): Promise<void> {
  const ids = new Set(items.flatMap(({ tags }) => tags ?? []).filter((id) => !names.terms.has(id)))
  for (const batch of inBatches([...ids].map((id) => ({ id })))) {
    const { value } = await api.get('/wp/v2/tags', idsOf(batch))
    for (const term of Array.isArray(value) ? value : []) addName(term, names)
  }
}

/** Files the comments of items under them; says why when the site does not give them. */
async function fetchComments(
  api: RestApi,
  names: RestNames,
  items: readonly RestItem[],
): Promise<string | null> {
  names.comments.clear()
  // One item whose text is withheld would have those of all refused.
  const open = items.filter(({ content }) => api.isSigned || !content?.protected)
  if (open.length === 0) return null
  const statuses: Query[] = api.isSigned ? [{ context: 'edit' }, { context: 'edit', status: 'hold' }] : [{}]
  try {
    for (const query of statuses)
      for await (const page of api.pages('/wp/v2/comments', { post: listOf(open), ...query }))
        for (const value of page) addName(value, names)
    return null
  } catch (error) {
    if (!(error instanceof RestError) || error.status === 0) throw error
    return `commentaires laissés de côté : ${error.message}`
  }
}
