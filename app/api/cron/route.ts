import { revalidateTag } from 'next/cache'
import { tick } from '../../../lib/articles/tick.ts'
import { database } from '../../../lib/db.ts'
import { env } from '../../../lib/env.ts'
import { answer, refusalOf } from '../authorize.ts'

/** What a server does by itself each second, for a platform whose scheduler calls: `Bearer CRON_SECRET`. */
export async function GET(incoming: Request): Promise<Response> {
  const refusal = refusalOf(incoming, 'CRON_SECRET', env.CRON_SECRET)
  if (refusal) return refusal
  const tags = await tick(await database())
  for (const tag of tags) revalidateTag(tag, { expire: 0 })
  return answer(200, { refreshed: tags, at: new Date().toISOString() })
}
