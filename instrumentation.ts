/**
 * Next calls this once, before a server answers. On Vercel, where no process stays, `GET /api/cron` ticks instead and
 * the platform tells who asks.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.VERCEL) return
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  const { noteRemoteAddresses } = await import('./lib/net/client-address.ts')
  noteRemoteAddresses()
  const { readAnyAddress } = await import('./lib/net/readable-address.ts')
  readAnyAddress()
  const { startTicking } = await import('./lib/articles/tick.ts')
  startTicking()
}
