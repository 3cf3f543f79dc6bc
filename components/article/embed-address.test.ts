import { expect, test } from 'vitest'
import type { Embed } from '../../lib/document/types.ts'
import { embedAddress } from './embed-address.ts'

const embed = (attrs: Partial<Embed['attrs']>): Embed['attrs'] => ({
  provider: null,
  id: null,
  url: 'https://www.films.example/lecteur/12',
  start: null,
  title: null,
  fallback: null,
  poster: null,
  posterId: null,
  ...attrs,
})

test('a known film opens on its page, at its start time', () => {
  const film = { provider: 'youtube', id: 'chapoDemo01', url: 'https://www.youtube.com/embed/chapoDemo01' }
  expect(embedAddress(embed(film))).toBe('https://www.youtube.com/watch?v=chapoDemo01')
  expect(embedAddress(embed({ ...film, start: 390 }))).toBe(
    'https://www.youtube.com/watch?v=chapoDemo01&t=390s',
  )
  expect(embedAddress(embed({ provider: 'vimeo', id: '123456', start: 60 }))).toBe(
    'https://vimeo.com/123456#t=60s',
  )
})

test('what is not a single film keeps the address of the source', () => {
  const url = 'https://www.youtube.com/embed/videoseries?list=PL0123456789ABCDEF'
  expect(embedAddress(embed({ provider: 'youtube', id: 'PL0123456789ABCDEF', url }))).toBe(url)
  expect(embedAddress(embed({}))).toBe('https://www.films.example/lecteur/12')
})
