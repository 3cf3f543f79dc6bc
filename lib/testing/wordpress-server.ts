import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A small server that speaks the REST API of WordPress, for tests: lists, pages, `include`, `_fields`, refusals. */

type Row = { id: number } & Record<string, unknown>
export type FakeSite = {
  url: string
  /** By route: `/wp/v2/posts` and so on. Anonymous visitors see what is `publish`. */
  lists: Map<string, Row[]>
  /** What was asked, `GET /wp/v2/posts?page=1`, in order. */
  asked: string[]
  /** Looks at each request first; true when it answered. */
  intercept: (route: string, query: URLSearchParams, answer: ServerResponse) => boolean
  /** The bytes of an uploaded file, by its path. */
  files: (path: string) => Buffer | null
  /** `index` only answers `?rest_route=`, as where permalinks are off. */
  hasPermalinks: boolean
  close: () => Promise<void>
}

export const TOKEN = `Basic ${Buffer.from('ana:abcd efgh').toString('base64')}`

const TYPES = {
  post: { slug: 'post', rest_base: 'posts', rest_namespace: 'wp/v2' },
  page: { slug: 'page', rest_base: 'pages', rest_namespace: 'wp/v2' },
  attachment: { slug: 'attachment', rest_base: 'media', rest_namespace: 'wp/v2' },
  wp_block: { slug: 'wp_block', rest_base: 'blocks', rest_namespace: 'wp/v2' },
}

const ROUTES = ['posts', 'pages', 'media', 'categories', 'tags', 'comments'].map((name) => `/wp/v2/${name}`)

/** Starts a site on 127.0.0.1. */
export async function serveWordPress(): Promise<FakeSite> {
  const server = createServer((request, response) => {
    const file = site.files(new URL(request.url ?? '/', site.url).pathname)
    if (file) return response.end(file)
    const { route, query } = routeOf(request, site.hasPermalinks)
    if (route === null) return send(response, 404, { html: 'not found' })
    site.asked.push(`${route}?${query}`)
    if (site.intercept(route, query, response)) return
    if (route === '/') return send(response, 200, { home: site.url, namespaces: ['wp/v2'] })
    if (route === '/wp/v2/types') return send(response, 200, TYPES)
    const rows = site.lists.get(route)
    const isSigned = request.headers.authorization === TOKEN
    if (!rows || (request.headers.authorization && !isSigned))
      return send(response, 401, { code: 'rest_forbidden', message: 'Désolé.', data: { status: 401 } })
    sendList(response, rows, query, isSigned)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const site: FakeSite = {
    url: `http://127.0.0.1:${port}`,
    lists: new Map(ROUTES.map((route) => [route, []])),
    asked: [],
    intercept: () => false,
    files: () => null,
    hasPermalinks: true,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
  return site
}

function routeOf(request: IncomingMessage, hasPermalinks: boolean) {
  const url = new URL(request.url ?? '/', 'http://site.test')
  const query = url.searchParams
  const named = query.get('rest_route')
  query.delete('rest_route')
  if (named) return { route: named, query }
  return {
    route: hasPermalinks && url.pathname.startsWith('/wp-json/') ? url.pathname.slice(8) : null,
    query,
  }
}

function sendList(response: ServerResponse, rows: Row[], query: URLSearchParams, isSigned: boolean): void {
  const include = query.get('include')?.split(',').map(Number)
  const posts = query.get('post')?.split(',').map(Number)
  const shown = rows.filter(
    (row) =>
      (!include || include.includes(row.id)) &&
      (!posts || posts.includes(Number(row.post))) &&
      (row.status === undefined ||
        row.status === 'publish' ||
        row.status === 'inherit' ||
        row.status === 'approved' ||
        isSigned),
  )
  const size = Number(query.get('per_page') ?? 10)
  const page = Number(query.get('page') ?? 1)
  const pages = Math.ceil(shown.length / size)
  if (page > Math.max(1, pages)) {
    send(response, 400, { code: 'rest_post_invalid_page_number', message: 'Trop loin.' })
    return
  }
  const fields = query.get('_fields')?.split(',')
  const body = shown
    .slice((page - 1) * size, page * size)
    .map((row) =>
      fields ? Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name))) : row,
    )
  send(response, 200, body, { 'X-WP-TotalPages': String(pages) })
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body))
}
