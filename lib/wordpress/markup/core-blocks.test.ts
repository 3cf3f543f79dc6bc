import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AnyNode } from '../../document/types.ts'
import { lostWords } from '../conservation.ts'
import { convert } from '../convert.ts'
import { sourceItem } from '../fixtures.ts'

/** `=== name === nodes of the document`, then the block as the editor writes it: blocks that hold words or files. */
const file = readFileSync(path.join(import.meta.dirname, 'core-blocks.txt'), 'utf8')
const held = file.split(/^(?==== )/m).map((part) => {
  const [, name = '', becomes = '', content = ''] = /^=== (.*?) === (.*)\n([\s\S]*)$/.exec(part) ?? []
  return [name, content.trim(), becomes] as const
})

/** Blocks that WordPress fills when it shows a page: only their settings stand in the content. */
const FILLED = [
  'archives calendar categories latest-comments latest-posts legacy-widget',
  'page-list page-list-item rss search tag-cloud navigation',
  'read-more pattern icon term-template site-logo site-title',
  'site-tagline query-title query-total query-no-results query-pagination query-pagination-next',
  'query-pagination-numbers query-pagination-previous post-title post-excerpt post-featured-image post-content',
  'post-author post-author-name post-author-biography post-date post-terms post-navigation-link',
  'post-time-to-read comments comments-title comment-template comment-author-name comment-author-avatar',
  'comment-content comment-date comment-edit-link comment-reply-link comments-pagination comments-pagination-next',
  'comments-pagination-numbers comments-pagination-previous post-comments post-comments-form post-comments-count post-comments-link',
  'avatar loginout term-description term-name term-count terms-query',
  'breadcrumbs template-part form-submission-notification navigation-overlay-close',
].join(' ')

/** Players of the embed block, each with an address. */
const EMBEDS = [
  ['youtube', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
  ['vimeo', 'https://vimeo.com/76979871'],
  ['dailymotion', 'https://www.dailymotion.com/video/x7tgad0'],
  ['twitter', 'https://twitter.com/jack/status/20'],
  ['soundcloud', 'https://soundcloud.com/forss/flickermood'],
  ['spotify', 'https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC'],
  ['flickr', 'https://www.flickr.com/photos/bees/2362225867/'],
  ['facebook', 'https://www.facebook.com/x/posts/123'],
  ['instagram', 'https://www.instagram.com/p/BXXXX/'],
  ['tiktok', 'https://www.tiktok.com/@a/video/6718335390845095173'],
  ['reddit', 'https://www.reddit.com/r/x/comments/abc/x/'],
  ['slideshare', 'https://www.slideshare.net/a/b'],
  ['ted', 'https://www.ted.com/talks/x'],
  ['tumblr', 'https://x.tumblr.com/post/123'],
  ['videopress', 'https://videopress.com/v/abcDEF12'],
  ['wordpress-tv', 'https://wordpress.tv/2020/01/01/x/'],
  ['amazon-kindle', 'https://www.amazon.com/dp/B000'],
  ['animoto', 'https://animoto.com/play/x'],
  ['cloudup', 'https://cloudup.com/x'],
  ['crowdsignal', 'https://poll.fm/123'],
  ['imgur', 'https://imgur.com/a/x'],
  ['issuu', 'https://issuu.com/a/docs/b'],
  ['kickstarter', 'https://www.kickstarter.com/projects/a/b'],
  ['mixcloud', 'https://www.mixcloud.com/a/b/'],
  ['pinterest', 'https://www.pinterest.fr/pin/123/'],
  ['pocket-casts', 'https://pca.st/x'],
  ['reverbnation', 'https://www.reverbnation.com/x'],
  ['scribd', 'https://www.scribd.com/doc/123/x'],
  ['smugmug', 'https://x.smugmug.com/a'],
  ['speaker-deck', 'https://speakerdeck.com/a/b'],
  ['screencast', 'https://www.screencast.com/t/x'],
  ['bluesky', 'https://bsky.app/profile/a.bsky.social/post/3k'],
  ['wolfram-cloud', 'https://www.wolframcloud.com/obj/x'],
  ['wordpress', 'https://autre.test/article/'],
] as const

function embedBlock(provider: string, address: string): string {
  const inside = `<div class="wp-block-embed__wrapper">\n${address}\n</div><figcaption class="wp-element-caption">Légende</figcaption>`
  const figure = `<figure class="wp-block-embed is-type-rich is-provider-${provider}">${inside}</figure>`
  return `<!-- wp:embed {"url":"${address}","providerNameSlug":"${provider}"} -->\n${figure}\n<!-- /wp:embed -->`
}

const context = {
  attachments: new Map(),
  hosts: ['www.essai.test'],
  reusable: new Map([[1, '<p>Bloc réutilisé</p>']]),
}
const notes = { footnotes: '[{"content":"La note.","id":"n1"}]' }

/** The nodes of a document by their types; lines and cells are not opened. */
const LINES = /^(?:paragraph|table|sectionHeading|caption|verse|codeBlock|detailsSummary)$/
function shape(node: AnyNode): string {
  const children: readonly AnyNode[] = 'content' in node && node.content ? node.content : []
  return children.length === 0 || LINES.test(node.type)
    ? node.type
    : `${node.type}(${children.map(shape).join(' ')})`
}

function read(content: string) {
  const item = sourceItem({ content, meta: content.includes('wp:footnotes') ? notes : {} })
  const converted = convert(item, context)
  return {
    shape: converted.document.content.map(shape).join(' '),
    flags: converted.flags.map(({ code, detail }) => `${code}:${detail}`),
    lost: [...lostWords(item, converted).keys()],
  }
}

describe('every block of WordPress’s own library', () => {
  it.each(held)('%s is read', (_name, content, becomes) => {
    const { shape: found, lost } = read(content)
    expect(found).toBe(becomes)
    expect(lost).toEqual([])
  })

  it.each(FILLED.split(' '))('%s, which WordPress fills, is kept and named', (name) => {
    const { shape: found, flags } = read(`<!-- wp:${name} {"a":1} /-->`)
    expect(found).toBe('legacyShortcode')
    expect(flags).toEqual([`block-kept:${name}`])
  })

  it.each(EMBEDS)('%s is a player or a link, with its caption', (provider, address) => {
    const { shape: found } = read(embedBlock(provider, address))
    expect(found).toBe('embed(caption)')
  })
})
