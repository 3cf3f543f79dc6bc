import { beforeEach, describe, expect, it } from 'vitest'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { personSlug } from './people.ts'
import { countOfPerson, piecesOf } from './person-pieces.ts'
import { readSitemap } from './read-sitemaps.ts'
import { decideOn, mergePeople, peopleToReview } from './review-people.ts'
import { saveArticle } from './save.ts'

const database = await temporaryDatabase()
const now = new Date()

const interview = (slug: string, title: string, id?: number) =>
  saveArticle(database, sampleArticle(slug, { title, credits: [{ name: 'Alix Roy', role: 'author' }] }), {
    id,
  })
const idOf = async (slug: string) => (await database.person.findUniqueOrThrow({ where: { slug } })).id

beforeEach(async () => {
  await database.article.deleteMany()
  await database.person.deleteMany()
  await database.redirect.deleteMany()
})

describe('people', () => {
  it('sign, are interviewed, and are found from what an article says', async () => {
    const { id } = await interview('un', 'Malik Derouet, le soleil en commun')
    expect(await piecesOf(database, await idOf('malik-derouet'), now)).toMatchObject([
      { articleId: id, roles: [], isInterviewed: true },
    ])
    expect(await piecesOf(database, await idOf('alix-roy'), now)).toMatchObject([
      { articleId: id, roles: ['author'], isInterviewed: false },
    ])
  })

  it('are not shown for a draft, nor when an editor refuses them, whatever is saved later', async () => {
    const { id } = await interview('un', 'Malik Derouet, le soleil en commun')
    expect(await decideOn(database, 'malik-derouet', 'refused')).toContain('person:malik-derouet')
    expect(await countOfPerson(database, 'malik-derouet', now)).toBe(0)
    await interview('un', 'Malik Derouet, le soleil pour tous', id)
    expect(await countOfPerson(database, 'malik-derouet', now)).toBe(0)
    await decideOn(database, 'malik-derouet', 'accepted')
    expect(await countOfPerson(database, 'malik-derouet', now)).toBe(1)
    await saveArticle(database, sampleArticle('un', { status: 'draft' }), { id })
    expect(await countOfPerson(database, 'malik-derouet', now)).toBe(0)
  })

  it('are listed for search engines when they sign, are interviewed, are introduced, or are named twice', async () => {
    const named = (slug: string, ...names: string[]) =>
      saveArticle(
        database,
        sampleArticle(slug, {
          kind: 'focus',
          tags: names.map((name) => ({ slug: personSlug(name), name, parent: null })),
          credits: [{ name: 'Alix Roy', role: 'author' }],
        }),
      )
    await interview('un', 'Malik Derouet, le soleil en commun')
    const tagged = await named('deux', 'Berthe Caussanel', 'Odile Marsanne')
    await database.mention.updateMany({ where: { articleId: tagged.id }, data: { status: 'accepted' } })
    const listed = async () =>
      (await readSitemap(database, 'listes-1', now))?.flatMap(({ path }) =>
        path.startsWith('/personne/') ? [path] : [],
      )
    const first = ['/personne/alix-roy/', '/personne/malik-derouet/']
    expect(await countOfPerson(database, 'odile-marsanne', now)).toBe(1)
    expect((await listed())?.toSorted()).toEqual(first)
    await named('trois', 'Odile Marsanne')
    await database.mention.updateMany({ data: { status: 'accepted' } })
    await database.person.update({ where: { slug: 'berthe-caussanel' }, data: { bio: 'Éclusière.' } })
    expect((await listed())?.toSorted()).toEqual([
      '/personne/alix-roy/',
      '/personne/berthe-caussanel/',
      '/personne/malik-derouet/',
      '/personne/odile-marsanne/',
    ])
  })

  it('wait for an editor when they are in doubt', async () => {
    await interview('un', 'Un entretien avec Zorane Quintel sur le fer')
    const [line] = await peopleToReview(database, false)
    expect(line).toMatchObject({ slug: 'zorane-quintel', isShown: false, articles: ['/un/'] })
  })

  it('share a family name only with somebody known, where the first name is nobody’s', async () => {
    const together = 'Zorane et Romaric Lamblard, retisser Pont-Louvise'
    await interview('un', together)
    expect(await database.person.findUnique({ where: { slug: 'zorane-lamblard' } })).toBeNull()
    await interview('deux', 'Zorane Lamblard, le fil')
    const { id } = await interview('trois', together)
    expect(await piecesOf(database, await idOf('zorane-lamblard'), now)).toContainEqual(
      expect.objectContaining({ articleId: id }),
    )
  })

  it('are one when an editor merges them, for the articles to come too', async () => {
    await interview('un', 'Malik Derouet, le soleil en commun')
    await interview('deux', 'Malik Derouette, le soleil en commun')
    expect(await mergePeople(database, 'malik-derouette', 'malik-derouet')).toContain('home')
    expect(await mergePeople(database, 'malik-derouette', 'malik-derouet')).toBeNull()
    await interview('trois', 'Malik Derouette, encore')
    expect(await countOfPerson(database, 'malik-derouet', now)).toBe(3)
    expect(await database.person.findUnique({ where: { slug: 'malik-derouette' } })).toBeNull()
    const row = await database.redirect.findUnique({ where: { from: '/personne/malik-derouette/' } })
    expect(row?.to).toBe('/personne/malik-derouet/')
  })
})
