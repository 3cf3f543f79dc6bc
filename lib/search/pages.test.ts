import { beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../import/import-files.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { search } from './search.ts'

/** The same on both engines: `vitest.services.config.ts` runs it on PostgreSQL. */
const now = new Date('2026-11-23T00:00:00Z')
const database = await temporaryDatabase()

describe('pages that a search names', () => {
  beforeAll(() =>
    importFiles(database, {
      files: ['content/magazine.xml'],
      media: null,
      dryRun: false,
      onProgress: () => {},
    }),
  )

  const pathsOf = async (text: string) =>
    (await search(database, { text }, now)).pages.map(({ path }) => path)

  it.each([
    ['Maëlle Garancier', ['/personne/maelle-garancier/']],
    ['garancier maelle', ['/personne/maelle-garancier/']],
    ['GARANCIER', ['/personne/maelle-garancier/']],
    ['entretien avec Élise Varambon', ['/personne/elise-varambon/']],
    // A typo
    ['élise varembon', ['/personne/elise-varambon/']],
    ['lamblard', ['/personne/jeanne-lamblard/', '/personne/romaric-lamblard/']],
    ['les quatre saisons du bois', ['/dossier/les-quatre-saisons-du-bois/']],
    ['entretiens', ['/category/entretiens/']],
    // A first name alone, a word of a longer name, somebody who is left out
    ['maëlle', []],
    ['saisons', []],
    ['violon -varambon', []],
    ['', []],
  ])('%j offers %j', async (text, paths) => {
    expect((await pathsOf(text)).toSorted()).toEqual(paths)
  })

  it('says what somebody does and how many pieces their page has', async () => {
    const [page] = (await search(database, { text: 'Élise Varambon' }, now)).pages
    expect(page).toMatchObject({
      label: 'Personne',
      name: 'Élise Varambon',
      roles: ['interviewee'],
      count: 1,
    })
    const { id } = await database.person.findUniqueOrThrow({ where: { slug: 'maelle-garancier' } })
    const own = await database.credit.groupBy({
      by: ['articleId'],
      where: { personId: id, article: { status: 'published', publishedAt: { lte: now } } },
    })
    const [signing] = (await search(database, { text: 'Garancier' }, now)).pages
    expect(signing?.count).toBe(own.length)
    expect(signing?.roles[0]).toBe('author')
  })

  it('offers none where the search is narrowed', async () => {
    const filters = { section: null, tag: null, person: null, year: 2024 }
    expect((await search(database, { text: 'Garancier', filters }, now)).pages).toEqual([])
  })
})
