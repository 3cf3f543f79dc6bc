import { env, siteUrl } from '../env.ts'

/** Feeds named in one message; hubs take several addresses, and refuse messages without end. */
const BATCH = 30
/** An import of ten years changes thousands of lists: whoever follows one hears of it from the feeds named here. */
const MOST_FEEDS = 300
const PATIENCE = 5000

/** The lists that have feeds, by the kind of their cache tag. */
const PLACES: Record<string, string> = {
  tag: 'tag',
  category: 'category',
  series: 'dossier',
  person: 'personne',
}

/** The addresses of the feeds that show what carries a cache tag, in every format; none for a tag of no list. */
export function feedsOfTag(tag: string, site: string): string[] {
  const [, kind = '', name] = /^(\w+):(.+)$/.exec(tag) ?? []
  const place = PLACES[kind]
  if (tag !== 'home' && (place === undefined || name === undefined)) return []
  const page = tag === 'home' ? `${site}/` : `${site}/${place}/${name}/`
  return ['feed/', 'feed/atom/', 'feed/json/'].map((feed) => `${page}${feed}`)
}

async function tell(hub: string, feeds: readonly string[]): Promise<void> {
  const body = new URLSearchParams([['hub.mode', 'publish'], ...feeds.map((feed) => ['hub.url', feed])])
  const answer = await fetch(hub, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE) })
  if (!answer.ok) throw new Error(`réponse ${answer.status}`)
}

/**
 * Tells the WebSub hub which feeds have changed, so that readers have the article within seconds. Without a hub it does
 * nothing; a hub that does not answer is named on the error output, and delays nobody's publication by more than it
 * takes to say so. True when the hub was told.
 */
export async function announce(
  tags: readonly string[],
  hub: string | undefined = env.WEBSUB_HUB,
  site: string = siteUrl,
): Promise<boolean> {
  const feeds = tags.flatMap((tag) => feedsOfTag(tag, site)).slice(0, MOST_FEEDS)
  if (!hub || feeds.length === 0) return false
  const batches = Array.from({ length: Math.ceil(feeds.length / BATCH) }, (_, index) =>
    feeds.slice(index * BATCH, (index + 1) * BATCH),
  )
  try {
    for (const batch of batches) await tell(hub, batch)
    return true
  } catch (error) {
    console.error(
      `Le relais WebSub (${hub}) n’a pas été prévenu :`,
      error instanceof Error ? error.message : error,
    )
    return false
  }
}
