// `npm run chapo -- …`: the command line of bin/chapo.ts, with Node 24 and the packages it needs.
import { setup, stayNode } from './setup.mjs'

setup(2)
stayNode(['--import', './scripts/tsx-hook.mjs', 'bin/chapo.ts', ...process.argv.slice(2)])
