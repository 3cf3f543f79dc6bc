// `npm run bench:import -- [count] [times]`: bench/import.ts, as the command line runs.
import { setup, stayLean } from './setup.mjs'

setup()
stayLean('bench/import.ts')
