import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { freePort, installPackages, type Service, serviceFolder } from '../scripts/services.ts'
import { startEdge, startNginx } from './nodes-site.ts'

/**
 * `node bench/throughput.ts URL [seconds] [path…]`: requests a second, gzip, 50 connections, of pages of a running node
 * (`npm start`, URL http://127.0.0.1:3000): the node alone, behind nginx and behind Varnish as deploy/ has them, and nginx
 * giving the same bytes from disk; in one run, as ratios to the last. `wrk` where it is installed, which costs the
 * machine little; else Node itself asks, and the fast ones are limited by who asks.
 */
const [origin = 'http://127.0.0.1:3000', seconds = '5', ...given] = process.argv.slice(2)
const paths = given.length > 0 ? given : ['/elise-varambon-luthiere/', '/tag/bois/']
const CONNECTIONS = 50

const missing = installPackages(['varnish', 'nginx'])
if (missing.length > 0) throw new Error(`manque : ${missing.join(', ')}`)

/** nginx in front of the node, and giving the same bytes from disk beside it. */
async function startBoth(pages: ReadonlyMap<string, Buffer>): Promise<{ front: Service; files: string }> {
  const folder = serviceFolder('files')
  // nginx reads as another user when it is started by root.
  chmodSync(folder, 0o755)
  for (const [page, gzip] of pages) {
    mkdirSync(path.join(folder, page), { recursive: true })
    writeFileSync(path.join(folder, page, 'index.html.gz'), gzip)
    writeFileSync(path.join(folder, page, 'index.html'), '')
  }
  const port = await freePort()
  const beside = `server { listen 127.0.0.1:${port}; root ${folder}; default_type text/html;
    location / { gzip_static on; index index.html; } }`
  const front = await startNginx([Number(new URL(origin).port)], await freePort(), beside)
  return { front, files: `http://127.0.0.1:${port}` }
}

async function withWrk(url: string): Promise<number | null> {
  const args = ['-t1', `-c${CONNECTIONS}`, `-d${seconds}s`, '-H', 'Accept-Encoding: gzip', url]
  const child = spawn('wrk', args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (data) => {
    output += data
  })
  const isThere = await once(child, 'close').then(
    () => true,
    () => false,
  )
  if (output.includes('Non-2xx')) throw new Error(`${url} : ${output}`)
  return isThere ? Number(/Requests\/sec:\s*([\d.]+)/.exec(output)?.[1] ?? 0) : null
}

async function withNode(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const end = performance.now() + Number(seconds) * 1000
  let count = 0
  const ask = async (): Promise<void> => {
    while (performance.now() < end) {
      const [answer] = await once(get(url, { agent, headers: { 'Accept-Encoding': 'gzip' } }), 'response')
      answer.resume()
      await once(answer, 'end')
      count += 1
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, ask))
  agent.destroy()
  return count / Number(seconds)
}

const pages = new Map<string, Buffer>()
for (const page of paths) {
  const html = Buffer.from(await (await fetch(origin + page)).arrayBuffer())
  pages.set(page, gzipSync(html, { level: 9 }))
  console.log(
    `${page} : ${html.length} octets, ${pages.get(page)?.length} en gzip, ${brotliCompressSync(html).length} en brotli`,
  )
}
const nginx = await startBoth(pages)
const varnish = await startEdge([Number(new URL(origin).port)], await freePort())
const servers = { nœud: origin, nginx: nginx.front.url, Varnish: varnish.url, disque: nginx.files }
for (const page of paths) {
  const measured = new Map<string, number>()
  for (const [name, server] of Object.entries(servers)) {
    await (await fetch(server + page)).arrayBuffer()
    measured.set(name, (await withWrk(server + page)) ?? (await withNode(server + page)))
  }
  const disk = measured.get('disque') ?? 1
  for (const [name, rate] of measured)
    console.log(`${page} ${name} : ${Math.round(rate)} requêtes/s, ${(rate / disk).toFixed(3)} du disque`)
}
await nginx.front.stop()
await varnish.stop()
process.exit(0)
