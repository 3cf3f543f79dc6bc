import { PLAYERS_BY_PATH } from './players-by-path.ts'

/** A player of another site, read from the address of its page or of its frame. `start` is in seconds. */
export type Player = { provider: string; id: string; start: number | null }

type Provider = { name: string; host: RegExp; id: (url: URL) => string | null | undefined }

const path = (pattern: RegExp) => (url: URL) => pattern.exec(url.pathname)?.[1]
/** A frame whose address names the page that it plays. */
const target = (url: URL, parameter: string): string | null => {
  const inner = URL.parse(url.searchParams.get(parameter) ?? '')
  return inner && inner.pathname.length > 1 ? inner.pathname.slice(1).replace(/\/$/, '') : null
}

const PROVIDERS: Provider[] = [
  {
    name: 'youtube',
    host: /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$/,
    id: (url) =>
      /^\/(?:embed|v|e|shorts|live)\/([\w-]{6,20})(?:$|[/&])/.exec(url.pathname)?.[1] ??
      url.searchParams.get('v')?.match(/^[\w-]{6,20}$/)?.[0] ??
      url.searchParams.get('list')?.match(/^[\w-]{6,60}$/)?.[0],
  },
  { name: 'youtube', host: /^youtu\.be$/, id: path(/^\/([\w-]{6,20})\/?$/) },
  {
    name: 'vimeo',
    host: /^(?:www\.|player\.)?vimeo\.com$/,
    id: path(/^\/(?:video\/|channels\/[\w-]+\/|groups\/[\w-]+\/videos\/)?(\d{4,12})(?:$|\/)/),
  },
  {
    name: 'dailymotion',
    host: /^(?:www\.|geo\.)?dailymotion\.com$/,
    id: (url) =>
      /^\/(?:embed\/|swf\/)?video\/([a-z\d]{4,20})(?:$|[_/])/i.exec(url.pathname)?.[1] ??
      (url.pathname.startsWith('/player') ? url.searchParams.get('video') : null),
  },
  { name: 'dailymotion', host: /^dai\.ly$/, id: path(/^\/([a-z\d]{4,20})\/?$/i) },
  {
    name: 'soundcloud',
    host: /^w\.soundcloud\.com$/,
    id: (url) => target(url, 'url'),
  },
  {
    name: 'soundcloud',
    host: /^(?:www\.|m\.)?soundcloud\.com$/,
    id: path(/^\/([\w-]+\/(?:sets\/)?[\w-]+)\/?$/),
  },
  {
    name: 'slideshare',
    host: /^(?:www\.|fr\.)?slideshare\.net$/,
    id: path(/^\/(?:slideshow\/embed_code\/)?((?:key\/)?[\w-]+\/[\w-]+|(?:key\/)?\w+)\/?$/),
  },
  {
    name: 'spotify',
    host: /^open\.spotify\.com$/,
    id: path(
      /^\/(?:intl-\w+\/)?(?:embed\/|embed-podcast\/)?((?:track|album|artist|playlist|episode|show)\/\w+)\/?$/,
    ),
  },
  { name: 'x', host: /^(?:www\.|mobile\.)?(?:twitter|x)\.com$/, id: path(/^\/\w+\/status(?:es)?\/(\d+)/) },
  {
    name: 'facebook',
    host: /^(?:www\.|m\.|web\.)?facebook\.com$/,
    id: (url) =>
      url.pathname.startsWith('/plugins/')
        ? target(url, 'href')
        : (/^\/((?:[\w.-]+\/)?(?:videos|posts|reel)\/[\w.-]+)/.exec(url.pathname)?.[1] ??
          url.searchParams.get('v')),
  },
  {
    name: 'instagram',
    host: /^(?:www\.)?(?:instagram\.com|instagr\.am)$/,
    id: path(/^\/(?:[\w.]+\/)?(?:p|reel|tv)\/([\w-]+)/),
  },
  {
    name: 'tiktok',
    host: /^(?:www\.)?tiktok\.com$/,
    id: path(/^\/(?:@[\w.-]+\/video|embed(?:\/v2)?)\/(\d+)/),
  },
  {
    name: 'google-maps',
    host: /^(?:www\.|maps\.)?google\.(?:com|fr|be|ch|ca)$/,
    id: (url) =>
      /^\/maps\/(?:d\/)?(?:u\/\d\/)?embed/.test(url.pathname) || url.searchParams.get('output') === 'embed'
        ? (url.searchParams.get('pb') ?? url.searchParams.get('mid') ?? url.searchParams.get('q'))
        : null,
  },
  {
    name: 'prezi',
    host: /^(?:www\.)?prezi\.com$/,
    id: path(/^\/(?:p\/)?(?:embed\/|v\/|i\/)?([\w-]{8,20})(?:$|\/)/),
  },
  {
    name: 'arte',
    host: /^(?:www\.)?arte\.tv$/,
    id: (url) =>
      /\/videos\/(\d{6}-\d{3}-[A-Z])/.exec(url.pathname)?.[1] ??
      url.searchParams.get('json_url')?.match(/\d{6}-\d{3}-[A-Z]/)?.[0],
  },
  {
    name: 'ina',
    host: /^(?:www\.|player\.)?ina\.fr$/,
    id: path(/\/(?:video|player\/embed|notice)\/([A-Za-z\d]+)/),
  },
  ...PLAYERS_BY_PATH.map(([name, host, id]) => ({ name, host, id: path(id) })),
]

/** PeerTube runs on any host; only its paths tell. */
const PEERTUBE = /^\/videos\/(?:embed|watch)\/([\w-]{20,40})\/?$|^\/w\/([1-9A-HJ-NP-Za-km-z]{20,24})\/?$/

/** Scripts that only bring a known player to life: nothing is lost with them. */
const WIDGET_SCRIPT =
  /^(?:https?:)?\/\/(?:platform\.(?:twitter|x|instagram)\.com|www\.(?:instagram|tiktok)\.com|connect\.facebook\.net)\//i

/** True for the script of a known player. */
export function isWidgetScript(src: string): boolean {
  return WIDGET_SCRIPT.test(src)
}

/** `65`, `65s`, `1m5s`, `1h2m3s` as whole seconds; null when it says nothing. */
function seconds(value: string | null | undefined): number | null {
  const [match, hours, minutes, rest] =
    /^(?:(\d{1,3})h)?(?:(\d{1,5})m)?(?:(\d{1,6})s?)?$/.exec(value ?? '') ?? []
  if (!match) return null
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(rest ?? 0)
}

function startOf(url: URL): number | null {
  const fragment = new URLSearchParams(url.hash.slice(1))
  return seconds(url.searchParams.get('start') ?? url.searchParams.get('t') ?? fragment.get('t'))
}

/** The known player that an absolute http(s) address leads to, or null. */
export function findPlayer(address: string): Player | null {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return null
  for (const provider of PROVIDERS) {
    const id = provider.host.test(url.hostname) ? provider.id(url) : null
    if (id) return { provider: provider.name, id, start: startOf(url) }
  }
  const match = PEERTUBE.exec(url.pathname)
  const id = match?.[1] ?? match?.[2]
  return id ? { provider: 'peertube', id, start: startOf(url) } : null
}
