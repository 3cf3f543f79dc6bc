import { z } from 'zod'
import { database } from '../../../lib/db.ts'
import { env } from '../../../lib/env.ts'
import type { ImportReport } from '../../../lib/import/report.ts'
import { syncItem } from '../../../lib/import/sync.ts'
import { SourceError } from '../../../lib/wordpress/source.ts'
import { answer, refusalOf } from '../authorize.ts'

const request = z.strictObject({ id: z.number().int().positive() })

/** One at a time: two calls for a new item would both create it. */
let last: Promise<unknown> = Promise.resolve()

/** Takes one item of the WordPress at `SYNC_FROM` as it is now: `{ "id": 6627 }`. Answers with what became of it. */
export async function POST(incoming: Request): Promise<Response> {
  const refusal = refusalOf(incoming)
  if (refusal) return refusal
  const { SYNC_FROM: from } = env
  if (!from) return answer(400, { error: 'SYNC_FROM n’est pas défini : aucun WordPress à suivre' })
  const body: unknown = await incoming.json().catch(() => undefined)
  const parsed = request.safeParse(body)
  if (!parsed.success) return answer(400, { error: z.prettifyError(parsed.error) })
  const turn = last.then(() => sync(from, parsed.data.id))
  last = turn.catch(() => {})
  try {
    return toAnswer(await turn)
  } catch (error) {
    if (error instanceof SourceError) return answer(502, { error: error.message })
    throw error
  }
}

async function sync(from: string, id: number): Promise<ImportReport> {
  const { SYNC_USER: user, SYNC_PASSWORD: password } = env
  const account = user && password ? { user, password } : null
  const allowPrivate = env.SYNC_ALLOW_PRIVATE === '1'
  const options = { from, account, allowPrivate, media: from, dryRun: false, onProgress: () => {}, pause: 0 }
  return syncItem(await database(), options, id)
}

function toAnswer({ items, files, warnings }: ImportReport): Response {
  const error = files.find((file) => file.error !== null)?.error
  if (error) return answer(502, { error })
  const done = items.map(({ type, id, path, outcome, reason }) => ({ type, id, path, outcome, reason }))
  return answer(done.length > 0 ? 200 : 404, { items: done, warnings })
}
