// For the command line, which reads and renders articles with the very code of the pages: lets Node read .tsx (it strips
// types by itself, but does not know JSX), and gives the reads a `next/cache` that keeps nothing.
import { readFileSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const outsideNext = new URL('../lib/freshness/outside-next.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, nextResolve) {
    return nextResolve(specifier === 'next/cache' ? outsideNext : specifier, context)
  },
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context)
    const source = readFileSync(fileURLToPath(url), 'utf8')
    // Only where a .tsx is read: it takes 10 MB.
    const { code } = require('esbuild').transformSync(source, {
      loader: 'tsx',
      jsx: 'automatic',
      format: 'esm',
      sourcemap: 'inline',
    })
    return { format: 'module', source: code, shortCircuit: true }
  },
})
