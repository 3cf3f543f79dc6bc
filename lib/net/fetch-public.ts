import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { createGunzip } from 'node:zlib'
import { isPublicAddress, lookupPublic, PrivateAddressError } from './public-address.ts'

export type FetchOptions = {
  headers?: Record<string, string>
  /** Lets addresses of this machine and its network be fetched. */
  allowPrivate?: boolean
  /** For the whole exchange, redirects included. */
  timeoutMs?: number
  /** Of the decompressed body. */
  maxBytes?: number
}

export type Fetched = {
  /** Where the redirects led. */
  url: string
  status: number
  headers: Record<string, string>
  body: Buffer
}

/** A request that came to nothing; the message is in French. `canRetry`: the network's fault, not the address's. */
export class FetchError extends Error {
  readonly canRetry: boolean
  constructor(message: string, canRetry: boolean) {
    super(message)
    this.name = 'FetchError'
    this.canRetry = canRetry
  }
}

const MAX_REDIRECTS = 5
const MAX_BYTES = 50_000_000
const TIMEOUT_MS = 60_000

/**
 * GETs an http(s) address of the public internet, whatever the status of the answer. Every hop of a redirect is
 * checked again, and credentials are not carried to another origin.
 */
export async function fetchPublic(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS)
  let headers = options.headers ?? {}
  let url = checkedUrl(address, options)
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const answer = await requestOnce(url, headers, options, signal)
    const location = answer.status >= 301 && answer.status <= 308 ? answer.headers.location : undefined
    if (!location || !URL.canParse(location, url.href)) return answer
    const next = checkedUrl(new URL(location, url).href, options)
    if (next.origin !== url.origin) headers = withoutCredentials(headers)
    url = next
  }
  throw new FetchError(`${address} : plus de ${MAX_REDIRECTS} redirections`, false)
}

function checkedUrl(address: string, { allowPrivate }: FetchOptions): URL {
  if (!URL.canParse(address)) throw new FetchError(`${address} n’est pas une adresse`, false)
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchError(`${address} : seules les adresses http et https sont suivies`, false)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivate && isIP(host) && !isPublicAddress(host)) throw new PrivateAddressError(host)
  return url
}

const withoutCredentials = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !/^(?:authorization|cookie)$/i.test(name)))

function requestOnce(
  url: URL,
  headers: Record<string, string>,
  options: FetchOptions,
  signal: AbortSignal,
): Promise<Fetched> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(explained(url, error, signal))
    request(
      url,
      {
        headers: { 'Accept-Encoding': 'gzip', 'User-Agent': 'Chapo', ...headers },
        signal,
        agent: false,
        ...(options.allowPrivate ? {} : { lookup: lookupPublic }),
      },
      (answer) => {
        readBody(answer, options.maxBytes ?? MAX_BYTES).then(
          (body) =>
            resolve({ url: url.href, status: answer.statusCode ?? 0, headers: headersOf(answer), body }),
          fail,
        )
      },
    )
      .on('error', fail)
      .end()
  })
}

/** Names in lower case; of a repeated header, the values joined. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  )
}

async function readBody(answer: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const isCompressed = answer.headers['content-encoding'] === 'gzip'
  const gunzip = createGunzip()
  // Without this, a connection that breaks would leave the decompression waiting for ever.
  if (isCompressed) answer.on('error', (error) => gunzip.destroy(error))
  const bytes: AsyncIterable<Buffer> = isCompressed ? answer.pipe(gunzip) : answer
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > maxBytes) {
      answer.destroy()
      throw new FetchError(`réponse de plus de ${Math.round(maxBytes / 1e6)} Mo`, false)
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function explained(url: URL, error: unknown, signal: AbortSignal): Error {
  if (error instanceof PrivateAddressError) return error
  const where = `${url.origin}${url.pathname}`
  if (error instanceof FetchError) return new FetchError(`${where} : ${error.message}`, error.canRetry)
  if (signal.aborted) return new FetchError(`${where} : pas de réponse à temps`, true)
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return new FetchError(`${where} : connexion impossible ou coupée (${code})`, code !== 'ENOTFOUND')
}
