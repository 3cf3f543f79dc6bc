// What `npm start`, `npm test` and `npm run chapo` share: packages, Node 24, the database client. Node built-ins only,
// and nothing newer than Node 20, since this runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const root = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')
const at = (...parts) => path.join(root, ...parts)
/** Node 24, from the `node` package. */
const node = at('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** Stops with a message that says what to do. */
export function fail(message) {
  console.error(`\n✗ ${message}`)
  process.exit(1)
}

/**
 * Runs a step to its end; `label` is shown with the time it took, `quiet` keeps its output for a failure, `output` is
 * where all that goes: 1, or 2 for a command whose own output is data.
 */
export function step(label, command, args, { env = {}, quiet = false, help = '', output = 1 } = {}) {
  const start = Date.now()
  const say = output === 1 ? console.log : console.error
  say(`▸ ${label} …`)
  const run = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', output, 2],
    shell: command === 'npm' && process.platform === 'win32',
  })
  if (run.status !== 0) {
    if (quiet) process.stderr.write(`${run.stdout ?? ''}${run.stderr ?? ''}`)
    fail(`${label} : échec${run.error ? ` (${run.error.message})` : ''}. ${help}`)
  }
  say(`  ${label} : fait (${((Date.now() - start) / 1000).toFixed(1)} s)`)
}

/** Environment of everything run by Node 24. */
const quietTools = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' }
export const runNode = (label, args, options = {}) =>
  step(label, node, ['--disable-warning=ExperimentalWarning', ...args], {
    ...options,
    env: { ...quietTools, ...options.env },
  })

/** Starts a program of Node 24 that stays; signals pass to it and its end is ours. */
export function stayNode(args, env = {}) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: { ...process.env, ...quietTools, ...env },
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 130 : 1)))
  return child
}

/**
 * For what runs in little memory: a long import needs a tenth of what Node would let its memory grow to. Young objects
 * take 2 MB from the start, which each thread collects by itself: both cores have their work, and sharing that out cost a
 * twelfth of it. Old ones may grow by two fifths before Node collects them; two threads help to compile and to
 * collect.
 */
const LEAN = [
  '--min-semi-space-size=2',
  '--max-semi-space-size=2',
  '--no-parallel-scavenge',
  '--heap-growing-percent=40',
  '--v8-pool-size=2',
  ...['--import', './scripts/tsx-hook.mjs'],
]
/**
 * Outside the heap, one arena for all threads (glibc's malloc), and what takes 30 kB or more, as the compilers' work, goes
 * back at once: else they leave 15 MB of holes each. The cache of compiled code spares the compiler of TypeScript, which
 * takes 20 MB.
 */
const LEAN_ENV = {
  NODE_COMPILE_CACHE: 'node_modules/.cache/chapo',
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '30000',
}

/** Runs a program of ours with its arguments, in little memory, the first import's as well: its code is compiled before. */
export function stayLean(program) {
  whenChanged('node_modules/.cache/chapo/.sources', hashOf(['bin', 'lib', 'package-lock.json']), () => {
    const load = "await import('./bin/import.ts'); await import('./lib/import/convert-thread.ts')"
    const args = [...LEAN, '--input-type=module', '-e', load]
    runNode('Préparation de la ligne de commande', args, { quiet: true, output: 2, env: LEAN_ENV })
  })
  stayNode([...LEAN, program, ...process.argv.slice(2)], LEAN_ENV)
}

function filesUnder(place) {
  const full = at(place)
  if (!existsSync(full)) return []
  const entries = readdirSync(path.dirname(full), { withFileTypes: true })
  const self = entries.find((entry) => entry.name === path.basename(full))
  if (self?.isFile()) return [place]
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(path.join(place, entry.name)))
}

/** A hash of files and folders, and of any words beside them. */
export function hashOf(places, ...words) {
  const hash = createHash('sha256').update(words.join('\0'))
  for (const file of places.flatMap(filesUnder)) hash.update(`\0${file}\0`).update(readFileSync(at(file)))
  return hash.digest('hex')
}

/** Does `work` unless the mark left by the last time says that nothing changed since. */
export function whenChanged(mark, hash, work) {
  const file = at(mark)
  if (existsSync(file) && readFileSync(file, 'utf8') === hash) return
  work()
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, hash)
}

/** Packages, Node 24 and the database client, each only when what they come from changed. `output` as for `step`. */
export function setup(output = 1) {
  const version = process.versions.node
  if (Number(version.split('.')[0]) < 20)
    fail(`Node ${version} est trop ancien : installez Node 20 ou plus récent.`)
  whenChanged('node_modules/.chapo-lock', hashOf(['package-lock.json']), () => {
    step('Installation des paquets', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      help: 'Le registre npm est-il joignable ? Relancez la commande.',
      output,
    })
  })
  if (!existsSync(node))
    fail('Node 24 manque dans node_modules : supprimez ce dossier et relancez la commande.')
  const clientSources = ['prisma/schema.prisma', 'prisma/providers.ts', 'package-lock.json']
  whenChanged('generated/.schema', hashOf(clientSources), () => {
    runNode('Préparation des clients de base de données', ['scripts/generate.ts'], { quiet: true, output })
  })
}

/** What a build is made from; the database and the public address stand in the pages it prerenders. */
export const buildSources = [
  'app',
  'cache',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'prisma/providers.ts',
  'next.config.js',
  'postcss.config.mjs',
  'package-lock.json',
  'instrumentation.ts',
]
