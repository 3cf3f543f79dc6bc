import { expect, it } from 'vitest'
import { saveArticle } from '../articles/save.ts'
import { sampleArticle } from '../testing/article.ts'
import { importedSite } from '../testing/import-site.ts'
import { wxrItem } from '../testing/wordpress.ts'

const { database, run, article } = await importedSite()

it('an import made by an earlier version is brought up to date once, says so, and touches nothing edited here', async () => {
  const items = [1, 2].map((id) => wxrItem({ id }))
  await run(...items)
  const { id } = await article('post-2')
  await saveArticle(database, sampleArticle('post-2', {}, 'Corrigé ici.'), { id })
  const before = await article('post-1')
  // What an earlier version wrote had fewer columns: its revisions are none that this one makes.
  await database.article.updateMany({ data: { importedRevision: 'ancienne' } })
  await database.article.update({ where: { id: before.id }, data: { revision: 'ancienne' } })
  await database.pendingRefresh.deleteMany()
  const edited = await article('post-2')

  const { report, reason } = await run(...items)
  expect(report.items.map(({ outcome }) => outcome)).toEqual(['updated', 'kept'])
  expect(reason(1)).toContain('la source est la même')
  expect(reason(2)).toContain('modifié ici')
  expect(await article('post-1')).toEqual({ ...before, savedAt: expect.any(Date) })
  expect(await article('post-2')).toEqual(edited)
  const refreshed = await database.pendingRefresh.findMany()
  expect(refreshed.filter(({ tag }) => tag.includes(String(before.id)))).toEqual([])

  const again = await run(...items)
  expect(again.report.items.map(({ outcome }) => outcome)).toEqual(['unchanged', 'kept'])
})
