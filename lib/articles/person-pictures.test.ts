import { expect, it } from 'vitest'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { picturesOf } from './person-pictures.ts'
import { saveArticle } from './save.ts'

const database = await temporaryDatabase()
const now = new Date()
const ids = ['1', '2', '3', '4'].map((digit) => digit.repeat(32))
await database.media.createMany({
  data: ids.map((id) => ({ id, file: `${id}.jpg`, mimeType: 'image/jpeg', width: 8, height: 8, sizes: [] })),
})

const figure = (digit: string, caption: string) => ({
  type: 'figure',
  attrs: { mediaId: digit.repeat(32) },
  content: [{ type: 'caption', content: [{ type: 'text', text: caption }] }],
})
const save = (slug: string, day: string, ...content: object[]) =>
  saveArticle(
    database,
    sampleArticle(slug, { publishedAt: new Date(day), document: { type: 'doc', content } }),
  )

it('the pictures whose caption names somebody, each once, without the one that stands for a portrait', async () => {
  await save('un', '2024-01-01', figure('1', 'Malik Derouet sur un toit'), figure('2', 'Un toit'))
  await save(
    'deux',
    '2024-02-01',
    figure('3', 'Malik Derouet et Odile Marsanne'),
    figure('1', 'Malik Derouet'),
  )
  await save('brouillon', '2999-01-01', figure('4', 'Malik Derouet demain'))
  const { id } = await database.person.findUniqueOrThrow({ where: { slug: 'malik-derouet' } })
  const found = await picturesOf(database, { id, portrait: null }, now)
  expect(found.portrait?.id).toBe(ids[0])
  expect(found.pictures).toMatchObject([{ picture: { id: ids[2] }, path: '/deux/', title: 'Titre deux' }])
  const given = await picturesOf(database, { id, portrait: found.pictures[0]?.picture ?? null }, now)
  expect(given.pictures.map(({ picture }) => picture.id)).toEqual([ids[0]])
})
