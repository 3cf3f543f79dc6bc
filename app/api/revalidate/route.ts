import { revalidateTag } from 'next/cache'
import { after } from 'next/server'
import { z } from 'zod'
import { writeReceipt } from '../../../lib/articles/receipts.ts'
import { tagsToRefresh } from '../../../lib/articles/tags-to-refresh.ts'
import { database } from '../../../lib/db.ts'
import { refreshTags } from '../../../lib/freshness/refresh.ts'
import { announce } from '../../../lib/freshness/websub.ts'
import { answer, refusalOf } from '../authorize.ts'

const request = z
  .strictObject({
    paths: z.array(z.string().startsWith('/').max(2000)).max(1000).optional(),
    tags: z.array(z.string().min(1).max(256)).max(1000).optional(),
    slug: z.string().min(1).max(500).optional(),
    wait: z.boolean().optional(),
  })
  .refine(({ paths, tags, slug }) => paths || tags || slug, 'attendu : paths, tags ou slug')

/**
 * Refreshes pages: `{ "paths": […] }`, `{ "tags": […] }` or `{ "slug": "…" }`. Answers with what was refreshed, and with
 * `"wait": true` once every server shows it, with the receipt.
 */
export async function POST(incoming: Request): Promise<Response> {
  const refusal = refusalOf(incoming)
  if (refusal) return refusal
  const body: unknown = await incoming.json().catch(() => undefined)
  const parsed = request.safeParse(body)
  if (!parsed.success) return answer(400, { error: z.prettifyError(parsed.error) })
  const tags = await tagsToRefresh(parsed.data)
  for (const tag of tags) revalidateTag(tag, { expire: 0 })
  after(() => announce(tags))
  const refreshed = { refreshed: tags, at: new Date().toISOString() }
  if (!parsed.data.wait) return answer(200, refreshed)
  // Next delivers what `revalidateTag` was told when this request ends: the receipt cannot wait for that.
  await refreshTags(tags)
  return answer(200, { ...refreshed, receipt: await writeReceipt(await database(), tags) })
}
