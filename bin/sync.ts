import { env } from '../lib/env.ts'
import type { RestOptions } from '../lib/import/rest-api.ts'
import { checkMedia, type ReportValues, reportOptions, runImport } from './import-report.ts'
import { readArguments, UsageError } from './usage.ts'

/** Options that say which live site is read, and as whom. */
export const liveOptions = {
  from: { type: 'string' },
  user: { type: 'string' },
  password: { type: 'string' },
} as const

type LiveValues = { from?: string; user?: string; password?: string; 'allow-private': boolean }

/** The live site of a command line, each thing it does not say taken from the environment. */
export function liveSite(values: LiveValues): RestOptions {
  const { from = env.SYNC_FROM, user = env.SYNC_USER, password = env.SYNC_PASSWORD } = values
  if (!from) throw new UsageError('sync : --from, ou SYNC_FROM, dit quel site suivre')
  if (!/^https?:\/\//.test(from) || !URL.canParse(from))
    throw new UsageError(`--from ${from} : attendu, une adresse http(s)`)
  if (!user !== !password)
    throw new UsageError('--user et --password (mot de passe d’application) vont ensemble')
  const allowPrivate = values['allow-private'] || env.SYNC_ALLOW_PRIVATE === '1'
  return { from, account: user && password ? { user, password } : null, allowPrivate }
}

/** `sync [--from URL] [--user U --password P] [--media DIR] [--report FILE.json] [--dry-run]`: mirrors a live site. */
export async function syncCommand(args: string[]): Promise<void> {
  const { values } = readArguments({ args, options: { ...liveOptions, ...reportOptions } })
  await syncFrom(liveSite(values), values)
}

/** Brings a live site in: all of it the first time, what changed afterwards. */
export async function syncFrom(site: RestOptions, values: ReportValues): Promise<void> {
  checkMedia(values.media)
  // An import of files goes without it.
  const { syncSite } = await import('../lib/import/sync.ts')
  await runImport(values, (database, options) => syncSite(database, { ...site, ...options }))
}
