import type { AudioObject, Clip, PodcastEpisode, VideoObject } from 'schema-dts'
import type { ArticlePage } from '../../lib/articles/types.ts'
import { textLines } from '../../lib/document/text.ts'
import type { Audio, Embed, Section, Video } from '../../lib/document/types.ts'
import { walk } from '../../lib/document/walk.ts'
import { frameAddress, playerShape } from '../../lib/players.ts'
import { site } from '../../lib/site.ts'
import { embedAddress } from '../article/embed-address.ts'
import { feedPath } from '../feed/feed-address.ts'

type Place = { siteUrl: string; page: string; preview: string; description: string }

const whole = (address: string, siteUrl: string): string => new URL(address, siteUrl).href

/** The parts of a film, from the sections that say where in it they begin. */
function clips(sections: readonly Section[], page: string): Clip[] {
  const timed = sections.flatMap(({ attrs, content: [heading] }) =>
    attrs.timecode === null
      ? []
      : [{ start: attrs.timecode, anchor: attrs.anchor, name: textLines(heading).join(' ') }],
  )
  return timed.map(({ start, anchor, name }, index) => {
    const end = timed.slice(index + 1).find((next) => next.start > start)?.start
    return {
      '@type': 'Clip',
      name,
      startOffset: start,
      ...(end === undefined ? {} : { endOffset: end }),
      url: `${page}#${anchor}`,
    }
  })
}

function playerOf({ attrs }: Embed) {
  const player = frameAddress(attrs, null)
  return { url: embedAddress({ ...attrs, start: null }), ...(player ? { embedUrl: player } : {}) }
}

const isFilm = (node: Embed): boolean => playerShape(node.attrs) === 'film'

/** What stands in the film's place until it plays; the preview of the article, where nothing does. */
function thumbnailOf({ type, attrs }: Video | Embed, { pictures }: ArticlePage, place: Place): string {
  const own = type === 'video' ? attrs.poster : pictures[attrs.posterId ?? '']?.src
  return own ? whole(own, place.siteUrl) : place.preview
}

/** The films of an article; its time codes are those of the first. */
export function videoObjects(article: ArticlePage, place: Place): VideoObject[] {
  const nodes = [...walk(article.document)]
  const films = nodes.filter((node): node is Video | Embed =>
    node.type === 'embed' ? isFilm(node) : node.type === 'video' && node.attrs.sources.length > 0,
  )
  const parts = clips(
    nodes.filter((node) => node.type === 'section'),
    place.page,
  )
  return films.map((node, index) => ({
    '@type': 'VideoObject',
    '@id': `${place.page}#film-${index + 1}`,
    name: node.attrs.title ?? article.title,
    ...(place.description ? { description: place.description } : {}),
    thumbnailUrl: thumbnailOf(node, article, place),
    uploadDate: article.publishedAt,
    ...(node.type === 'video'
      ? { contentUrl: whole(node.attrs.sources[0] ?? '', place.siteUrl) }
      : playerOf(node)),
    ...(index === 0 && parts.length > 0 ? { hasPart: parts } : {}),
  }))
}

/** The sounds of an article: its own files, and players of other sites. */
export function audioObjects(article: ArticlePage, { siteUrl, page }: Place): AudioObject[] {
  const sounds = [...walk(article.document)].filter(
    (node): node is Audio | Embed =>
      (node.type === 'audio' && node.attrs.sources.length > 0) ||
      (node.type === 'embed' && playerShape(node.attrs) === 'sound'),
  )
  return sounds.map((node, index) => ({
    '@type': 'AudioObject',
    '@id': `${page}#son-${index + 1}`,
    name: node.attrs.title ?? article.title,
    uploadDate: article.publishedAt,
    ...(node.type === 'audio'
      ? { contentUrl: whole(node.attrs.sources[0] ?? '', siteUrl) }
      : { url: embedAddress(node.attrs) }),
  }))
}

/** An article with a sound of its own is an episode of the magazine's podcast: its feed carries it. */
export function podcastEpisodes(article: ArticlePage, place: Place): PodcastEpisode[] {
  const [sound] = audioObjects(article, place).filter(({ contentUrl }) => contentUrl !== undefined)
  if (!sound?.['@id']) return []
  const episode: PodcastEpisode = {
    '@type': 'PodcastEpisode',
    '@id': `${place.page}#episode`,
    name: article.title,
    url: place.page,
    ...(place.description ? { description: place.description } : {}),
    datePublished: article.publishedAt,
    associatedMedia: { '@id': sound['@id'] },
    partOfSeries: {
      '@type': 'PodcastSeries',
      name: site.name,
      url: `${place.siteUrl}/`,
      webFeed: `${place.siteUrl}${feedPath('/', 'rss')}`,
    },
  }
  return [episode]
}
