/** The sites whose players are known: their names, and the frame that plays one of theirs. One table for pages and for the policy that lets frames in. */

type Framed = { provider: string | null; id: string | null; url: string }

export type PlayerShape = 'film' | 'sound' | 'slides' | 'map' | 'post'

type Known = {
  name: string
  shape: PlayerShape
  /** Where its frames come from; without one, a player of this site is only a link. */
  origin?: string
  /** The rest of the frame's address; null when this one has no frame. */
  frame?: (id: string, url: string) => string | null
  /** Where the site keeps the picture of one of its films: asked for at import only, and kept. */
  thumbnail?: (id: string) => string | null
  /** What starts it at a second; it is put at the end of the address. */
  start?: (seconds: number) => string
}

const path =
  (before: string, after = '') =>
  (id: string) =>
    `${before}${encodeURI(id)}${after}`
const isVideo = (id: string): boolean => /^[\w-]{11}$/.test(id)
/** The frame that the source has, when it is one of this origin: some ids do not say all. */
const asGiven = (origin: string) => (_id: string, url: string) => {
  const given = URL.parse(url)
  return given?.origin === origin && given.username === '' ? `${given.pathname}${given.search}` : null
}

const KNOWN: Record<string, Known> = {
  youtube: {
    name: 'YouTube',
    shape: 'film',
    origin: 'https://www.youtube-nocookie.com',
    frame: (id) =>
      isVideo(id)
        ? `/embed/${id}?autoplay=1&rel=0`
        : `/embed/videoseries?list=${encodeURIComponent(id)}&autoplay=1`,
    start: (seconds) => `&start=${seconds}`,
    thumbnail: (id) => (isVideo(id) ? `https://i.ytimg.com/vi/${id}/hqdefault.jpg` : null),
  },
  vimeo: {
    name: 'Vimeo',
    shape: 'film',
    origin: 'https://player.vimeo.com',
    frame: path('/video/', '?dnt=1&autoplay=1'),
    start: (seconds) => `#t=${seconds}s`,
  },
  dailymotion: {
    name: 'Dailymotion',
    shape: 'film',
    origin: 'https://geo.dailymotion.com',
    frame: path('/player.html?video='),
    start: (seconds) => `&startTime=${seconds}`,
    thumbnail: path('https://www.dailymotion.com/thumbnail/video/'),
  },
  ina: {
    name: 'INA',
    shape: 'film',
    origin: 'https://player.ina.fr',
    frame: asGiven('https://player.ina.fr'),
  },
  arte: {
    name: 'Arte',
    shape: 'film',
    origin: 'https://www.arte.tv',
    frame: path('/embeds/fr/', '?autoplay=true'),
  },
  ted: { name: 'TED', shape: 'film', origin: 'https://embed.ted.com', frame: path('/talks/') },
  videopress: { name: 'VideoPress', shape: 'film', origin: 'https://videopress.com', frame: path('/embed/') },
  peertube: { name: 'PeerTube', shape: 'film' },
  twitch: { name: 'Twitch', shape: 'film' },
  'wordpress-tv': { name: 'WordPress.tv', shape: 'film' },
  soundcloud: {
    name: 'SoundCloud',
    shape: 'sound',
    origin: 'https://w.soundcloud.com',
    frame: (id) => {
      const host = /^(?:tracks|playlists)\/\d+$/.test(id) ? 'api.soundcloud.com' : 'soundcloud.com'
      return `/player/?url=${encodeURIComponent(`https://${host}/${id}`)}&auto_play=true`
    },
  },
  spotify: { name: 'Spotify', shape: 'sound', origin: 'https://open.spotify.com', frame: path('/embed/') },
  acast: { name: 'Acast', shape: 'sound', origin: 'https://embed.acast.com', frame: path('/') },
  'apple-podcasts': {
    name: 'Apple Podcasts',
    shape: 'sound',
    origin: 'https://embed.podcasts.apple.com',
    frame: path('/fr/podcast/'),
  },
  ausha: {
    name: 'Ausha',
    shape: 'sound',
    origin: 'https://player.ausha.co',
    frame: asGiven('https://player.ausha.co'),
  },
  bandcamp: {
    name: 'Bandcamp',
    shape: 'sound',
    origin: 'https://bandcamp.com',
    frame: (id) => (id.startsWith('EmbeddedPlayer/') ? `/${encodeURI(id)}` : null),
  },
  deezer: {
    name: 'Deezer',
    shape: 'sound',
    origin: 'https://widget.deezer.com',
    frame: path('/widget/auto/'),
  },
  mixcloud: {
    name: 'Mixcloud',
    shape: 'sound',
    origin: 'https://player-widget.mixcloud.com',
    frame: (id) => `/widget/iframe/?feed=${encodeURIComponent(`/${id}/`)}`,
  },
  slideshare: {
    name: 'SlideShare',
    shape: 'slides',
    origin: 'https://www.slideshare.net',
    frame: (id) => (/^(?:key\/)?\w+$/.test(id) ? `/slideshow/embed_code/${id}` : null),
  },
  speakerdeck: {
    name: 'Speaker Deck',
    shape: 'slides',
    origin: 'https://speakerdeck.com',
    frame: (id) => (/^[\da-f]{32}$/.test(id) ? `/player/${id}` : null),
  },
  prezi: { name: 'Prezi', shape: 'slides', origin: 'https://prezi.com', frame: path('/p/embed/', '/') },
  calameo: { name: 'Calaméo', shape: 'slides', origin: 'https://v.calameo.com', frame: path('/?bkcode=') },
  genially: { name: 'Genially', shape: 'slides', origin: 'https://view.genially.com', frame: path('/') },
  scribd: {
    name: 'Scribd',
    shape: 'slides',
    origin: 'https://www.scribd.com',
    frame: path('/embeds/', '/content'),
  },
  issuu: { name: 'Issuu', shape: 'slides' },
  datawrapper: {
    name: 'Datawrapper',
    shape: 'slides',
    origin: 'https://datawrapper.dwcdn.net',
    frame: path('/', '/'),
  },
  flourish: {
    name: 'Flourish',
    shape: 'slides',
    origin: 'https://flo.uri.sh',
    frame: path('/', '/embed'),
  },
  infogram: { name: 'Infogram', shape: 'slides', origin: 'https://e.infogram.com', frame: path('/') },
  'google-maps': {
    name: 'Google Maps',
    shape: 'map',
    origin: 'https://www.google.com',
    frame: (id) =>
      id.startsWith('!')
        ? `/maps/embed?pb=${encodeURIComponent(id)}`
        : `/maps?q=${encodeURIComponent(id)}&output=embed`,
  },
  x: {
    name: 'X',
    shape: 'post',
    origin: 'https://platform.twitter.com',
    frame: path('/embed/Tweet.html?dnt=true&id='),
  },
  instagram: {
    name: 'Instagram',
    shape: 'post',
    origin: 'https://www.instagram.com',
    frame: path('/p/', '/embed/'),
  },
  tiktok: { name: 'TikTok', shape: 'post', origin: 'https://www.tiktok.com', frame: path('/embed/v2/') },
  facebook: {
    name: 'Facebook',
    shape: 'post',
    origin: 'https://www.facebook.com',
    frame: (id, url) => {
      const page = /^\d+$/.test(id) ? url : `https://www.facebook.com/${id}`
      return `/plugins/${/videos\/|\/watch/.test(page) ? 'video' : 'post'}.php?href=${encodeURIComponent(page)}`
    },
  },
  bluesky: { name: 'Bluesky', shape: 'post' },
  codepen: { name: 'CodePen', shape: 'slides' },
}

const knownOf = (provider: string | null): Known | undefined =>
  provider !== null && Object.hasOwn(KNOWN, provider) ? KNOWN[provider] : undefined

/** The name of the site that plays it: "YouTube", else the capitalised provider, else the host of its address. */
export function providerName({ provider, url }: Framed): string {
  if (provider === null) return URL.parse(url)?.hostname.replace(/^www\./, '') ?? url
  return knownOf(provider)?.name ?? provider.charAt(0).toUpperCase() + provider.slice(1)
}

/** What it looks like: sets the room that its place takes before anything is loaded. */
export const playerShape = ({ provider }: Framed): PlayerShape | null => knownOf(provider)?.shape ?? null

/** The address of the frame that plays it from a second on; null when it can only be linked to. */
export function frameAddress({ provider, id, url }: Framed, start: number | null): string | null {
  const known = knownOf(provider)
  const rest = id === null ? null : known?.frame?.(id, url)
  if (!known?.origin || !rest) return null
  return `${known.origin}${rest}${start ? (known.start?.(start) ?? '') : ''}`
}

/** Where the picture of a film stands on its own site; null when that cannot be told from its address. */
export const thumbnailAddress = ({ provider, id }: Pick<Framed, 'provider' | 'id'>): string | null =>
  id === null ? null : (knownOf(provider)?.thumbnail?.(id) ?? null)

/** Every origin whose frames a page may show, once the reader asks. */
export const frameOrigins: readonly string[] = Object.values(KNOWN).flatMap(({ origin }) => origin ?? [])
