import { describe, expect, it } from 'vitest'
import { type ArticleState, pathTag, tagsOfPath, touchedTags } from './tags.ts'

const state: ArticleState = {
  id: 7,
  path: '/un/',
  visible: true,
  withdrawn: false,
  card: 'x',
  tags: ['a'],
  categories: ['bas', 'haut'],
  series: ['s'],
  people: ['p'],
  redirects: ['?p=7'],
  day: '2019-03-02',
}
const own = ['article:7', 'path:/un/', 'search', 'sitemap', 'sitemap:2019']
const lists = [
  'category:bas',
  'category:haut',
  'date:2019',
  'date:2019-03',
  'date:2019-03-02',
  'person:p',
  'series:s',
  'tag:a',
]
const all = [...own, ...lists, 'card:7', 'home', 'path:?p=7'].sort()

describe('touchedTags', () => {
  it('touches every page that shows the article when it appears or goes', () => {
    expect(touchedTags(null, state)).toEqual(all)
    expect(touchedTags(state, null)).toEqual(all)
    expect(touchedTags(state, { ...state, visible: false })).toEqual(all)
  })

  it('touches no list when the text alone changes, and all that show the card when that does', () => {
    expect(touchedTags(state, state)).toEqual(own)
    expect(touchedTags(state, { ...state, card: 'y' })).toEqual([...own, ...lists, 'card:7', 'home'].sort())
  })

  it('touches the lists that the article enters or leaves, and the paths of both', () => {
    const after = { ...state, path: '/deux/', tags: ['b'], categories: ['haut'] }
    const touched = touchedTags(state, after)
    expect(touched).toEqual(
      expect.arrayContaining(['category:bas', 'home', 'path:/deux/', 'path:/un/', 'tag:a', 'tag:b']),
    )
    expect(touched).not.toContain('category:haut')
  })

  it('touches no list for what a hidden state alone has', () => {
    const hidden = { ...state, visible: false, tags: ['secret'] }
    expect(touchedTags(hidden, state)).not.toContain('tag:secret')
    expect(touchedTags(hidden, { ...hidden, tags: ['encore'] })).toEqual([])
    expect(touchedTags(null, null)).toEqual([])
  })

  it('touches the addresses of what is withdrawn, or comes back to the drafts', () => {
    const hidden = { ...state, visible: false }
    const paths = ['path:/un/', 'path:?p=7']
    expect(touchedTags(hidden, { ...hidden, withdrawn: true })).toEqual(paths)
    expect(touchedTags({ ...hidden, withdrawn: true }, hidden)).toEqual(paths)
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
    ['/2019/03/02/', ['date:2019-03-02']],
    ['/dossier/s/page/2/', ['series:s']],
    ['/personne/p/', ['person:p']],
    ['/sitemap.xml', ['sitemap']],
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
