import { tagsToRefresh } from '../lib/articles/tags-to-refresh.ts'
import { refreshTags } from '../lib/freshness/refresh.ts'
import { readArguments, UsageError, withDatabase } from './usage.ts'

/** `revalidate --path P… --tag T… --slug S`: the same as `POST /api/revalidate`, on this host's servers. */
export async function revalidateCommand(args: string[]): Promise<void> {
  const { values } = readArguments({
    args,
    options: {
      path: { type: 'string', multiple: true },
      tag: { type: 'string', multiple: true },
      slug: { type: 'string' },
    },
  })
  const { path: paths, tag: tags, slug } = values
  if (!paths && !tags && !slug) throw new UsageError('revalidate : --path, --tag ou --slug')
  const wrong = paths?.find((path) => !path.startsWith('/'))
  if (wrong !== undefined) throw new UsageError(`--path ${wrong} : un chemin commence par « / »`)
  await withDatabase(async (database) => {
    const found = await tagsToRefresh({ paths, tags, slug }, database)
    if (found.length === 0) throw new UsageError(`aucun article n’a le slug « ${slug} »`)
    await refreshTags(found)
    console.log(`Rafraîchi : ${found.join(', ')}`)
  })
}
