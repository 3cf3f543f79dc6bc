import { setTimeout as wait } from 'node:timers/promises'
import { FetchError, type Fetched, fetchPublic } from '../net/fetch-public.ts'
import { PrivateAddressError } from '../net/public-address.ts'
import { parseJson } from '../wordpress/clean-text.ts'
import { readIndex, readRefusal } from '../wordpress/rest-site.ts'
import { SourceError } from '../wordpress/source.ts'

export type RestOptions = {
  /** Address of the WordPress site. */
  from: string
  /** A WordPress account and one of its application passwords: without them, only what is public is read. */
  account: { user: string; password: string } | null
  allowPrivate: boolean
  /** Milliseconds between two requests. */
  pause?: number
}

export type Query = Record<string, string>
export type Page = { value: unknown; pages: number | null }

/** A refusal or a fault of the site, once tried again in vain. */
export class RestError extends SourceError {
  readonly status: number
  constructor(from: string, route: string, status: number, message: string) {
    super(from, route, message)
    this.status = status
  }
}

/** One site's REST API, asked politely: one request at a time, with a pause after each. */
export type RestApi = {
  /** The address that WordPress gives itself, without a trailing slash. */
  site: string
  isSigned: boolean
  get: (route: string, query?: Query) => Promise<Page>
  /** The pages of a list, 100 items each. */
  pages: (route: string, query?: Query) => AsyncGenerator<unknown[]>
}

const PAUSE = 200
const TRIES = 4
/** A site that asks to wait longer is asked again by a later run. */
const LONGEST_WAIT = 120_000
const PER_PAGE = 100

/** Finds the API of a site: `/wp-json/`, or `?rest_route=` where permalinks are off. */
export async function openRest(options: RestOptions): Promise<RestApi> {
  const from = options.from.replace(/\/+$/, '').replace(/\/wp-json$/, '')
  const asker = restAsker({ ...options, from })
  for (const addressOf of ROOTS) {
    const answer = await asker.ask(addressOf(from, '/'), '/', false)
    const index = answer.status === 200 ? readIndex(parsed(answer)) : null
    if (!index) continue
    const base = baseOf(answer.url)
    if (options.account && new URL(base).origin !== new URL(from).origin)
      throw new RestError(
        from,
        '/',
        0,
        `le site redirige vers ${base}. Donnez cette adresse, où le mot de passe ira.`,
      )
    return restApi(
      asker,
      (route) => addressOf(base, route),
      index.home ?? base,
      options.account !== null,
      from,
    )
  }
  throw new RestError(from, '/', 0, 'aucune API REST de WordPress à cette adresse')
}

const ROOTS: ((base: string, route: string) => URL)[] = [
  (base, route) => new URL(`${base}/wp-json${route}`),
  (base, route) => new URL(`${base}/?rest_route=${route}`),
]

/** The site's address from that of its API's root, wherever redirects led. */
const baseOf = (root: string): string => root.replace(/\/?(?:wp-json\/?)?(?:\?.*)?$/, '')

function restApi(
  asker: Asker,
  addressOf: (route: string) => URL,
  site: string,
  isSigned: boolean,
  from: string,
): RestApi {
  async function get(route: string, query: Query = {}): Promise<Page> {
    const url = addressOf(route)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const answer = await asker.ask(url, route, isSigned)
    const value = parsed(answer)
    if (answer.status !== 200) throw new RestError(from, route, answer.status, reasonOf(answer, value))
    if (value === undefined) throw new RestError(from, route, 502, 'la réponse n’est pas du JSON')
    const pages = Number(answer.headers['x-wp-totalpages'] ?? Number.NaN)
    return { value, pages: Number.isSafeInteger(pages) ? pages : null }
  }

  async function* pages(route: string, query: Query = {}): AsyncGenerator<unknown[]> {
    for (let page = 1; ; page += 1) {
      const answer = await get(route, { ...query, per_page: String(PER_PAGE), page: String(page) }).catch(
        (error: unknown) => {
          // Past the end, where a proxy hid how many pages there are, or items went meanwhile.
          if (page > 1 && error instanceof RestError && error.status === 400) return null
          throw error
        },
      )
      if (!answer) return
      if (!Array.isArray(answer.value))
        throw new RestError(from, route, 502, 'la réponse n’est pas une liste')
      yield answer.value
      const isLast = answer.pages === null ? answer.value.length < PER_PAGE : page >= answer.pages
      if (isLast) return
    }
  }

  return { site, isSigned, get, pages }
}

type Asker = { ask: (url: URL, route: string, signed: boolean) => Promise<Fetched> }

/** Asks again, each time later, when the site or the network falters; waits as long as the site says. */
function restAsker({ from, account, allowPrivate, pause = PAUSE }: RestOptions): Asker {
  const token = account && Buffer.from(`${account.user}:${account.password}`).toString('base64')

  async function tryOnce(url: URL, headers: Record<string, string>): Promise<Fetched | FetchError> {
    try {
      return await fetchPublic(url.href, { allowPrivate, headers })
    } catch (error) {
      if (error instanceof FetchError && error.canRetry) return error
      throw error
    }
  }

  async function ask(url: URL, route: string, signed: boolean): Promise<Fetched> {
    const headers = {
      Accept: 'application/json',
      ...(signed && token ? { Authorization: `Basic ${token}` } : {}),
    }
    for (let attempt = 1; ; attempt += 1) {
      const answer = await tryOnce(url, headers).catch((error: unknown) => {
        if (error instanceof FetchError || error instanceof PrivateAddressError)
          throw new RestError(from, route, 0, error.message)
        throw error
      })
      const failed = answer instanceof FetchError
      await wait(pause)
      if (!failed && answer.status !== 429 && answer.status < 500) return answer
      const delay = failed ? null : retryAfter(answer.headers['retry-after'])
      if (attempt >= TRIES || (delay ?? 0) > LONGEST_WAIT) {
        if (failed) throw new RestError(from, route, 0, answer.message)
        return answer
      }
      await wait(delay ?? pause * 5 * 2 ** (attempt - 1))
    }
  }
  return { ask }
}

/** Milliseconds, from seconds or a date. */
function retryAfter(header: string | undefined): number | null {
  if (!header) return null
  const seconds = Number(header)
  const delay = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(delay) ? null : Math.max(0, delay)
}

/** The JSON of an answer; undefined for anything else. */
function parsed({ body }: Fetched): unknown {
  const text = body.toString('utf8').replace(/^\ufeff/, '')
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

function reasonOf({ status }: Fetched, value: unknown): string {
  const refusal = readRefusal(value)
  const advice =
    status === 401 || status === 403 ? '. Vérifiez le compte et son mot de passe d’application' : ''
  return refusal
    ? `${refusal.message} (${refusal.code}, ${status})${advice}`
    : `le site répond ${status}${advice}`
}
