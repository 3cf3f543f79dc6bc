import { timingSafeEqual } from 'node:crypto'
import { env } from '../../lib/env.ts'

/** JSON that no cache keeps. */
export const answer = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** Null for a request that carries `Bearer REVALIDATE_SECRET`, else the refusal to answer with. */
export function refusalOf(incoming: Request): Response | null {
  const secret = env.REVALIDATE_SECRET
  if (!secret)
    return answer(401, { error: 'REVALIDATE_SECRET n’est pas défini : le rafraîchissement est fermé' })
  const given = Buffer.from(incoming.headers.get('authorization') ?? '')
  const expected = Buffer.from(`Bearer ${secret}`)
  const isSame = given.length === expected.length && timingSafeEqual(given, expected)
  return isSame ? null : answer(401, { error: 'secret refusé' })
}
