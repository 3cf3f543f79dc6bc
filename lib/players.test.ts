import { expect, test } from 'vitest'
import { frameAddress, frameOrigins, playerShape, providerName, thumbnailAddress } from './players.ts'
import { findPlayer } from './wordpress/markup/providers.ts'

const player = (
  provider: string | null,
  id: string | null,
  url = 'https://www.films.example/lecteur/12',
) => ({
  provider,
  id,
  url,
})

test('the picture of a film has an address where its site is known to keep one', () => {
  expect(thumbnailAddress(player('youtube', 'chapoDemo01'))).toBe(
    'https://i.ytimg.com/vi/chapoDemo01/hqdefault.jpg',
  )
  expect(thumbnailAddress(player('youtube', 'PL0123456789ABCDEF'))).toBeNull()
  expect(thumbnailAddress(player('dailymotion', 'x8abcd'))).toBe(
    'https://www.dailymotion.com/thumbnail/video/x8abcd',
  )
  expect(thumbnailAddress(player('vimeo', '123456'))).toBeNull()
  expect(thumbnailAddress(player(null, null))).toBeNull()
})

test('the site is named as it names itself, else by its host', () => {
  expect(providerName(player('youtube', null))).toBe('YouTube')
  expect(providerName(player('kickstarter', null))).toBe('Kickstarter')
  expect(providerName(player('constructor', null))).toBe('Constructor')
  expect(providerName(player(null, null))).toBe('films.example')
})

test.each([
  [
    'youtube',
    'chapoDemo01',
    390,
    'https://www.youtube-nocookie.com/embed/chapoDemo01?autoplay=1&rel=0&start=390',
  ],
  [
    'youtube',
    'PL0123456789ABCDEF',
    null,
    'https://www.youtube-nocookie.com/embed/videoseries?list=PL0123456789ABCDEF&autoplay=1',
  ],
  ['vimeo', '123456', 60, 'https://player.vimeo.com/video/123456?dnt=1&autoplay=1#t=60s'],
  ['dailymotion', 'x8abcd', 60, 'https://geo.dailymotion.com/player.html?video=x8abcd&startTime=60'],
  [
    'soundcloud',
    'tracks/1',
    null,
    'https://w.soundcloud.com/player/?url=https%3A%2F%2Fapi.soundcloud.com%2Ftracks%2F1&auto_play=true',
  ],
  ['slideshare', 'nom/titre', null, null],
  ['google-maps', '!1m18', null, 'https://www.google.com/maps/embed?pb=!1m18'],
  ['peertube', '9c9de5e8-0a1e-484a-b099-e80766180a6d', null, null],
  ['constructor', 'x', null, null],
  [null, null, null, null],
] as const)('%s %s from %s', (provider, id, start, address) => {
  expect(frameAddress(player(provider, id), start)).toBe(address)
})

test('a frame never leaves the origins that the policy names', () => {
  const hostile = [
    '//evil.test',
    '../../x',
    'a"><script>',
    '@evil.test/',
    '.evil.test',
    '#',
    '?a=1',
    '\\evil',
  ]
  for (const id of hostile)
    for (const provider of [
      'youtube',
      'vimeo',
      'spotify',
      'acast',
      'genially',
      'bandcamp',
      'ina',
      'facebook',
    ]) {
      const address = frameAddress({ provider, id, url: 'https://player.ina.fr@evil.test/x' }, 10)
      if (address === null) continue
      expect(frameOrigins, `${provider} ${id}`).toContain(new URL(address).origin)
      expect(address).not.toMatch(/["<>\s]/)
    }
})

test('what the importer finds can be played', () => {
  const found = findPlayer('https://www.youtube.com/watch?v=abc_DEF-123')
  expect(found && frameAddress({ ...found, url: 'x' }, null)).toContain('/embed/abc_DEF-123')
  expect(found && playerShape({ ...found, url: 'x' })).toBe('film')
})
