import { type Decision, decide } from '../lib/articles/change-status.ts'
import type { Database } from '../lib/db.ts'
import { refreshPending } from '../lib/freshness/pending.ts'
import { printReceipt } from './revalidate.ts'
import { readArguments, UsageError, withDatabase } from './usage.ts'

const DONE: Record<Decision['kind'], string> = {
  publish: 'Publié',
  schedule: 'Programmé',
  unpublish: 'Rendu aux brouillons',
  withdraw: 'Retiré',
  delete: 'Supprimé',
}

/** `--at` is an instant: `2026-12-01T10:00:00+01:00`. Publishing needs none; scheduling needs one to come. */
function readDecision(name: string, at: string | undefined, now: Date): Decision {
  const instant = at === undefined ? null : new Date(at)
  const hasZone = at === undefined || /(?:Z|[+-]\d{2}:?\d{2})$/.test(at)
  if (instant && (Number.isNaN(instant.getTime()) || !hasZone))
    throw new UsageError(`--at ${at} : attendu une date avec son fuseau, 2026-12-01T10:00:00+01:00`)
  if (name === 'publish' && instant && instant > now)
    throw new UsageError('publish : --at est à venir, c’est schedule qu’il faut')
  if (name === 'publish') return { kind: name, at: instant ?? now }
  if (name === 'schedule') {
    if (!instant || instant <= now) throw new UsageError('schedule : --at dit quand, et c’est à venir')
    return { kind: name, at: instant }
  }
  if (instant) throw new UsageError(`${name} : --at ne sert qu’à publish et schedule`)
  if (name === 'unpublish' || name === 'withdraw' || name === 'delete') return { kind: name }
  throw new UsageError('article : publish, schedule, unpublish, withdraw ou delete')
}

/** What is stored is never lost: a refresh that fails stays noted, and the server's next tick delivers it. */
async function deliver(database: Database): Promise<void> {
  await refreshPending(database).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    console.error(
      `Enregistré, mais les pages attendent leur rafraîchissement, que le serveur reprendra : ${reason}`,
    )
  })
}

/** `article publish|schedule|unpublish|withdraw|delete --path P [--at DATE] [--wait]`. */
export async function articleCommand(args: string[]): Promise<void> {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: {
      path: { type: 'string' },
      at: { type: 'string' },
      wait: { type: 'boolean', default: false },
    },
  })
  const { path, at, wait } = values
  const decision = readDecision(positionals.join(' '), at, new Date())
  if (!path?.startsWith('/')) throw new UsageError('article : --path dit lequel, /son-adresse/')
  await withDatabase(async (database) => {
    const article = await database.article.findUnique({ where: { path }, select: { id: true } })
    if (!article) throw new UsageError(`${path} : aucun article n’a cette adresse`)
    const tags = await decide(database, article.id, decision)
    await deliver(database)
    console.log(`${DONE[decision.kind]} : ${path}`)
    await printReceipt(database, tags, wait)
  })
}
