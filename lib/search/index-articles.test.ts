import { describe, expect, it } from 'vitest'
import { archiveArticle } from '../articles/archive.ts'
import { renameTerm } from '../articles/rename.ts'
import { mergePeople } from '../articles/review-people.ts'
import { saveArticle } from '../articles/save.ts'
import { saveTerms } from '../articles/terms.ts'
import { importFiles } from '../import/import-files.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { articleInput } from '../testing/search.ts'
import { compareIndex, isIndexOutdated, mendIndex, rebuildIndex } from './doctor.ts'
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

  it('follows names that change outside of a save: of terms, of people, of the categories above', async () => {
    const term = (slug: string, name: string, parent: string | null = null) => ({ slug, name, parent })
    const category = { ...term('fleuves', 'Fleuves'), type: 'category' as const }
    await saveArticle(database, {
      ...articleInput('Le zouave et ses pieds', 'x', '/pieds/'),
      tags: [term('crues', 'Crues')],
      categories: [category],
      credits: [{ name: 'Alix Roye', role: 'author' }],
    })
    const other = articleInput('La passerelle', 'x', '/passerelle/')
    await saveArticle(database, { ...other, credits: [{ name: 'Camille Vautrin', role: 'author' }] })
    const known = { type: 'tag', slug: 'crues', name: 'Crues' } as const
    await database.$transaction((transaction) => renameTerm(transaction, known, 'Inondations'))
    expect(await paths('inondations')).toEqual(['/pieds/'])
    expect(await paths('"crues"')).toEqual([])

    await mergePeople(database, 'alix-roye', 'camille-vautrin')
    expect((await paths('vautrin')).toSorted()).toEqual(['/passerelle/', '/pieds/'])

    const above = { ...term('eaux', 'Hydrographie'), type: 'category' as const }
    await database.$transaction((transaction) =>
      saveTerms(transaction, [above, { ...category, parent: 'eaux' }]),
    )
    expect(await paths('hydrographie')).toEqual(['/pieds/'])
    expect((await compareIndex(database)).faults).toEqual([])
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
    expect(await isIndexOutdated(database)).toBe(false)
    await database.$executeRaw`UPDATE search_entry SET fingerprint = 'of a former version'`
    expect(await isIndexOutdated(database)).toBe(true)
    await rebuildIndex(database)
    expect((await compareIndex(database)).faults).toEqual([])
    expect((await paths('d’où vient la laine'))[0]).toBe('/retisser-pont-louvise/#laine')
  })
})
