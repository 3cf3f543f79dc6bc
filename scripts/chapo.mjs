// `npm run chapo -- …`: the command line of bin/chapo.ts, with Node 24 and the packages it needs.
import { setup, stayNode } from './setup.mjs'

setup(2)
// Node lets the youngest objects take 128 MB before it looks at them: a long import needs a tenth of that.
stayNode([
  '--max-semi-space-size=8',
  '--import',
  './scripts/tsx-hook.mjs',
  'bin/chapo.ts',
  ...process.argv.slice(2),
])
