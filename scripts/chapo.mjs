// `npm run chapo -- …`: the command line of bin/chapo.ts, with Node 24 and the packages it needs.
import { setup, stayLean } from './setup.mjs'

setup(2)
stayLean('bin/chapo.ts')
