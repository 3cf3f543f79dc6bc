import { timingSafeEqual } from 'node:crypto'
import { revalidateTag } from 'next/cache'
import { z } from 'zod'
import { tagsToRefresh } from '../../../lib/articles/tags-to-refresh.ts'
import { env } from '../../../lib/env.ts'

const request = z
  .strictObject({
    paths: z.array(z.string().startsWith('/').max(2000)).max(1000).optional(),
    tags: z.array(z.string().min(1).max(256)).max(1000).optional(),
    slug: z.string().min(1).max(500).optional(),
  })
  .refine(({ paths, tags, slug }) => paths || tags || slug, 'attendu : paths, tags ou slug')

function isAuthorized(header: string | null, secret: string): boolean {
  const given = Buffer.from(header ?? '')
  const expected = Buffer.from(`Bearer ${secret}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** Refreshes pages: `{ "paths": […] }`, `{ "tags": […] }` or `{ "slug": "…" }`. Answers with what was refreshed. */
export async function POST(incoming: Request): Promise<Response> {
  const secret = env.REVALIDATE_SECRET
  if (!secret)
    return answer(401, { error: 'REVALIDATE_SECRET n’est pas défini : le rafraîchissement est fermé' })
  if (!isAuthorized(incoming.headers.get('authorization'), secret))
    return answer(401, { error: 'secret refusé' })
  const body: unknown = await incoming.json().catch(() => undefined)
  const parsed = request.safeParse(body)
  if (!parsed.success) return answer(400, { error: z.prettifyError(parsed.error) })
  const tags = await tagsToRefresh(parsed.data)
  for (const tag of tags) revalidateTag(tag, { expire: 0 })
  return answer(200, { refreshed: tags, at: new Date().toISOString() })
}
