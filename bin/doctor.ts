import { compareIndex, mendIndex, rebuildIndex } from '../lib/search/doctor.ts'
import { readArguments, withDatabase } from './usage.ts'

const NAMES = {
  absent: 'absent de l’index',
  stale: 'changé depuis',
  'left-over': 'resté dans l’index',
} as const

/**
 * `doctor`: compares the search index with the articles and mends what differs; `--rebuild`, makes it anew. Exit code 0
 * when the index is right in the end.
 */
export async function doctorCommand(args: string[]): Promise<void> {
  const { values } = readArguments({ args, options: { rebuild: { type: 'boolean' } } })
  await withDatabase(async (database) => {
    if (values.rebuild)
      console.log(`Index de recherche refait : ${await rebuildIndex(database)} articles lus`)
    const { count, faults } = await compareIndex(database)
    for (const { articleId, path, fault } of faults)
      console.error(`✗ ${path ?? `article ${articleId}`} : ${NAMES[fault]}`)
    console.log(`Recherche : ${count} articles comparés à l’index, ${faults.length} à reprendre`)
    if (faults.length === 0) return
    await mendIndex(database, faults)
    const left = (await compareIndex(database)).faults.length
    console.log(
      left === 0 ? 'Index repris.' : `${left} articles restent à reprendre : --rebuild refait l’index`,
    )
    if (left > 0) process.exitCode = 1
  })
}
