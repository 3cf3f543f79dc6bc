import { access, constants } from 'node:fs/promises'
import { connection } from 'next/server'
import { database } from '../../../lib/db.ts'
import { env } from '../../../lib/env.ts'

async function state(check: () => Promise<unknown>): Promise<'ok' | 'en panne'> {
  try {
    await check()
    return 'ok'
  } catch (error) {
    console.error('Contrôle de santé :', error)
    return 'en panne'
  }
}

/** 200 when every part answers, 503 otherwise, with the state of each. */
export async function GET(): Promise<Response> {
  await connection()
  const parts = {
    database: await state(async () => (await database()).article.findFirst({ select: { id: true } })),
    media: await state(() => access(env.MEDIA_DIR, constants.R_OK)),
  }
  const isHealthy = Object.values(parts).every((part) => part === 'ok')
  return Response.json(parts, { status: isHealthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } })
}
