import { expect, test } from 'vitest'
import { check } from '../document/check.ts'
import { sourceItem } from '../wordpress/fixtures.ts'
import { withPosters } from './posters.ts'

const film = (id: string, poster: string | null = null) => ({
  type: 'embed',
  attrs: { provider: 'youtube', id, url: `https://youtu.be/${id}`, poster },
})
const postersOf = (films: object[], meta: Record<string, string>): (string | null)[] =>
  withPosters(check({ type: 'doc', content: films }), sourceItem({ content: '', meta })).content.flatMap(
    (node) => (node.type === 'embed' ? [node.attrs.poster] : []),
  )

const json = '{"type":"video","thumbnail_url":"https:\\/\\/s.test\\/u\\/chapoDemo02.jpg"}'
const php = 'a:1:{s:13:"thumbnail_url";s:33:"https://s.test/u/chapoDemo02.jpg";}'

test.each([json, php])('a picture of the cache goes to the film that it names: %s', (value) => {
  expect(postersOf([film('chapoDemo01'), film('chapoDemo02')], { _oembed_0a1b: value })).toEqual([
    null,
    'https://s.test/u/chapoDemo02.jpg',
  ])
})

test('a picture that names no film is that of the only one', () => {
  const meta = { _video_thumbnail: 'https://s.test/u/film.jpg' }
  expect(postersOf([film('chapoDemo01')], meta)).toEqual(['https://s.test/u/film.jpg'])
  expect(postersOf([film('chapoDemo01'), film('chapoDemo02')], meta)).toEqual([null, null])
})

test('what the text names stands, and what is no address of a file is left', () => {
  expect(
    postersOf([film('chapoDemo01', '/u/a.jpg')], { _video_thumbnail: 'https://s.test/u/b.jpg' }),
  ).toEqual(['/u/a.jpg'])
  const hostile = '{"thumbnail_url":"javascript:alert(1)"}'
  expect(postersOf([film('chapoDemo01')], { _oembed_a: hostile, _video_thumbnail: 'data:x' })).toEqual([null])
})
