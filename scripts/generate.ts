// `node scripts/generate.ts`: the database clients, one an engine, from the one list of models.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PROVIDERS, type Provider, schemaFor } from '../prisma/providers.ts'

const root = path.join(import.meta.dirname, '..')
const schema = path.join(root, 'prisma/schema.prisma')
const derived = path.join(root, 'generated/postgresql.prisma')

function generate(provider: Provider, file: string): void {
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/prisma/build/index.js', 'generate', '--schema', file],
    {
      cwd: root,
      stdio: 'inherit',
      // Any existing file keeps Prisma from downloading its binary, which generating does not use.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath },
    },
  )
  if (status !== 0) throw new Error(`client ${provider} : échec`)
}

mkdirSync(path.dirname(derived), { recursive: true })
for (const provider of PROVIDERS) {
  if (provider !== 'sqlite') writeFileSync(derived, schemaFor(provider, readFileSync(schema, 'utf8')))
  generate(provider, provider === 'sqlite' ? schema : derived)
}
