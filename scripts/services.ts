// PostgreSQL, Redis and Varnish for tests and measurements: Debian's packages, each started on 127.0.0.1 with a port
// and a temporary folder of its own, and ended with the process that started it.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** A server that runs: its address, and what a test of faults does to it. */
export type Service = {
  url: string
  port: number
  stop(): Promise<void>
  /** After `stop`: on the same port, with what it had stored. */
  start(): Promise<void>
  /** As a machine that does not answer any more, connections left open. */
  pause(): void
  resume(): void
}

type Program = {
  command: string
  args: string[]
  port: number
  url: string
  user?: Ids
  stopSignal?: NodeJS.Signals
}
type Ids = { uid: number; gid: number }

const isRoot = process.getuid?.() === 0
const PATHS = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/opt/homebrew/bin']
const find = (name: string): string | null =>
  PATHS.map((folder) => path.join(folder, name)).find((file) => existsSync(file)) ?? null

/** The newest PostgreSQL of Debian's layout, or what stands with `postgres` in a folder of programs. */
function postgresFolder(): string | null {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => path.join(debian, version, 'bin')), ...PATHS]
  return folders.find((folder) => existsSync(path.join(folder, 'initdb'))) ?? null
}

const present = {
  postgresql: () => postgresFolder() !== null,
  'redis-server': () => find('redis-server') !== null,
  varnish: () => find('varnishd') !== null,
  nginx: () => find('nginx') !== null,
}
export type PackageName = keyof typeof present

/** Installs what is missing where that is possible, as root on Debian; gives the names of what is still missing. */
export function installPackages(names: readonly PackageName[]): PackageName[] {
  const missing = names.filter((name) => !present[name]())
  if (missing.length === 0 || !isRoot || !find('apt-get')) return missing
  // The packages must not start servers of their own on the usual ports.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] }
  spawnSync('apt-get', ['update', '-qq'], options)
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], options)
  return names.filter((name) => !present[name]())
}

const started = new Set<ChildProcess>()
const folders = new Set<string>()
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A temporary folder, of `user` if given, that goes with the process. */
export function serviceFolder(name: string, user?: Ids): string {
  const folder = mkdtempSync(path.join(tmpdir(), `chapo-${name}-`))
  folders.add(folder)
  if (user) chownSync(folder, user.uid, user.gid)
  return folder
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('aucun port libre')
  return address.port
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const end = (isOpen: boolean) => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })

/** Starts a program that stays, and waits until its port answers. */
export async function startProgram({ command, args, port, url, user, stopSignal = 'SIGTERM' }: Program) {
  let child: ChildProcess | undefined
  let output = ''
  const start = async () => {
    output = ''
    const begun = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: tmpdir(), ...user })
    child = begun
    started.add(begun)
    for (const stream of [begun.stdout, begun.stderr])
      stream.on('data', (data) => {
        output = `${output}${data}`.slice(-4000)
      })
    for (let tries = 0; !(await answers(port)); tries += 1) {
      if (begun.exitCode !== null || tries > 300) throw new Error(`${command} ne démarre pas :\n${output}`)
      await sleep(50)
    }
  }
  const stop = async () => {
    const running = child
    if (!running || running.exitCode !== null || running.signalCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill(stopSignal)
    await ended
    started.delete(running)
  }
  await start()
  const service: Service = {
    url,
    port,
    start,
    stop,
    pause: () => child?.kill('SIGSTOP'),
    resume: () => child?.kill('SIGCONT'),
  }
  return service
}

/** PostgreSQL refuses to run as root. */
function idsOf(...names: string[]): Ids | undefined {
  if (!isRoot) return undefined
  for (const name of names) {
    const [uid, gid] = ['-u', '-g'].map((option) => {
      const { status, stdout } = spawnSync('id', [option, name], { encoding: 'utf8' })
      return status === 0 ? Number(stdout) : undefined
    })
    if (uid !== undefined && gid !== undefined) return { uid, gid }
  }
  return undefined
}

/** An empty PostgreSQL, as fast as it can be: what it holds need not outlive a power cut. */
export async function startPostgres(): Promise<Service> {
  const programs = postgresFolder()
  if (!programs) throw new Error('PostgreSQL n’est pas installé')
  const user = idsOf('postgres', 'nobody')
  const folder = serviceFolder('postgres', user)
  const options = ['-D', folder, '-U', 'chapo', '--auth=trust', '--no-sync', '--locale=C.UTF-8', '-E', 'UTF8']
  execFileSync(path.join(programs, 'initdb'), options, { stdio: 'ignore', cwd: tmpdir(), ...user })
  const port = await freePort()
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=off',
    'max_connections=200',
  ]
  return startProgram({
    command: path.join(programs, 'postgres'),
    args: ['-D', folder, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    port,
    url: `postgresql://chapo@127.0.0.1:${port}/postgres`,
    user,
    stopSignal: 'SIGQUIT',
  })
}

/** An empty Redis that writes its journal, so that a restart finds what was there. */
export async function startRedis(): Promise<Service> {
  const command = find('redis-server')
  if (!command) throw new Error('Redis n’est pas installé')
  const folder = serviceFolder('redis')
  const port = await freePort()
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--save',
    '',
  ]
  return startProgram({ command, args, port, url: `redis://127.0.0.1:${port}` })
}

/** Varnish with a configuration of ours; its folder takes the compiled form. */
export async function startVarnish(vcl: string, port: number): Promise<Service> {
  const command = find('varnishd')
  if (!command) throw new Error('Varnish n’est pas installé')
  const folder = path.join(serviceFolder('varnish'), 'work')
  mkdirSync(folder)
  const args = ['-F', '-n', folder, '-a', `127.0.0.1:${port}`, '-f', vcl, '-s', 'malloc,128m', '-j', 'none']
  return startProgram({ command, args, port, url: `http://127.0.0.1:${port}` })
}
