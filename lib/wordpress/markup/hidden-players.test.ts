import { describe, expect, it } from 'vitest'
import { flagsOf, outline, partsOf } from './testing.ts'

/** The players of a content. */
const players = (content: string) =>
  partsOf(content).flatMap((part) => (part.type === 'embed' ? [[part.attrs.provider, part.attrs.id]] : []))

describe('players that a script shows', () => {
  it('are read from what the script reads', () => {
    const frame = 'https://www.youtube.com/embed/abc_DEF-123'
    for (const content of [
      `<iframe data-src-cmplz="${frame}" src="about:blank"></iframe>`,
      `<iframe data-cookieblock-src="${frame}"></iframe>`,
      `<div class="rll-youtube-player" data-src="${frame}" data-id="abc_DEF-123"></div>`,
      '<lite-youtube videoid="abc_DEF-123"></lite-youtube>',
      '<amp-youtube data-videoid="abc_DEF-123"></amp-youtube>',
      `<div class="elementor-widget-video" data-settings='{"youtube_url":"https:\\/\\/www.youtube.com\\/watch?v=abc_DEF-123"}'><div class="elementor-video"></div></div>`,
    ])
      expect(players(content), content).toEqual([['youtube', 'abc_DEF-123']])
  })
  it('are not read twice, nor in the place of words', () => {
    const frame = 'https://www.youtube.com/embed/abc_DEF-123'
    const twin = `<div data-src="${frame}"></div><noscript><iframe src="${frame}"></iframe></noscript>`
    expect(players(twin)).toHaveLength(1)
    expect(outline(`<p data-share="${frame}">Des mots</p>`)).toEqual(['paragraph: Des mots'])
    expect(outline('<div data-src="javascript:x"></div><div data-x="https://x.test/"></div>')).toEqual([])
  })
})

describe('the card of another page', () => {
  it('is the link that stands before it', () => {
    const quote =
      '<blockquote class="wp-embedded-content"><a href="https://s.test/un/">Un</a></blockquote><iframe class="wp-embedded-content" src="https://s.test/un/embed/#?secret=x"></iframe>'
    expect(outline(quote)).toEqual(['blockquote: Un'])
    const alone = '<iframe class="wp-embedded-content" src="https://s.test/un/embed/#?secret=x"></iframe>'
    expect(outline(alone)).toEqual(['paragraph: s.test'])
    expect(flagsOf(alone)).toEqual([])
  })
})
