import { writeReceipt } from '../lib/articles/receipts.ts'
import { tagsToRefresh } from '../lib/articles/tags-to-refresh.ts'
import type { Database } from '../lib/db.ts'
import { receiptText } from '../lib/freshness/receipt.ts'
import { refreshTags } from '../lib/freshness/refresh.ts'
import { announce } from '../lib/freshness/websub.ts'
import { readArguments, UsageError, withDatabase } from './usage.ts'

/**
 * Reads back what was refreshed when `wait` asks for it, and prints the receipt; exit code 1 when a page is still old.
 * A receipt needs the servers to be up.
 */
export async function printReceipt(
  database: Database,
  tags: readonly string[],
  wait: boolean,
): Promise<void> {
  if (!wait) return
  const receipt = await writeReceipt(database, tags)
  console.log(receiptText(receipt))
  if (receipt.late.length > 0) process.exitCode = 1
}

/** `revalidate --path P… --tag T… --slug S [--wait]`: the same as `POST /api/revalidate`, on this host's servers. */
export async function revalidateCommand(args: string[]): Promise<void> {
  const { values } = readArguments({
    args,
    options: {
      path: { type: 'string', multiple: true },
      tag: { type: 'string', multiple: true },
      slug: { type: 'string' },
      wait: { type: 'boolean', default: false },
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
    await announce(found)
    console.log(`Rafraîchi : ${found.join(', ')}`)
    await printReceipt(database, found, values.wait)
  })
}
