import { connection } from 'next/server'
import { getRecentPaths } from '../../../lib/articles/read.ts'
import { env } from '../../../lib/env.ts'
import { encodePath } from '../../../lib/routes.ts'
import { answer } from '../authorize.ts'

/** Pages made before readers come: the front page and the newest articles. */
const HOT = 20

async function warmUp(): Promise<void> {
  const paths = await getRecentPaths(HOT).catch(() => [])
  for (const path of ['/', ...paths.map(encodePath)]) {
    const signal = AbortSignal.timeout(5000)
    await fetch(`http://127.0.0.1:${env.PORT}${path}`, { signal }).then(
      (page) => page.arrayBuffer(),
      () => {},
    )
  }
}

let state: 'cold' | 'warming' | 'warm' = 'cold'

/**
 * For what shares readers out among nodes: 200 once the hot pages are made, 503 before. The first question starts it.
 * Then it stays 200: a node whose database is down still serves what is made, which `/api/health` would not say.
 */
export async function GET(): Promise<Response> {
  await connection()
  if (state === 'cold') {
    state = 'warming'
    void warmUp().finally(() => {
      state = 'warm'
    })
  }
  return state === 'warm' ? answer(200, { ready: true }) : answer(503, { ready: false })
}
