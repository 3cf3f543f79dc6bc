import { type ChildProcess, execFileSync, spawn } from 'node:child_process'

/** The site under test as its owner has it: a server, a command line, an editor in another process. */
export const baseURL = `http://127.0.0.1:${process.env.PORT ?? '3210'}`

const node = process.execPath
const quiet = '--disable-warning=ExperimentalWarning'

export function edit(...args: string[]): string[] {
  return execFileSync(node, [quiet, 'e2e/edit.ts', ...args], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .filter(Boolean)
}

/** Runs `npm run chapo -- …` without the set-up; throws when its exit code is not 0. */
export function chapo(...args: string[]): string {
  return chapoIn({}, ...args)
}

/** The same for a site with settings of its own. */
export function chapoIn(settings: Record<string, string>, ...args: string[]): string {
  return execFileSync(node, [quiet, '--import', './scripts/tsx-hook.mjs', 'bin/chapo.ts', ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...settings },
  })
}

/** Another server, on the same build, database and cache but for `settings`; up when this resolves. */
export async function startServer(
  port: number,
  settings: Record<string, string> = {},
): Promise<{ url: string; stop: () => Promise<void> }> {
  const args = ['node_modules/next/dist/bin/next', 'start', '--hostname', '127.0.0.1', '--port', String(port)]
  const child: ChildProcess = spawn(node, [quiet, ...args], {
    stdio: 'ignore',
    env: { ...process.env, ...settings, PORT: String(port) },
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  // A test that fails before it stops its server leaves none behind on the port of the next run.
  process.once('exit', () => child.kill('SIGKILL'))
  const url = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries += 1) {
    const isUp = await fetch(`${url}/api/health`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) break
    if (tries > 100) throw new Error(`le serveur du port ${port} ne répond pas`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return {
    url,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** A command blocks this process for seconds: lets it learn which connections the server has closed meanwhile. */
const catchUp = () => new Promise((resolve) => setTimeout(resolve, 5))

/** The cache state and the text of a page. */
export async function read(url: string): Promise<{ status: number; cache: string | null; html: string }> {
  await catchUp()
  const response = await fetch(url, { redirect: 'manual' })
  return {
    status: response.status,
    cache: response.headers.get('x-nextjs-cache'),
    html: await response.text(),
  }
}

export async function revalidate(
  url: string,
  body: object,
  secret = process.env.REVALIDATE_SECRET,
): Promise<Response> {
  await catchUp()
  return fetch(`${url}/api/revalidate`, {
    method: 'POST',
    // A redirect to a trailing slash would be a fault: many clients do not follow it with their body.
    redirect: 'manual',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}
