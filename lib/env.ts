import { z } from 'zod'

/** Environment variables, checked once. None is needed: `npm start` works with all of them absent. */
const environment = z.object({
  DATABASE_URL: z
    .string()
    .regex(
      /^(?:file:.+|postgres(?:ql)?:\/\/.+)/,
      'attendu : file:./data/chapo.db (fichier SQLite) ou postgresql://compte:mot-de-passe@hôte/base',
    )
    .default('file:./data/chapo.db'),
  MEDIA_DIR: z.string().min(1).default('./data/media'),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: 'attendu : une adresse http(s), par exemple https://www.exemple.fr' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  REVALIDATE_SECRET: z.string().min(16, 'au moins 16 caractères').optional(),
  SYNC_FROM: z
    .url({ protocol: /^https?$/, error: 'attendu : l’adresse http(s) du WordPress à suivre' })
    .optional(),
  SYNC_USER: z.string().min(1).optional(),
  SYNC_PASSWORD: z.string().min(1).optional(),
  SYNC_ALLOW_PRIVATE: z.enum(['0', '1']).optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/.+/, 'attendu : redis://hôte:6379')
    .optional(),
  EDGE_PURGE: z
    .string()
    .regex(
      /^(?:varnish|cloudflare|fastly):\/\/.+/,
      'attendu : varnish://hôte:port, cloudflare://JETON@ZONE ou fastly://CLÉ@SERVICE',
    )
    .optional(),
  CACHE_DB: z.string().min(1).default('./data/cache.db'),
})

export type Environment = z.infer<typeof environment>

/** Throws an error that names each wrong variable and what was expected. An empty variable counts as absent. */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const result = environment.safeParse(present)
  if (result.success) return result.data
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')} : ${issue.message}`)
  throw new Error(`Variables d’environnement à corriger :\n${lines.join('\n')}`)
}

/** A wrong setting stops the program with its message; a trace would only hide it. */
function readOrExit(): Environment {
  try {
    return readEnvironment(process.env)
  } catch (error) {
    console.error(`✗ ${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }
}

export const env = readOrExit()

/** The public address of the site, without a trailing slash. */
export const siteUrl = env.SITE_URL ?? `http://localhost:${env.PORT}`
