// What a page weighs, by kind: HTML, styles, scripts and fonts, as they are and gzipped, without its pictures.
// `node bench/weight.ts [PATH…]` against the site running on PORT (`npm start`).
import { gzipSync } from 'node:zlib'

const baseURL = `http://127.0.0.1:${process.env.PORT ?? '3000'}`

type Weight = { kind: string; files: number; bytes: number; gzip: number }

type Answer = { body: Buffer; links: string }

async function read(address: string): Promise<Answer> {
  const response = await fetch(new URL(address, baseURL))
  if (!response.ok) throw new Error(`${address} : ${response.status}`)
  const body = Buffer.from(await response.arrayBuffer())
  return { body, links: response.headers.get('link') ?? '' }
}

/** The addresses of the page's files, each once; fonts are those that its `Link` header asks for. */
function filesOf(html: string, links: string): Record<string, string[]> {
  const found = (pattern: RegExp, text = html) => [
    ...new Set([...text.matchAll(pattern)].map(([, address = '']) => address)),
  ]
  return {
    CSS: found(/<link[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g),
    JavaScript: found(/<script[^>]*\bsrc="([^"]+)"/g),
    polices: found(/<([^>]+\.woff2)>/g, links),
  }
}

function weigh(kind: string, answers: readonly Answer[]): Weight {
  const contents = answers.map(({ body }) => body)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    kind,
    files: answers.length,
    bytes: sum(contents.map((content) => content.length)),
    // A font is compressed already.
    gzip: sum(contents.map((content) => (kind === 'polices' ? content.length : gzipSync(content).length))),
  }
}

/** What the page at `path` weighs, by kind. */
export async function weightOf(path: string): Promise<Weight[]> {
  const page = await read(path)
  const kinds = Object.entries(filesOf(page.body.toString('utf8'), page.links))
  const others = await Promise.all(
    kinds.map(async ([kind, addresses]) => weigh(kind, await Promise.all(addresses.map(read)))),
  )
  return [weigh('HTML', [page]), ...others]
}

if (import.meta.main) {
  const paths = process.argv.slice(2)
  for (const path of paths.length > 0 ? paths : ['/', '/elise-varambon-luthiere/', '/tag/bois/']) {
    const weights = await weightOf(path)
    console.log(path)
    console.table(weights)
    console.log(
      `  ensemble, gzip : ${(weights.reduce((sum, { gzip }) => sum + gzip, 0) / 1000).toFixed(1)} kB`,
    )
  }
}
