import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, type Service, serviceFolder, startProgram, startVarnish } from '../scripts/services.ts'

/** A magazine on several nodes, as its owner would run it: copies of one build, each with its own files. */
const ROOT = path.join(import.meta.dirname, '..')
export const SECRET = 'secret-des-noeuds-0123456789'

/** What the nodes share. */
export type Shared = { database: string; redis: string; media: string; build: string }
export type SiteNode = { url: string; port: number; start(): Promise<void>; kill(): Promise<void> }

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const isReady = await fetch(`${url}/api/ready/`).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isReady) return
    if (tries > 600 || child.exitCode !== null) throw new Error(`${url} ne démarre pas`)
    await sleep(50)
  }
}

/** A host of its own: a copy of the build (pages made at run time are files in it), its own file of refreshes. */
export async function makeNode(name: string, shared: Shared, edge?: string): Promise<SiteNode> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const folder = serviceFolder(`node-${name}`)
  // Beside the build itself: its links to packages are relative.
  const distDir = `.next-node-${process.pid}-${name}`
  const copy = path.join(ROOT, distDir)
  const filter = (source: string) => path.relative(path.join(ROOT, shared.build), source) !== 'cache'
  cpSync(path.join(ROOT, shared.build), copy, { recursive: true, verbatimSymlinks: true, filter })
  process.on('exit', () => rmSync(copy, { recursive: true, force: true }))
  let child: ChildProcess | undefined
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    NODE_OPTIONS: '--disable-warning=ExperimentalWarning',
    DATABASE_URL: shared.database,
    REDIS_URL: shared.redis,
    MEDIA_DIR: shared.media,
    CACHE_DB: path.join(folder, 'cache.db'),
    DIST_DIR: distDir,
    REVALIDATE_SECRET: SECRET,
    EDGE_PURGE: edge ?? '',
    PORT: String(port),
  }
  const start = async () => {
    const args = [
      'node_modules/next/dist/bin/next',
      'start',
      '--hostname',
      '127.0.0.1',
      '--port',
      String(port),
    ]
    const stdio: ['ignore', 'ignore', 'inherit'] = ['ignore', 'ignore', 'inherit']
    const begun = spawn(process.execPath, args, { cwd: ROOT, env, stdio })
    child = begun
    running.add(begun)
    await untilReady(url, begun)
  }
  const kill = async () => {
    const begun = child
    if (!begun || begun.exitCode !== null || begun.signalCode !== null) return
    const ended = new Promise((resolve) => begun.once('exit', resolve))
    begun.kill('SIGKILL')
    await ended
    running.delete(begun)
  }
  return { url, port, start, kill }
}

/** Varnish with the configuration of deploy/, and these ports in place of the one it names. */
export async function startEdge(ports: readonly number[], port: number): Promise<Service> {
  const written = readFileSync(path.join(ROOT, 'deploy/varnish/chapo.vcl'), 'utf8')
  const block = /backend node1 \{[\s\S]*?\n\}\n/.exec(written)?.[0] ?? ''
  const backends = ports.map((port, index) =>
    block.replace('node1', `node${index + 1}`).replace('"3000"', `"${port}"`),
  )
  const added = ports.map((_port, index) => `    nodes.add_backend(node${index + 1});`)
  const file = path.join(serviceFolder('vcl'), 'chapo.vcl')
  const vcl = written
    .replace(block, backends.join('\n'))
    .replace('    nodes.add_backend(node1);', added.join('\n'))
  writeFileSync(file, vcl)
  return startVarnish(file, port)
}

/** nginx with the configuration of deploy/, these ports in place of the one it names, and other servers beside it. */
export async function startNginx(ports: readonly number[], port: number, beside = ''): Promise<Service> {
  const folder = serviceFolder('nginx')
  // Its workers are another user's when it is started by root.
  chmodSync(folder, 0o755)
  const line = /\n *server 127\.0\.0\.1:3000[^\n]*/
  const site = readFileSync(path.join(ROOT, 'deploy/nginx/chapo.conf'), 'utf8')
    .replace('/var/cache/nginx/chapo', `${folder}/cache`)
    .replace(line, (written) => ports.map((node) => written.replace('3000', String(node))).join(''))
    .replace('listen 80', `listen 127.0.0.1:${port}`)
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  )
  const config = `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log warn;
    events { worker_connections 1024; }
    http { access_log off; sendfile on; keepalive_requests 1000000; ${temporary.join(' ')}
      ${site}
      ${beside} }`
  writeFileSync(path.join(folder, 'nginx.conf'), config)
  return startProgram({
    command: '/usr/sbin/nginx',
    args: ['-c', path.join(folder, 'nginx.conf'), '-p', folder],
    port,
    url: `http://127.0.0.1:${port}`,
  })
}
