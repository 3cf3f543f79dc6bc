import { revalidateTag } from 'next/cache'
import { after } from 'next/server'
import { z } from 'zod'
import { tagsToRefresh } from '../../../lib/articles/tags-to-refresh.ts'
import { announce } from '../../../lib/freshness/websub.ts'
import { answer, refusalOf } from '../authorize.ts'

const request = z
  .strictObject({
    paths: z.array(z.string().startsWith('/').max(2000)).max(1000).optional(),
    tags: z.array(z.string().min(1).max(256)).max(1000).optional(),
    slug: z.string().min(1).max(500).optional(),
  })
  .refine(({ paths, tags, slug }) => paths || tags || slug, 'attendu : paths, tags ou slug')

/** Refreshes pages: `{ "paths": […] }`, `{ "tags": […] }` or `{ "slug": "…" }`. Answers with what was refreshed. */
export async function POST(incoming: Request): Promise<Response> {
  const refusal = refusalOf(incoming)
  if (refusal) return refusal
  const body: unknown = await incoming.json().catch(() => undefined)
  const parsed = request.safeParse(body)
  if (!parsed.success) return answer(400, { error: z.prettifyError(parsed.error) })
  const tags = await tagsToRefresh(parsed.data)
  for (const tag of tags) revalidateTag(tag, { expire: 0 })
  after(() => announce(tags))
  return answer(200, { refreshed: tags, at: new Date().toISOString() })
}
