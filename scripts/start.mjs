// `npm start`: sets itself up, fills an empty database with the demo magazine, builds, serves.
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildSources, hashOf, root, runNode, setup, stayNode, whenChanged } from './setup.mjs'

const {
  DATABASE_URL = 'file:./data/chapo.db',
  SITE_URL = '',
  READER_SCRIPTS = '',
  HOST = '127.0.0.1',
} = process.env
const port = process.env.PORT || '3000'
const distDir = process.env.DIST_DIR || '.next'
const mark = path.join(distDir, '.sources')

setup()
const isNewFile =
  DATABASE_URL.startsWith('file:') && !existsSync(path.resolve(root, DATABASE_URL.slice('file:'.length)))
// A new database makes the pages of the former one wrong.
if (isNewFile) rmSync(path.join(root, mark), { force: true })
runNode('Base de données', ['scripts/prepare.ts'])
whenChanged(mark, hashOf(buildSources, DATABASE_URL, SITE_URL, READER_SCRIPTS), () =>
  runNode('Construction du site', ['node_modules/next/dist/bin/next', 'build'], {
    quiet: true,
    help: 'Le message ci-dessus dit ce qui a échoué.',
  }),
)
console.log(`\n  Chapô est servi sur http://localhost:${port}/ — Ctrl+C pour arrêter.\n`)
stayNode(['node_modules/next/dist/bin/next', 'start', '--hostname', HOST, '--port', port])
