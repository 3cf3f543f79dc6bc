// @ts-check
import path from 'node:path'

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
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** @type {import('next').NextConfig} */
export default {
  cacheComponents: true,
  partialPrefetching: true,
  // Bots get the cached page like everybody: the pattern never matches.
  htmlLimitedBots: /(?!)/,
  experimental: { globalNotFound: true },
  trailingSlash: true,
  // Next's own redirect to the trailing slash would also meet `POST /api/revalidate`: ours leaves /api alone.
  skipTrailingSlashRedirect: true,
  redirects: async () => [
    { source: '/:path((?!api/)(?!.*/$)(?:.*/)?[^/.]+)', destination: '/:path/', permanent: true },
  ],
  poweredByHeader: false,
  compress: false,
  // `npm test` checks types, once; a build on the machine that serves does not need to.
  typescript: { ignoreBuildErrors: true },
  distDir: process.env.DIST_DIR || '.next',
  // On Vercel the platform shares refreshes itself.
  ...(process.env.VERCEL ? {} : { cacheHandler: path.join(import.meta.dirname, 'cache/handler.ts') }),
  serverExternalPackages: ['@libsql/client', 'libsql', '@prisma/adapter-libsql', 'sharp'],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'Content-Security-Policy', value: policy },
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
  ],
  // WordPress's query addresses: `/?p=6627` and its sisters are answered by one handler.
  rewrites: async () => ({
    beforeFiles: ['p', 'page_id', 'tag'].map((key) => ({
      source: '/',
      has: [{ type: 'query', key }],
      destination: '/api/legacy/',
    })),
  }),
}
