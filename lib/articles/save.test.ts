import { describe, expect, it } from 'vitest'
import { DocumentError } from '../document/check.ts'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { saveArticle } from './save.ts'

const database = await temporaryDatabase()
const tag = (slug: string) => ({ slug, name: slug.toUpperCase(), parent: null })

describe('saveArticle', () => {
  it('stores columns, what is derived, credits in order and terms', async () => {
    const credits = [
      { name: 'Zoé Li', role: 'author' as const },
      { name: 'A Roy', role: 'with' as const },
      { name: 'Zoé Li', role: 'image' as const },
    ]
    const { id } = await saveArticle(
      database,
      sampleArticle('un', { credits, tags: [tag('a'), tag('b'), tag('a')] }),
    )
    const row = await database.article.findUniqueOrThrow({
      where: { id },
      include: { credits: { include: { person: true }, orderBy: { position: 'asc' } }, terms: true },
    })
    expect(row).toMatchObject({ excerpt: 'Du texte.', wordCount: 2, readingMinutes: 1, schemaVersion: 1 })
    expect(row.credits.map(({ person, role }) => [person.slug, role])).toEqual([
      ['zoe-li', 'author'],
      ['a-roy', 'with'],
      ['zoe-li', 'image'],
    ])
    expect(row.terms.map((term) => term.publishedAt?.toISOString())).toEqual(
      Array(2).fill('2024-03-02T07:46:15.000Z'),
    )
  })

  it('refuses a document that breaks a rule, and writes nothing', async () => {
    const document = { type: 'doc', content: [{ type: 'summary', content: [] }] }
    await expect(saveArticle(database, sampleArticle('refus', { document }))).rejects.toThrow(DocumentError)
    expect(await database.article.count({ where: { slug: 'refus' } })).toBe(0)
  })

  it('leaves nothing behind when the path is another article’s', async () => {
    await saveArticle(database, sampleArticle('pris'))
    const credits = [{ name: 'Personne Nouvelle', role: 'author' as const }]
    await expect(saveArticle(database, sampleArticle('autre', { path: '/pris/', credits }))).rejects.toThrow()
    expect(await database.person.count({ where: { slug: 'personne-nouvelle' } })).toBe(0)
  })

  it('lists an article under the categories above its own', async () => {
    await saveArticle(
      database,
      sampleArticle('c0', { categories: [{ slug: 'haut', name: 'Haut', parent: null }] }),
    )
    const below = [{ slug: 'bas', name: 'Bas', parent: 'haut' }]
    const { id, tags } = await saveArticle(database, sampleArticle('c1', { categories: below }))
    const rows = await database.articleTerm.findMany({ where: { articleId: id }, include: { term: true } })
    expect(rows.map(({ term, inherited }) => [term.slug, inherited]).sort()).toEqual([
      ['bas', false],
      ['haut', true],
    ])
    expect(tags).toEqual(expect.arrayContaining(['category:bas', 'category:haut']))
  })

  it('touches the menu when a section gets its first article, and not after', async () => {
    const categories = [{ slug: 'neuve', name: 'Neuve', parent: null }]
    const first = await saveArticle(database, sampleArticle('n1', { categories }))
    const second = await saveArticle(database, sampleArticle('n2', { categories }))
    expect([first.tags.includes('sections'), second.tags.includes('sections')]).toEqual([true, false])
  })

  it('keeps a draft out of the lists, and touches no page for it', async () => {
    const { id, tags } = await saveArticle(
      database,
      sampleArticle('brouillon', { status: 'draft', tags: [tag('a')] }),
    )
    expect(tags).toEqual([])
    const rows = await database.articleTerm.findMany({ where: { articleId: id } })
    expect(rows.map((row) => row.publishedAt)).toEqual([null])
  })

  it('touches the pages of before and after when an article moves', async () => {
    const first = await saveArticle(database, sampleArticle('ancien', { tags: [tag('a')] }))
    const moved = sampleArticle('nouveau', { tags: [tag('b')] })
    const { tags } = await saveArticle(database, moved, { id: first.id })
    expect(tags).toEqual(
      expect.arrayContaining([
        `article:${first.id}`,
        'home',
        'path:/ancien/',
        'path:/nouveau/',
        'tag:a',
        'tag:b',
      ]),
    )
  })
})

describe('redirects', () => {
  const target = async (from: string) => (await database.redirect.findUnique({ where: { from } }))?.to ?? null

  it('lead in one hop to where the article stands now, however often it moved', async () => {
    const redirects = [{ from: '?p=71', kind: 'id' as const }]
    const { id } = await saveArticle(database, sampleArticle('r1'), { redirects })
    await saveArticle(database, sampleArticle('r2'), { id })
    await saveArticle(database, sampleArticle('r3'), { id })
    expect([await target('?p=71'), await target('/r1/'), await target('/r2/')]).toEqual(Array(3).fill('/r3/'))
    await saveArticle(database, sampleArticle('r1'), { id })
    expect(await target('/r1/')).toBeNull()
    expect([await target('/r2/'), await target('/r3/')]).toEqual(['/r1/', '/r1/'])
  })

  it('give an address to the item that has the id, whichever comes first', async () => {
    const byGuid = { redirects: [{ from: '?p=72', kind: 'guid' as const }] }
    const byId = { redirects: [{ from: '?p=72', kind: 'id' as const }] }
    await saveArticle(database, sampleArticle('guid1'), byGuid)
    expect(await target('?p=72')).toBe('/guid1/')
    await saveArticle(database, sampleArticle('id1'), byId)
    expect(await target('?p=72')).toBe('/id1/')
    await saveArticle(database, sampleArticle('guid2'), byGuid)
    expect(await target('?p=72')).toBe('/id1/')
  })

  it('never take the address of an article', async () => {
    await saveArticle(database, sampleArticle('debout'))
    await saveArticle(database, sampleArticle('autre2'), { redirects: [{ from: '/debout/', kind: 'slug' }] })
    expect(await target('/debout/')).toBeNull()
  })
})
