import type { Embed } from '../../lib/document/types.ts'

const PROVIDER_NAMES: Record<string, string> = {
  youtube: 'YouTube',
  vimeo: 'Vimeo',
  dailymotion: 'Dailymotion',
  soundcloud: 'SoundCloud',
  slideshare: 'SlideShare',
  x: 'X',
  peertube: 'PeerTube',
  'google-maps': 'Google Maps',
  ina: 'INA',
  arte: 'Arte',
}

/** The name of the site that plays it: "YouTube", else the capitalised provider, else the host of its address. */
export function providerName({ provider, url }: Embed['attrs']): string {
  if (provider === null) return new URL(url).hostname.replace(/^www\./, '')
  return PROVIDER_NAMES[provider] ?? provider.charAt(0).toUpperCase() + provider.slice(1)
}

const PLAYERS = new Set(['youtube', 'vimeo', 'dailymotion', 'soundcloud', 'peertube', 'ina', 'arte'])

/** Whether it is to be watched or heard, not read. */
export const isPlayer = ({ provider }: Embed['attrs']): boolean => provider !== null && PLAYERS.has(provider)

/** The page to open, at the start time when the site has a way to say it: YouTube, Vimeo, Dailymotion. */
export function embedAddress({ provider, id, url, start }: Embed['attrs']): string {
  const isVideo = id !== null && /^[\w-]+$/.test(id)
  if (provider === 'youtube' && isVideo && id.length === 11)
    return `https://www.youtube.com/watch?v=${id}${start ? `&t=${start}s` : ''}`
  if (provider === 'vimeo' && isVideo) return `https://vimeo.com/${id}${start ? `#t=${start}s` : ''}`
  if (provider === 'dailymotion' && isVideo)
    return `https://www.dailymotion.com/video/${id}${start ? `?start=${start}` : ''}`
  return url
}
