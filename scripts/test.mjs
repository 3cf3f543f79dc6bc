// `npm test`: sets itself up, then lint, types, unit tests, and a real browser on a production build.
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { root, runNode, setup } from './setup.mjs'

const distDir = '.next-e2e'
const data = '.chapo/e2e'
/** The site under test has its own database, media, cache and build: those of `npm start` are left alone. */
const site = {
  DATABASE_URL: `file:./${data}/chapo.db`,
  MEDIA_DIR: `./${data}/media`,
  CACHE_DB: `./${data}/cache.db`,
  DIST_DIR: distDir,
  SITE_URL: 'http://127.0.0.1:3210',
  PORT: '3210',
  REVALIDATE_SECRET: 'secret-des-essais-0123456789',
}

setup()
// The types of an earlier build may name routes that are gone.
rmSync(path.join(root, distDir), { recursive: true, force: true })
runNode(
  'Style et fautes (Biome)',
  ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  {
    help: '`npm run format` corrige ce qui peut l’être.',
  },
)
runNode('Types des routes', ['node_modules/next/dist/bin/next', 'typegen'], { quiet: true })
runNode('Types (TypeScript)', ['node_modules/typescript/bin/tsc', '--noEmit'])

const cases = process.env.CHAPO_CASES || path.join(root, '../shared/cases')
if (!existsSync(cases))
  console.log(`  skipped: no cases folder (${cases}) : les cas de conversion ne sont pas joués`)
runNode('Essais unitaires (Vitest)', ['node_modules/vitest/vitest.mjs', 'run'], {
  env: { CHAPO_CASES: cases },
})
runNode(
  'Essais sur PostgreSQL et Redis',
  [
    'scripts/with-services.ts',
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'vitest.services.config.ts',
  ],
  { env: { CHAPO_CASES: cases } },
)

rmSync(path.join(root, data), { recursive: true, force: true })
runNode('Magazine d’essai', ['scripts/prepare.ts'], { env: site, quiet: true })
runNode('Construction du site d’essai', ['node_modules/next/dist/bin/next', 'build'], {
  env: site,
  quiet: true,
})
// Two cores render on three nodes here: the second that is promised is measured by the bench, on a quiet machine.
runNode('Trois nœuds, PostgreSQL, Redis, Varnish', ['bench/nodes.ts', '18', '2', '5000'], {
  env: { ...site, BUILD_DIR: distDir },
})
runNode('Essais dans un navigateur (Playwright)', ['node_modules/@playwright/test/cli.js', 'test'], {
  env: site,
})
console.log('\n✓ Tout passe.')
