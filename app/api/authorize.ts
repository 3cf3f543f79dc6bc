import { timingSafeEqual } from 'node:crypto'
import { env } from '../../lib/env.ts'

/** JSON that no cache keeps. */
export const answer = (status: number, body: object): Response =>
  Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })

/** Null for a request that carries the secret as `Bearer …`, else the refusal to answer with. */
export function refusalOf(
  incoming: Request,
  name = 'REVALIDATE_SECRET',
  secret = env.REVALIDATE_SECRET,
): Response | null {
  if (!secret) return answer(401, { error: `${name} n’est pas défini : cette adresse est fermée` })
  const given = Buffer.from(incoming.headers.get('authorization') ?? '')
  const expected = Buffer.from(`Bearer ${secret}`)
  const isSame = given.length === expected.length && timingSafeEqual(given, expected)
  return isSame ? null : answer(401, { error: 'secret refusé' })
}
