import { createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { MediaError } from './media-error.ts'
import { beginning, isContinuation, type PartialFile, rangeHeaders } from './partial-file.ts'
import { isPublicAddress, lookupPublic, PrivateAddressError } from './public-address.ts'

export type FetchLimits = {
  allowPrivate: boolean
  maxBytes: number
  /** Without a byte for so long, then in all. */
  idleMilliseconds: number
  totalMilliseconds: number
  /** Before each new try. */
  backoffMilliseconds: readonly number[]
}

const MINUTE = 60_000
const MEGABYTE = 1024 * 1024
const DEFAULTS: FetchLimits = {
  allowPrivate: false,
  maxBytes: 2048 * MEGABYTE,
  idleMilliseconds: 20_000,
  totalMilliseconds: 15 * MINUTE,
  backoffMilliseconds: [500, 2000, 6000],
}
const MAX_REDIRECTS = 5
/** A try that came so much further than all before went well: they are forgotten. */
const PROGRESS = MEGABYTE

const NOTHING: PartialFile = { bytes: 0, total: null, validator: null }

/** An answer that another try may better: the host is busy or broken, the connection was cut. */
export class PassingError extends MediaError {
  readonly retryAfter: number
  constructor(message: string, retryAfter = 0) {
    super(message)
    this.retryAfter = retryAfter
  }
}

function ask(
  url: URL,
  range: Record<string, string>,
  limits: FetchLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!limits.allowPrivate && isIP(host) !== 0 && !isPublicAddress(host))
    return Promise.reject(new PrivateAddressError(`${url.host} : adresse privée`))
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      signal,
      timeout: limits.idleMilliseconds,
      headers: { 'user-agent': 'chapo-import', accept: '*/*', 'accept-encoding': 'identity', ...range },
      ...(limits.allowPrivate ? {} : { lookup: lookupPublic }),
    })
    sent
      .on('response', resolve)
      .on('timeout', () => sent.destroy(new PassingError('pas de réponse à temps')))
      .on('error', reject)
      .end()
  })
}

function refusal({ statusCode = 0, headers }: IncomingMessage): MediaError {
  const seconds = Number(headers['retry-after'] ?? 0)
  return statusCode === 429 || statusCode === 408 || statusCode >= 500
    ? new PassingError(`réponse ${statusCode}`, Number.isFinite(seconds) ? Math.min(seconds, 30) * 1000 : 0)
    : new MediaError(`réponse ${statusCode}`)
}

/** Writes the rest of a file, from where it was cut. */
async function receive(
  response: IncomingMessage,
  target: string,
  limits: FetchLimits,
  { bytes, total }: PartialFile,
): Promise<void> {
  const announced = total ?? bytes + Number(response.headers['content-length'] ?? Number.NaN)
  const tooLarge = () => new MediaError(`plus de ${Math.round(limits.maxBytes / MEGABYTE)} Mo`)
  if (announced > limits.maxBytes) throw tooLarge()
  let received = bytes
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      received += chunk.length
      if (received > limits.maxBytes) done(tooLarge())
      else done(null, chunk)
    },
  })
  await pipeline(response, counter, createWriteStream(target, bytes > 0 ? { flags: 'r+', start: bytes } : {}))
  if (announced > received) throw new PassingError('fichier reçu incomplet')
}

/** The file as it is to be received: from its beginning, or from where it was cut. */
function partToReceive(response: IncomingMessage, part: PartialFile): PartialFile {
  if (response.statusCode === 200) return beginning(response)
  if (response.statusCode === 206 && isContinuation(response, part)) return part
  throw new PassingError('la suite n’est pas celle du même fichier')
}

const sizeOf = (file: string) =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  )

type Download = { target: string; limits: FetchLimits; part: PartialFile }

/**
 * One try, redirects followed; each of them is checked like the first address. What came is kept in `download` when it
 * is cut, and dropped when it cannot be gone on with.
 */
async function attempt(url: URL, download: Download): Promise<'received' | 'absent'> {
  const { target, limits, part } = download
  const signal = AbortSignal.timeout(limits.totalMilliseconds)
  let here = url
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const response = await ask(here, rangeHeaders(part), limits, signal)
    const { statusCode = 0, headers } = response
    try {
      if (statusCode === 404 || statusCode === 410) return 'absent'
      if (statusCode === 200 || statusCode === 206 || statusCode === 416) {
        download.part = NOTHING
        const started = partToReceive(response, part)
        try {
          await receive(response, target, limits, started)
        } catch (error) {
          download.part = { ...started, bytes: await sizeOf(target) }
          throw error
        }
        return 'received'
      }
      const next = statusCode >= 300 && statusCode < 400 ? URL.parse(headers.location ?? '', here) : null
      if (!next) throw refusal(response)
      if (!/^https?:$/.test(next.protocol)) throw new MediaError(`redirigé vers ${next.protocol}`)
      here = next
    } finally {
      response.destroy()
    }
  }
  throw new MediaError('trop de redirections')
}

function explain(error: unknown): MediaError {
  if (error instanceof MediaError) return error
  if (error instanceof PrivateAddressError)
    return new MediaError(`${error.message} refusée (--allow-private l’accepte)`)
  if (error instanceof Error && /^(?:Abort|Timeout)Error$/.test(error.name))
    return new MediaError('trop long à venir')
  const message = error instanceof Error ? error.message : String(error)
  return new PassingError(message || 'connexion impossible')
}

/**
 * Writes the file at an address to `target`. False when the host says that there is none; a passing fault is tried again
 * after a while, from where the file was cut when its host can tell that it is still the same. Throws `MediaError` with
 * the reason when it cannot be had.
 */
export async function fetchFile(url: URL, target: string, some: Partial<FetchLimits> = {}): Promise<boolean> {
  const limits = { ...DEFAULTS, ...some }
  const download: Download = { target, limits, part: NOTHING }
  let furthest = 0
  for (let tries = 0; ; tries += 1) {
    try {
      return (await attempt(url, download)) === 'received'
    } catch (caught) {
      const error = explain(caught)
      if (download.part.bytes >= furthest + PROGRESS) {
        furthest = download.part.bytes
        tries = 0
      }
      const pause = limits.backoffMilliseconds[tries]
      if (!(error instanceof PassingError) || pause === undefined) throw error
      await wait(Math.max(pause, error.retryAfter))
    }
  }
}
