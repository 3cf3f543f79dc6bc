import { describe, expect, it } from 'vitest'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { readPreview } from './read-preview.ts'
import { saveArticle } from './save.ts'

const database = await temporaryDatabase()

const media = (digit: string, side: number) => ({
  id: digit.repeat(32),
  file: `${digit}.jpg`,
  mimeType: 'image/jpeg',
  width: side,
  height: side,
  sizes: [],
})
const [icon, photograph, portrait, cover] = [
  media('1', 40),
  media('2', 900),
  media('3', 600),
  media('4', 900),
]
await database.media.createMany({ data: [icon, photograph, portrait, cover] })

const figure = ({ id }: { id: string }) => ({ type: 'figure', attrs: { mediaId: id } })
const document = { type: 'doc', content: [figure(icon), figure(photograph)] }

/** The picture under which an article is shared. */
async function shared(
  slug: string,
  changes: Parameters<typeof sampleArticle>[1],
): Promise<string | undefined> {
  const { id } = await saveArticle(database, sampleArticle(slug, changes))
  return (await readPreview(database, id, new Date()))?.sharedPicture?.id
}

describe('the picture of an article where it is shared', () => {
  it('is its cover, else a portrait of who speaks, else the first of its text that is no icon', async () => {
    const credits = [{ name: 'Zoé Arc', role: 'interviewee' as const }]
    expect(await shared('texte', { document, credits })).toBe(photograph.id)
    await database.person.update({ where: { slug: 'zoe-arc' }, data: { portraitId: portrait.id } })
    expect(await shared('portrait', { document, credits })).toBe(portrait.id)
    expect(await shared('couverture', { document, credits, coverId: cover.id })).toBe(cover.id)
    expect(await shared('rien', { document: { type: 'doc', content: [figure(icon)] } })).toBeUndefined()
  })
})
