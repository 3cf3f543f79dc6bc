/** One list of models, `schema.prisma`, for two engines: SQLite as it stands there, PostgreSQL derived from it. */
export type Provider = 'sqlite' | 'postgresql'

export const PROVIDERS: readonly Provider[] = ['sqlite', 'postgresql']

/** Which engine an address of `DATABASE_URL` names. */
export const providerOf = (url: string): Provider => (url.startsWith('file:') ? 'sqlite' : 'postgresql')

/** Which engine a client of Prisma was generated for, or a transaction of one. */
export const providerOfClient = (client: object): Provider =>
  Reflect.get(client, '_activeProvider') === 'postgresql' ? 'postgresql' : 'sqlite'

/**
 * The schema of a provider, from the text of `schema.prisma`. PostgreSQL keeps JSON as the text that was given
 * (`json`, not `jsonb`): the keys of a document stay in their order, which its revision is made from.
 */
export function schemaFor(provider: Provider, schema: string): string {
  if (provider === 'sqlite') return schema
  return schema
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../generated/prisma"', '"../generated/postgresql"')
    .replace(/^( +\w+ +Json\??)$/gm, '$1 @db.Json')
}
