import { beforeAll, describe, expect, it } from 'vitest'
import { importFiles } from '../import/import-files.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { firstNames } from './names.ts'

const now = new Date('2026-11-23T00:00:00Z')
const database = await temporaryDatabase()

describe('names suggested while a reader types', () => {
  beforeAll(async () => {
    await importFiles(database, {
      files: ['content/magazine.xml'],
      media: null,
      dryRun: false,
      onProgress: () => {},
    })
    const term = await database.term.create({
      data: { type: 'series', slug: 'gens-du-fleuve', name: 'Gens du fleuve' },
    })
    const { id: articleId } = await database.article.findFirstOrThrow({ where: { status: 'published' } })
    await database.articleTerm.create({ data: { articleId, termId: term.id, publishedAt: now } })
    await database.person.create({ data: { slug: 'varamine-sans-article', name: 'Varamine Sans Article' } })
  })

  const pathsOf = async (text: string) => (await firstNames(database, text, 3, now)).map(({ path }) => path)

  it('says what each stands for', async () => {
    expect(await firstNames(database, 'varam', 3, now)).toEqual([
      { text: 'Élise Varambon', note: 'Personne', path: '/personne/elise-varambon/' },
    ])
    expect((await firstNames(database, 'fleuv', 3, now))[0]?.note).toBe('Dossier')
  })

  it.each([
    ['varam', ['/personne/elise-varambon/']],
    ['Élise VARAM', ['/personne/elise-varambon/']],
    ['elis', ['/personne/elise-varambon/']],
    ['fleuv', ['/dossier/gens-du-fleuve/']],
    // Inside a word, too short, a stop word, a wildcard, another word that the name does not have
    ['rambon', []],
    ['va', []],
    ['du', []],
    ['v%n', []],
    ['varam violon', []],
    ['', []],
  ])('%j leads to %j', async (text, paths) => {
    expect(await pathsOf(text)).toEqual(paths)
  })
})
