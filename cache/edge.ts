import { setTimeout as sleep } from 'node:timers/promises'

/**
 * The cache in front of the site: how its copies are named, and how those of a tag are thrown away. `EDGE_PURGE` says
 * which one it is: `varnish://127.0.0.1:6081`, `cloudflare://TOKEN@ZONE_ID`, `fastly://KEY@SERVICE_ID`. nginx, and any
 * cache that is not named here, keeps a page for a second and needs no word from us.
 */
type Call = { url: string; init: RequestInit }
type Edge = { header: string; separator: string; most: number; callsFor(keys: readonly string[]): Call[] }

/** A tag as a header takes it: ASCII, without space or comma. */
const keyOf = (tag: string): string => encodeURIComponent(tag)

const forRegExp = (key: string): string => key.replace(/[.*()]/g, '\\$&')

function varnish({ host }: URL): Edge {
  return {
    header: 'surrogate-key',
    separator: ' ',
    most: 100,
    // As deploy/varnish/chapo.vcl reads it.
    callsFor: (keys) => [
      {
        url: `http://${host}/`,
        init: { method: 'PURGE', headers: { 'X-Keys': keys.map(forRegExp).join('|') } },
      },
    ],
  }
}

/** developers.cloudflare.com/api/resources/cache/methods/purge */
function cloudflare({ hostname, username, searchParams }: URL): Edge {
  const api = searchParams.get('api') ?? 'https://api.cloudflare.com/client/v4'
  return {
    header: 'cache-tag',
    separator: ',',
    most: 30,
    callsFor: (keys) => [
      {
        url: `${api}/zones/${hostname}/purge_cache`,
        init: {
          method: 'POST',
          headers: { Authorization: `Bearer ${username}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ tags: keys }),
        },
      },
    ],
  }
}

/** www.fastly.com/documentation/reference/api/purging */
function fastly({ hostname, username, searchParams }: URL): Edge {
  const api = searchParams.get('api') ?? 'https://api.fastly.com'
  return {
    header: 'surrogate-key',
    separator: ' ',
    most: 256,
    callsFor: (keys) => [
      {
        url: `${api}/service/${hostname}/purge`,
        init: { method: 'POST', headers: { 'Fastly-Key': username, 'Surrogate-Key': keys.join(' ') } },
      },
    ],
  }
}

const edges: Record<string, (address: URL) => Edge> = {
  'varnish:': varnish,
  'cloudflare:': cloudflare,
  'fastly:': fastly,
}

function readEdge(address: string | undefined): Edge | null {
  if (!address) return null
  const url = new URL(address)
  const make = Object.hasOwn(edges, url.protocol) ? edges[url.protocol] : undefined
  if (!make) throw new Error(`EDGE_PURGE : ${url.protocol} n’est pas connu`)
  return make(url)
}

const edge = readEdge(process.env.EDGE_PURGE)

/** What an edge keeps of a page when we can throw it away, and how long: a second when we cannot. */
export const SHARED_SECONDS = edge ? 86_400 : 1

/** The header that names a page's tags to the edge; none when there is no edge to tell. Next's own tags stay here. */
export function edgeKeys(tags: readonly string[]): Record<string, string> {
  const keys = tags.filter((tag) => !tag.startsWith('_N_T_')).map(keyOf)
  return edge && keys.length > 0 ? { [edge.header]: keys.join(edge.separator) } : {}
}

async function send({ url, init }: Call): Promise<void> {
  const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(2000) })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`réponse ${answer.status} à la purge`)
}

/** Milliseconds between the purge and the one that takes what the edge was fetching meanwhile; and between two tries. */
const PAUSE = 1000

/** Tags to purge once more. */
const again = new Set<string>()
let isSweeping = false

async function purgeOnce(target: Edge, tags: readonly string[]): Promise<void> {
  for (let start = 0; start < tags.length; start += target.most)
    for (const call of target.callsFor(tags.slice(start, start + target.most).map(keyOf))) await send(call)
}

/** Purges once more, and until the edge has taken it. */
async function sweep(target: Edge): Promise<void> {
  if (isSweeping) return
  isSweeping = true
  while (again.size > 0) {
    await sleep(PAUSE)
    const tags = [...again]
    again.clear()
    await purgeOnce(target, tags).catch((error: unknown) => {
      console.error('Le cache en façade (EDGE_PURGE) ne prend pas la purge, elle sera redite :', error)
      for (const tag of tags) again.add(tag)
    })
  }
  isSweeping = false
}

/**
 * Throws away the edge's copies of the pages that carry one of the tags: at once, and a second later those of pages
 * that the edge was fetching meanwhile. An edge that does not answer is told again until it does. False when it did not
 * answer at once.
 */
export async function purgeEdge(tags: readonly string[]): Promise<boolean> {
  if (!edge || tags.length === 0) return true
  for (const tag of tags) again.add(tag)
  const isDone = await purgeOnce(edge, tags).then(
    () => true,
    () => false,
  )
  void sweep(edge)
  return isDone
}
