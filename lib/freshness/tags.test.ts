import { describe, expect, it } from 'vitest'
import { type ArticleState, pathTag, tagsOfPath, touchedTags } from './tags.ts'

const state: ArticleState = {
  id: 7,
  path: '/un/',
  visible: true,
  tags: ['a'],
  categories: ['bas', 'haut'],
  redirects: ['?p=7'],
  month: '2019-03',
}
const all = [
  'article:7',
  'category:bas',
  'category:haut',
  'date:2019',
  'date:2019-03',
  'home',
  'path:/un/',
  'path:?p=7',
  'sitemap',
  'sitemap:2019',
  'tag:a',
]

describe('touchedTags', () => {
  it('touches every page that shows the article when it appears, changes or goes', () => {
    expect(touchedTags(null, state)).toEqual(all)
    expect(touchedTags(state, state)).toEqual(all)
    expect(touchedTags(state, null)).toEqual(all)
    expect(touchedTags(state, { ...state, visible: false })).toEqual(all)
  })

  it('touches lists of before and after, and the paths of both', () => {
    const after = { ...state, path: '/deux/', tags: ['b'], categories: [] }
    expect(touchedTags(state, after)).toEqual(
      expect.arrayContaining(['category:bas', 'path:/deux/', 'path:/un/', 'tag:a', 'tag:b']),
    )
  })

  it('touches no list for what a hidden state alone has', () => {
    const hidden = { ...state, visible: false, tags: ['secret'] }
    expect(touchedTags(hidden, state)).not.toContain('tag:secret')
    expect(touchedTags(hidden, { ...hidden, tags: ['encore'] })).toEqual([])
    expect(touchedTags(null, null)).toEqual([])
  })
})

describe('tagsOfPath', () => {
  it.each([
    ['/', ['home']],
    ['/un/', ['path:/un/']],
    ['/un', ['path:/un/']],
    ['/2019/03/02/un/', ['path:/2019/03/02/un/']],
    ['/tag/a/', ['tag:a']],
    ['/tag/a/page/3/', ['tag:a']],
    ['/category/haut/bas/page/2/', ['category:bas']],
    ['/un/?utm_source=x#y', ['path:/un/']],
    ['/2019/', ['date:2019']],
    ['/2019/03/page/2/', ['date:2019-03']],
    ['/2019/03/02/', ['date:2019-03']],
    ['/2019/03/02/un/', ['path:/2019/03/02/un/']],
    ['/feed/', ['home']],
    ['/page/3/', ['home']],
    ['/tag/a/feed/', ['tag:a']],
    ['/dossier/d/', ['series:d']],
    ['/personne/p/feed/json/', ['person:p']],
    ['/un/feed/atom/', ['path:/un/']],
    ['/un/feed/', ['path:/un/']],
  ])('%s', (path, tags) => {
    expect(tagsOfPath(path)).toEqual(tags)
  })
})

describe('cache tags', () => {
  it('fit what Next accepts: ASCII, no comma, 256 characters', () => {
    for (const path of ['/été/', '/a,b/', `/${'é'.repeat(300)}/`]) {
      expect(pathTag(path)).toMatch(/^[\x21-\x7e]{1,256}$/)
      expect(pathTag(path)).not.toContain(',')
    }
    expect(pathTag('/été/')).toBe(pathTag('/e\u0301te\u0301/'))
    expect(pathTag(`/${'a'.repeat(300)}/`)).not.toBe(pathTag(`/${'a'.repeat(301)}/`))
  })
})
