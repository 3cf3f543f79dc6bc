import { describe, expect, it } from 'vitest'
import { archiveArticle } from '../articles/archive.ts'
import { saveArticle } from '../articles/save.ts'
import { importFiles } from '../import/import-files.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { articleInput } from '../testing/search.ts'
import { compareIndex, mendIndex, rebuildIndex } from './doctor.ts'
import { search } from './search.ts'

const now = new Date('2026-11-23T00:00:00Z')

const database = await temporaryDatabase()

describe('the index follows what is saved', () => {
  const paths = async (text: string, at = now) =>
    (await search(database, { text }, at)).hits.map(({ path }) => path)

  it('finds an article once it is saved, and its new words once it is changed', async () => {
    const { id } = await saveArticle(database, articleInput('Le zouave du pont', 'Il mesure la crue.'))
    expect(await paths('crue')).toEqual(['/a/'])
    await saveArticle(database, articleInput('Le zouave du pont', 'Il mesure la sécheresse.'), { id })
    expect(await paths('crue')).toEqual([])
    expect(await paths('secheresse')).toEqual(['/a/'])
    expect((await compareIndex(database)).faults).toEqual([])
  })

  it('finds neither drafts, nor what is to come, nor what was archived', async () => {
    const draft = articleInput('Un brouillon hirsute', 'x', '/brouillon/')
    await saveArticle(database, { ...draft, status: 'draft' })
    const later = articleInput('Un article futuriste', 'x', '/plus-tard/')
    await saveArticle(database, { ...later, publishedAt: new Date('2027-01-01') })
    const gone = await saveArticle(database, articleInput('Un article périmé', 'x', '/perime/'))
    await database.article.updateMany({ data: { importedRevision: 'r', revision: 'r' } })
    expect(await paths('périmé')).toEqual(['/perime/'])
    await archiveArticle(database, gone.id)
    expect(await paths('périmé')).toEqual([])
    expect(await paths('hirsute')).toEqual([])
    expect(await paths('futuriste')).toEqual([])
    expect(await paths('futuriste', new Date('2027-02-01'))).toEqual(['/plus-tard/'])
  })

  it('leaves nothing of a save that fails', async () => {
    const input = articleInput('Un naufrage', 'x', '/a/')
    await expect(saveArticle(database, input)).rejects.toThrow()
    expect(await paths('naufrage')).toEqual([])
  })

  it('is compared with the articles, mended and made anew', async () => {
    await importFiles(database, {
      files: ['content/magazine.xml'],
      media: null,
      dryRun: false,
      onProgress: () => {},
    })
    expect((await compareIndex(database)).faults).toEqual([])
    const { id } = await database.article.findUniqueOrThrow({ where: { path: '/retisser-pont-louvise/' } })
    await database.article.update({ where: { id }, data: { title: 'Un titre cacochyme' } })
    const { faults } = await compareIndex(database)
    expect(faults).toEqual([{ articleId: id, path: '/retisser-pont-louvise/', fault: 'stale' }])
    await mendIndex(database, faults)
    expect((await compareIndex(database)).faults).toEqual([])
    expect(await paths('cacochyme')).toEqual(['/retisser-pont-louvise/'])
    await rebuildIndex(database)
    expect((await compareIndex(database)).faults).toEqual([])
    expect((await paths('d’où vient la laine'))[0]).toBe('/retisser-pont-louvise/#laine')
  })
})
