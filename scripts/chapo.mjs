// `npm run chapo -- …`: the command line of bin/chapo.ts, with Node 24 and the packages it needs.
import { setup, stayNode } from './setup.mjs'

setup(2)
// A long import needs a tenth of what Node would let its memory grow to: the youngest objects may take 128 MB before it
// looks at them, the older ones twice what was left of them the last time. With 8 MB from the start, the youngest are
// looked at less often than while that room grows from one. One arena for what is not JavaScript (glibc's malloc) keeps
// no 15 MB of holes in others. The cache of compiled code spares the compiler of TypeScript, which takes 20 MB a thread.
stayNode(
  [
    '--min-semi-space-size=8',
    '--max-semi-space-size=8',
    '--heap-growing-percent=20',
    '--import',
    './scripts/tsx-hook.mjs',
    'bin/chapo.ts',
    ...process.argv.slice(2),
  ],
  { NODE_COMPILE_CACHE: 'node_modules/.cache/chapo', MALLOC_ARENA_MAX: '1' },
)
