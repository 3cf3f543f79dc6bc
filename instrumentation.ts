/** Runs when a server starts. On Vercel, where no process stays, `GET /api/cron` ticks instead. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.VERCEL) return
  if (process.env.NEXT_PHASE === 'phase-production-build') return
  const { startTicking } = await import('./lib/articles/tick.ts')
  startTicking()
}
