import { describe, expect, it } from 'vitest'
import { findPlayer, isWidgetScript } from './providers.ts'

const KNOWN: [string, string, string, number | null][] = [
  ['https://youtu.be/abc_DEF-123?t=1m5s', 'youtube', 'abc_DEF-123', 65],
  ['https://www.youtube.com/watch?v=abc_DEF-123&t=1h2m3s', 'youtube', 'abc_DEF-123', 3723],
  ['https://www.youtube-nocookie.com/embed/abc_DEF-123?start=65', 'youtube', 'abc_DEF-123', 65],
  ['http://www.youtube.com/v/abc_DEF-123&hl=fr', 'youtube', 'abc_DEF-123', null],
  ['https://m.youtube.com/shorts/abc_DEF-123', 'youtube', 'abc_DEF-123', null],
  ['https://player.vimeo.com/video/76979871#t=30', 'vimeo', '76979871', 30],
  ['https://vimeo.com/76979871/abcdef', 'vimeo', '76979871', null],
  ['https://www.dailymotion.com/video/x8abcd_un-titre', 'dailymotion', 'x8abcd', null],
  ['https://geo.dailymotion.com/player.html?video=x8abcd', 'dailymotion', 'x8abcd', null],
  ['https://dai.ly/x8abcd', 'dailymotion', 'x8abcd', null],
  ['https://soundcloud.com/groupe/morceau', 'soundcloud', 'groupe/morceau', null],
  [
    'https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/1',
    'soundcloud',
    'tracks/1',
    null,
  ],
  ['http://www.slideshare.net/nom/titre-de-2012', 'slideshare', 'nom/titre-de-2012', null],
  [
    'https://open.spotify.com/embed/episode/4rOoJ6Egrf8K2IrywzwOMk',
    'spotify',
    'episode/4rOoJ6Egrf8K2IrywzwOMk',
    null,
  ],
  ['https://x.com/n/status/12', 'x', '12', null],
  ['https://bsky.app/profile/nom.test/post/3kab', 'bluesky', 'nom.test/post/3kab', null],
  ['https://www.flickr.com/photos/nom/123/', 'flickr', 'nom/123', null],
  ['https://www.deezer.com/fr/episode/12', 'deezer', 'episode/12', null],
  ['https://datawrapper.dwcdn.net/AbC12/3/', 'datawrapper', 'AbC12', null],
  ['https://www.ted.com/talks/lang/fr/un_titre', 'ted', 'lang/fr/un_titre', null],
  ['https://www.calameo.com/read/000123456789abcdef012', 'calameo', '000123456789abcdef012', null],
  ['https://www.facebook.com/nom/videos/123', 'facebook', 'nom/videos/123', null],
  ['https://www.instagram.com/p/AbC_1/', 'instagram', 'AbC_1', null],
  ['https://www.google.com/maps/embed?pb=!1m18', 'google-maps', '!1m18', null],
  ['https://prezi.com/p/embed/abcdefgh12/', 'prezi', 'abcdefgh12', null],
  ['https://www.arte.tv/fr/videos/012345-001-A/titre/', 'arte', '012345-001-A', null],
  ['https://player.ina.fr/player/embed/I00019/1', 'ina', 'I00019', null],
  [
    'https://video.asso.test/videos/embed/9c9de5e8-0a1e-484a-b099-e80766180a6d',
    'peertube',
    '9c9de5e8-0a1e-484a-b099-e80766180a6d',
    null,
  ],
]

describe('findPlayer', () => {
  it.each(KNOWN)('%s', (address, provider, id, start) => {
    expect(findPlayer(address)).toEqual({ provider, id, start })
  })
  it.each([
    'https://www.youtube.com/',
    'https://twitter.com/nom',
    'https://evil-youtube.com/embed/abcdefgh',
    'javascript:alert(1)',
    'pas une adresse',
  ])('knows no player in %s', (address) => {
    expect(findPlayer(address)).toBeNull()
  })
})

describe('isWidgetScript', () => {
  it('knows the scripts of players, not their look-alikes', () => {
    expect(isWidgetScript('//platform.twitter.com/widgets.js')).toBe(true)
    expect(isWidgetScript('https://platform.twitter.com.evil.test/x.js')).toBe(false)
  })
})
