import { beforeAll, describe, expect, it } from 'vitest'
import { ofPerson } from '../articles/queries.ts'
import { saveArticle } from '../articles/save.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { articleInput } from '../testing/search.ts'
import { search } from './search.ts'
import { noFilters } from './types.ts'

const now = new Date('2026-11-23T00:00:00Z')
const database = await temporaryDatabase()

describe('a search narrowed to a person', () => {
  beforeAll(async () => {
    const person = await database.person.create({ data: { slug: 'ada', name: 'Ada' } })
    const mentions = [
      ['/signe/', null],
      ['/accepte/', { status: 'accepted', confidence: 0.1 }],
      ['/sur/', { status: 'proposed', confidence: 0.9 }],
      ['/douteux/', { status: 'proposed', confidence: 0.2 }],
      ['/refuse/', { status: 'refused', confidence: 1 }],
      ['/autre/', null],
    ] as const
    for (const [path, mention] of mentions) {
      const { id: articleId } = await saveArticle(database, articleInput('Le zouave', 'Une crue.', path))
      const key = { articleId, personId: person.id }
      if (mention) await database.mention.create({ data: { ...key, origin: 'title', ...mention } })
      if (path === '/signe/' || path === '/sur/')
        await database.credit.create({ data: { ...key, role: 'author', position: 0 } })
    }
  })

  const found = (person: string | null) =>
    search(database, { text: 'crue', filters: { ...noFilters, person } }, now)

  it('gives what they sign and where they are named for readers, as their own page does', async () => {
    const person = await database.person.findUniqueOrThrow({ where: { slug: 'ada' } })
    const shown = await database.article.findMany({ where: ofPerson(person.id, now) })
    const paths = (await found('ada')).hits.map(({ path }) => path)
    expect(paths.toSorted()).toEqual(['/accepte/', '/signe/', '/sur/'])
    expect(paths.toSorted()).toEqual(shown.map(({ path }) => path).toSorted())
  })

  it('counts as many before it is narrowed', async () => {
    expect((await found(null)).facets.person).toEqual([{ value: 'ada', name: 'Ada', count: 3 }])
  })

  it('finds nothing of somebody unknown', async () => {
    expect((await found('grace')).total).toBe(0)
  })
})
