import type { Embed } from '../../lib/document/types.ts'

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
