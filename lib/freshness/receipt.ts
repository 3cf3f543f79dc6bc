/**
 * The receipt of a publication: every address it touched is fetched back from every server, and through the public
 * address, until it shows what the database holds.
 */

/** `mark` is the revision of a page, or where a redirect leads; null when there is nothing but the status to compare. */
export type Answer = { status: number; mark: string | null }

/** An address that does not show what it should. */
export type Late = { address: string; expected: string; found: string }

export type Receipt = { checked: number; fresh: number; milliseconds: number; late: Late[] }

export type ReceiptOptions = {
  /** Paths of the site, decoded: `/été/`, `/?p=7`. */
  paths: readonly string[]
  /** What the database holds now, asked again at each try: another change may come meanwhile. */
  answerAt: (path: string) => Promise<Answer>
  /** Addresses of the servers and of the edge, without a slash at their end. */
  servers: readonly string[]
  /** Milliseconds after which what is still late is given up. */
  patience?: number
}

const AT_ONCE = 6
const FETCH_TIME = 5000
const LONGEST_PAUSE = 1000

const addressAt = (server: string, path: string): string =>
  `${server}${path.startsWith('/?') ? path : path.split('/').map(encodeURIComponent).join('/')}`

/** The same answer, whatever the status that says "elsewhere". */
const word = ({ status, mark }: Answer): string =>
  [status === 301 || status === 308 ? 'redirection' : status, mark ?? ''].join(' ').trim()

/** What a server answers: the revision that the page or the header names, or where it leads. */
async function readBack(address: string): Promise<Answer> {
  const response = await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(FETCH_TIME) })
  const { status, headers } = response
  const body = await response.text()
  if (status >= 300 && status < 400) return { status, mark: headers.get('location') }
  if (status !== 200) return { status, mark: null }
  const [, revision = null] = /<meta name="revision" content="([0-9a-f]+)"/.exec(body) ?? []
  return { status, mark: headers.get('x-revision') ?? revision }
}

type Check = { server: string; path: string }

async function compare({ server, path }: Check, expected: Answer): Promise<Late | null> {
  const address = addressAt(server, path)
  const found = await readBack(address).then(word, (error: unknown) =>
    error instanceof Error ? error.message : String(error),
  )
  return found === word(expected) ? null : { address, expected: word(expected), found }
}

/** Those of the checks that fail, with what they found. */
async function failures(checks: readonly Check[], answerAt: ReceiptOptions['answerAt']) {
  const late: { check: Check; found: Late }[] = []
  const answers = new Map<string, Promise<Answer>>()
  const queue = [...checks]
  const work = async () => {
    for (let check = queue.shift(); check; check = queue.shift()) {
      const answer = answers.get(check.path) ?? answerAt(check.path)
      answers.set(check.path, answer)
      const found = await compare(check, await answer)
      if (found) late.push({ check, found })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return late
}

/** Fetches every path from every server and compares; what is late is tried again, with growing pauses. */
export async function publishReceipt(options: ReceiptOptions): Promise<Receipt> {
  const { paths, servers, answerAt, patience = 10_000 } = options
  const start = performance.now()
  const checks = servers.flatMap((server) => paths.map((path) => ({ server, path })))
  let late = await failures(checks, answerAt)
  for (let pause = 25; late.length > 0 && performance.now() - start < patience; pause *= 2) {
    await new Promise((resolve) => setTimeout(resolve, Math.min(pause, LONGEST_PAUSE)))
    late = await failures(
      late.map(({ check }) => check),
      answerAt,
    )
  }
  const milliseconds = Math.round(performance.now() - start)
  const fresh = checks.length - late.length
  return { checked: checks.length, fresh, milliseconds, late: late.map(({ found }) => found) }
}

/** "14/14 en ligne en 0,6 s", and a line for each that is not. */
export function receiptText({ checked, fresh, milliseconds, late }: Receipt): string {
  const seconds = (milliseconds / 1000).toLocaleString('fr-FR', { maximumFractionDigits: 1 })
  const lines = late.map(
    ({ address, expected, found }) => `  ✗ ${address} : attendu ${expected}, reçu ${found}`,
  )
  return [`${fresh}/${checked} en ligne en ${seconds} s`, ...lines].join('\n')
}
