import { describe, expect, it } from 'vitest'
import { addressOf } from './addresses.ts'
import { categoryTag, dateTag, pathTag, personTag, seriesTag, tagsOfPath, tagTag } from './tags.ts'

describe('addressOf', () => {
  it.each([
    [tagTag('été, hiver'), '/tag/été, hiver/'],
    [categoryTag('100 %'), '/category/100 %/'],
    [seriesTag('s'), '/dossier/s/'],
    [personTag('p'), '/personne/p/'],
    [dateTag('2019-03-02'), '/2019/03/02/'],
    [pathTag('/2019/été/'), '/2019/été/'],
    [pathTag('?p=7'), '/?p=7'],
    ['home', '/'],
  ])('%s → %s', (tag, path) => {
    expect(addressOf(tag)?.path).toBe(path)
    if (!path.includes('?') && !path.includes(' ')) expect(tagsOfPath(path)).toEqual([tag])
  })

  it('has none for what stands for no address, or lost its name', () => {
    for (const tag of [
      'article:7',
      'card:7',
      'search',
      'sections',
      'path:%ZZ',
      pathTag(`/${'é'.repeat(300)}/`),
    ])
      expect(addressOf(tag)).toBeNull()
  })
})
