// For the command line, which reads and renders articles with the very code of the pages: lets Node read .tsx (it strips
// types by itself, but does not know JSX), and gives the reads a `next/cache` that keeps nothing.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const outsideNext = new URL('../lib/freshness/outside-next.ts', import.meta.url).href

registerHooks({
  resolve(specifier, context, nextResolve) {
    return nextResolve(specifier === 'next/cache' ? outsideNext : specifier, context)
  },
  load(url, context, nextLoad) {
    if (!url.endsWith('.tsx')) return nextLoad(url, context)
    const source = readFileSync(fileURLToPath(url), 'utf8')
    const { code } = transformSync(source, {
      loader: 'tsx',
      jsx: 'automatic',
      format: 'esm',
      sourcemap: 'inline',
    })
    return { format: 'module', source: code, shortCircuit: true }
  },
})
