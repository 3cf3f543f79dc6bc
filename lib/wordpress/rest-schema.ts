import { z } from 'zod'

/** What the REST API of WordPress answers, as far as it is read. Plugins add fields and change others: see `parseItem`. */

/** The largest number that the database takes. */
const LARGEST = 2 ** 31 - 1
const id = z.number().int().nonnegative().max(LARGEST)
const ids = z.array(z.number().int())
/** `{ raw, rendered }`: raw with `context=edit` only. Some plugins give the text itself. */
const text = z.union([
  z.string().transform((rendered) => ({ rendered, raw: undefined, protected: false })),
  z.object({
    rendered: z.string().default(''),
    raw: z.string().optional(),
    protected: z.boolean().default(false),
  }),
])
export type RestText = z.infer<typeof text>

/** An account: `/users`, or the embedded author. */
const restUser = z.object({ id: id.min(1), name: z.string().default(''), slug: z.string().default('') })
export type RestUser = z.infer<typeof restUser>

/** A category, a tag, a term of another taxonomy; `parent` is an id. */
const restTerm = z.object({
  id: id.min(1),
  taxonomy: z.string().min(1),
  slug: z.string(),
  name: z.string(),
  parent: id.default(0),
})
export type RestTerm = z.infer<typeof restTerm>

const restComment = z.object({
  id: id.min(1),
  post: id,
  parent: id.default(0),
  author_name: z.string().default(''),
  author_url: z.string().default(''),
  date: z.string().default(''),
  content: text,
  status: z.string().default('approved'),
  type: z.string().default('comment'),
})
export type RestComment = z.infer<typeof restComment>

const links = z.object({ self: z.array(z.object({ href: z.string() })).optional() })
const embedded = z.object({
  author: z.array(z.unknown()).optional(),
  'wp:featuredmedia': z.array(z.unknown()).optional(),
  'wp:term': z.array(z.array(z.unknown())).optional(),
})

/** A post, a page, a file of the library, or an item of another type. */
const restItem = z.object({
  id: id.min(1),
  type: z.string().nullish(),
  status: z.string().nullish(),
  title: text.nullish(),
  slug: z.string().nullish(),
  link: z.string().nullish(),
  guid: text.nullish(),
  content: text.nullish(),
  excerpt: text.nullish(),
  caption: text.nullish(),
  description: text.nullish(),
  date: z.string().nullish(),
  date_gmt: z.string().nullish(),
  modified: z.string().nullish(),
  modified_gmt: z.string().nullish(),
  author: id.nullish(),
  password: z.string().nullish(),
  parent: id.nullish(),
  /** The item that a file was uploaded for. */
  post: id.nullish(),
  menu_order: z.number().int().min(-LARGEST).max(LARGEST).nullish(),
  sticky: z.boolean().nullish(),
  comment_status: z.string().nullish(),
  featured_media: id.nullish(),
  mime_type: z.string().nullish(),
  source_url: z.string().nullish(),
  alt_text: z.string().nullish(),
  media_details: z
    .object({ width: z.coerce.number().optional(), height: z.coerce.number().optional() })
    .nullish(),
  categories: ids.nullish(),
  tags: ids.nullish(),
  /** PHP writes an empty map as a list. */
  meta: z.union([z.record(z.string(), z.unknown()), z.array(z.unknown()).transform(() => ({}))]).nullish(),
  yoast_head_json: z
    .object({
      description: z.string().optional(),
      robots: z.object({ index: z.string().optional() }).optional(),
    })
    .nullish(),
  _links: links.nullish(),
  _embedded: embedded.nullish(),
})
export type RestItem = z.infer<typeof restItem>

/** True for a file of the library. */
export const isFile = ({ type, source_url }: RestItem): boolean =>
  type === 'attachment' || Boolean(source_url)

/** What WordPress answers when it refuses. */
const restError = z.object({ code: z.string(), message: z.string() })

/** One object of an answer, told by its fields: saved files carry any name. */
export type RestObject =
  | { kind: 'item'; item: RestItem; warnings: string[] }
  | { kind: 'user'; user: RestUser }
  | { kind: 'term'; term: RestTerm }
  | { kind: 'comment'; comment: RestComment }
  | { kind: 'refusal'; message: string }
  | { kind: 'unknown'; reason: string }

/** Reads one object; `reason` names the field that is not as expected, in French. */
export function readObject(value: unknown): RestObject {
  if (!isRecord(value)) return { kind: 'unknown', reason: 'ce n’est pas un objet' }
  const has = (name: string) => Object.hasOwn(value, name)
  if (has('taxonomy') && has('slug') && !has('content'))
    return parsed(restTerm, value, (term) => ({ kind: 'term', term }))
  if (has('author_name') && has('post'))
    return parsed(restComment, value, (comment) => ({ kind: 'comment', comment }))
  if (has('content') || has('title') || has('source_url')) return parseItem(value)
  if (has('id') && has('name') && has('slug'))
    return parsed(restUser, value, (user) => ({ kind: 'user', user }))
  if (has('code') && has('message'))
    return parsed(restError, value, ({ code, message }) => ({
      kind: 'refusal',
      message: `${message} (${code})`,
    }))
  return { kind: 'unknown', reason: 'ni article, ni média, ni compte, ni terme, ni commentaire' }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An embedded author, picture or term; null for what WordPress refused to embed. */
export const embeddedUser = (value: unknown): RestUser | null => restUser.safeParse(value).data ?? null
export const embeddedTerm = (value: unknown): RestTerm | null => restTerm.safeParse(value).data ?? null

function parsed<T>(schema: z.ZodType<T>, value: unknown, use: (data: T) => RestObject): RestObject {
  const result = schema.safeParse(value)
  return result.success ? use(result.data) : { kind: 'unknown', reason: reasonOf(result.error) }
}

/** Without these an article is not one: a fault there leaves the item out. */
const ESSENTIAL = new Set(['id', 'content', 'title', 'type', 'status', 'password'])

/** An item whose lesser fields are not as WordPress writes them is read without them, and says so. */
function parseItem(value: Record<string, unknown>): RestObject {
  const first = restItem.safeParse(value)
  if (first.success) return { kind: 'item', item: first.data, warnings: [] }
  const faults = new Set(first.error.issues.map(({ path }) => String(path[0])))
  const kept = Object.fromEntries(Object.entries(value).filter(([name]) => !faults.has(name)))
  const isEssential = [...faults].some((name) => ESSENTIAL.has(name))
  const second = isEssential ? first : restItem.safeParse(kept)
  if (!second.success) return { kind: 'unknown', reason: reasonOf(second.error) }
  const warnings = [...faults].map((name) => `champ ${name} : forme inattendue, laissé de côté`)
  return { kind: 'item', item: second.data, warnings }
}

const reasonOf = (error: z.ZodError): string =>
  error.issues.map(({ path, message }) => `champ ${path.join('.')} : ${message}`).join(' ; ')
