// @ts-check
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { FEED_NAMES, QUERY_NAMES } from './lib/old-addresses.ts'
import { frameOrigins } from './lib/players.ts'

const stripsScripts = process.env.READER_SCRIPTS !== 'next'
const isProduction = process.env.NODE_ENV === 'production'

const policy = [
  "default-src 'self'",
  // Reading pages ship no inline script; the framework's own need it where they are kept (Vercel, development).
  `script-src 'self'${stripsScripts && isProduction ? '' : " 'unsafe-inline' 'unsafe-eval'"}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "media-src 'self' https:",
  "font-src 'self'",
  "connect-src 'self'",
  // The players that a reader may ask for; no page holds a frame before that.
  `frame-src ${frameOrigins.join(' ')}`,
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** RSS stands at WordPress's own addresses, old names included; `?paged=2` becomes a part of the path, which is cached. */
const feedRewrites = [
  { source: '/:path*/feed/atom', format: 'atom' },
  { source: '/:path*/feed/json', format: 'json' },
  { source: '/:path*/feed/:name(rss|rss2|rdf)?', format: 'rss' },
  { source: '/:name(rss|rss2|rdf)', format: 'rss' },
  { source: '/atom', format: 'atom' },
].flatMap(({ source, format }) => {
  const path = source.includes(':path*') ? '/:path*' : ''
  const paged = { type: /** @type {const} */ ('query'), key: 'paged', value: '(?<paged>[1-9]\\d{0,5})' }
  return [
    { source, has: [paged], destination: `/api/feed/${format}${path}/page/:paged/` },
    { source, destination: `/api/feed/${format}${path}/` },
  ]
})
/** Changes with any of our scripts, so that browsers keep each version for good. */
function scriptsVersion() {
  const folder = path.join(import.meta.dirname, 'public/scripts')
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, name)))
  return hash.digest('hex').slice(0, 12)
}

/** @type {import('next').NextConfig} */
export default {
  cacheComponents: true,
  partialPrefetching: true,
  // Bots get the cached page like everybody: the pattern never matches.
  htmlLimitedBots: /(?!)/,
  experimental: { globalNotFound: true },
  trailingSlash: true,
  // Next's own redirect to the trailing slash would also meet `POST /api/revalidate`, and make an old address need two
  // hops: see the rewrites below.
  skipTrailingSlashRedirect: true,
  poweredByHeader: false,
  // Pages are compressed once, and kept: cache/compressed.ts.
  compress: false,
  // `npm test` checks types, once; a build on the machine that serves does not need to.
  typescript: { ignoreBuildErrors: true },
  // Several builds at once behind one address: a page asks for the files of its own.
  deploymentId: process.env.DEPLOYMENT_ID || undefined,
  distDir: process.env.DIST_DIR || '.next',
  // On Vercel the platform shares refreshes itself.
  ...(process.env.VERCEL ? {} : { cacheHandler: path.join(import.meta.dirname, 'cache/handler.ts') }),
  serverExternalPackages: ['@prisma/adapter-pg', 'sharp'],
  env: { SCRIPTS_VERSION: scriptsVersion() },
  headers: async () => [
    {
      source: '/scripts/:file',
      headers: [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }],
    },
    { source: '/:path*', headers: [{ key: 'X-Content-Type-Options', value: 'nosniff' }] },
    {
      // What a page may do. On each of its pictures and fonts it would weigh as much as a script, and say nothing.
      source: '/((?!_next/static/|scripts/|media/).*)',
      headers: [
        { key: 'Content-Security-Policy', value: policy },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
  ],
  redirects: async () =>
    Object.entries({
      // The sitemaps of WordPress and of its plugins.
      '/wp-sitemap:part([^/]*)\\.xml': '/sitemap.xml',
      '/sitemap_index.xml': '/sitemap.xml',
      '/:part((?:post|page|category|post_tag|author|attachment)-sitemap\\d*)\\.xml': '/sitemap.xml',
      // Its feeds of old, and its searches as paths.
      '/wp-:name(rdf|rss|rss2|feed)\\.php': '/feed/',
      '/wp-atom.php': '/feed/atom/',
      '/wp-commentsrss2.php': '/comments/feed/',
      '/search/:words([^/]+)/:rest*': '/recherche/?q=:words',
    }).map(([source, destination]) => ({ source, destination, permanent: true })),
  rewrites: async () => ({
    beforeFiles: [
      // WordPress's query form of a feed, at any address.
      {
        source: '/:path((?!api/|_next/|media/).+)',
        has: [{ type: 'query', key: 'feed', value: FEED_NAMES }],
        destination: '/api/legacy/:path/',
      },
      // A search: `proxy.ts` writes the header.
      {
        source: '/recherche/',
        has: [{ type: 'header', key: 'x-search', value: '(?<segment>[\\w-]+)' }],
        destination: '/recherche/:segment/',
      },
      // WordPress's own machinery: the writing room and its services.
      ...['/wp-login.php', '/xmlrpc.php', '/wp-cron.php', '/wp-admin/:path*', '/wp-json/:path*'].map(
        (source) => ({
          source,
          destination: '/api/gone/',
        }),
      ),
      // Feeds: of the site, a tag, a category, a date, an article, comments.
      ...feedRewrites,
      { source: '/sitemap.xml', destination: '/sitemaps/index.xml' },
      { source: '/news-sitemap.xml', destination: '/sitemaps/actualites.xml' },
      // What no page can answer goes to one handler: queries, uploads, `index.php`, paths without their last slash.
      ...QUERY_NAMES.map((key) => ({
        source: '/',
        has: [{ type: 'query', key }],
        destination: '/api/legacy/',
      })),
      { source: '/', has: [{ type: 'query', key: 'm', value: '\\d{4,14}' }], destination: '/api/legacy/' },
      { source: '/:folder*/wp-content/:path*', destination: '/api/legacy/:folder*/wp-content/:path*/' },
      { source: '/files/:path*', destination: '/api/legacy/files/:path*/' },
      { source: '/index.php', destination: '/api/legacy/' },
      { source: '/index.php/:path*', destination: '/api/legacy/index.php/:path*/' },
      { source: '/:path((?!api/|_next/)(?!.*/$)(?:.*/)?[^/.]+)', destination: '/api/legacy/:path/' },
    ],
  }),
}
