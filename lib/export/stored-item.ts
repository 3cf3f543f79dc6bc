import { z } from 'zod'

/** What an export takes from the untouched source item of an article; anything odd in it counts as absent. */
const comment = z.object({
  id: z.number(),
  parent: z.number(),
  author: z.string(),
  authorUrl: z.string(),
  date: z.string(),
  content: z.string(),
  status: z.string(),
  type: z.string(),
})
const term = z.object({ taxonomy: z.string(), slug: z.string(), name: z.string() })
const storedItem = z.object({
  id: z.number().catch(0),
  type: z.string().catch('post'),
  title: z.string().catch(''),
  slug: z.string().catch(''),
  link: z.string().catch(''),
  content: z.string().catch(''),
  commentsOpen: z.boolean().catch(false),
  creator: z.string().catch(''),
  guid: z.string().catch(''),
  status: z.string().catch(''),
  excerpt: z.string().catch(''),
  date: z.string().catch(''),
  dateGmt: z.string().catch(''),
  modified: z.string().catch(''),
  modifiedGmt: z.string().catch(''),
  password: z.string().catch(''),
  parent: z.number().catch(0),
  menuOrder: z.number().catch(0),
  sticky: z.boolean().catch(false),
  terms: z.array(term).catch([]),
  meta: z.record(z.string(), z.string()).catch({}),
  comments: z.array(comment).catch([]),
})

export type StoredItem = z.infer<typeof storedItem>

/** The source item as it was stored; an empty one for an article that was written here. */
export function readStoredItem(json: unknown): StoredItem {
  return storedItem.safeParse(json).data ?? storedItem.parse({})
}
