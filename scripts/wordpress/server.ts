import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * A real WordPress on 127.0.0.1, from Debian's packages. They are downloaded and unpacked in one folder: nothing is
 * installed on the machine, no account of the system is needed, and deleting the folder undoes it all.
 */
export type WordPress = {
  url: string
  user: string
  password: string
  /** Runs PHP inside WordPress, as a plugin would; gives what it prints. */
  php: (code: string) => string
  stop: () => void
}

const PACKAGES = ['wordpress', 'mariadb-server-core', 'php-cli', 'php-mysql', 'php-fpm']
const EXTENSIONS = 'mysqlnd mysqli tokenizer ctype iconv fileinfo exif posix phar'.split(' ')

/** Starts a WordPress that holds the items of `itemsFile` and nothing else. */
export async function startWordPress(folder: string, port: number, itemsFile: string): Promise<WordPress> {
  const at = (...parts: string[]) => path.join(folder, ...parts)
  const url = `http://127.0.0.1:${port}`
  unpack(folder)
  const site = at('root/usr/share/wordpress')
  const environment = { ...process.env, LD_LIBRARY_PATH: at('root/usr/lib/x86_64-linux-gnu') }
  const run = (command: string, args: string[]) =>
    execFileSync(at('root/usr', command), args, { env: environment, encoding: 'utf8', stdio: 'pipe' })
  const started: ChildProcess[] = []
  const start = (command: string, args: string[]) =>
    started.push(spawn(at('root/usr', command), args, { env: environment, stdio: 'ignore' }))
  const stop = () => {
    for (const child of started.splice(0)) child.kill()
  }
  try {
    const base = [`--no-defaults`, `--basedir=${at('root/usr')}`, `--datadir=${at('data')}`, '--user=root']
    rmSync(at('data'), { recursive: true, force: true })
    run('bin/mariadb-install-db', [
      ...base,
      '--skip-test-db',
      `--lc-messages-dir=${at('root/usr/share/mysql')}`,
    ])
    const socket = at('db.sock')
    start('sbin/mariadbd', [
      ...base,
      `--lc-messages-dir=${at('root/usr/share/mysql')}`,
      `--socket=${socket}`,
      '--skip-networking',
      '--skip-grant-tables',
    ])
    await until(() =>
      run('bin/mariadb', ['--no-defaults', '-uroot', '-S', socket, '-e', 'CREATE DATABASE wp']),
    )

    const extensions = EXTENSIONS.map((name) => `extension=${name}`).join('\n')
    writeFileSync(at('php.ini'), `extension_dir=${at('root/usr/lib/php/20220829')}\n${extensions}\n`)
    writeFileSync(at('root/usr/share/wordpress/wp-config.php'), configuration(socket))
    const php = (...args: string[]) => run('bin/php8.2', ['-c', at('php.ini'), ...args])
    const password = php(path.join(import.meta.dirname, 'fill.php'), site, itemsFile, url).trim()
    const router = path.join(import.meta.dirname, 'router.php')
    start('bin/php8.2', ['-c', at('php.ini'), '-S', `127.0.0.1:${port}`, '-t', site, router])
    await until(() => fetch(url))
    const load = `require '${site}/wp-load.php';`
    return { url, user: 'ana', password, php: (code) => php('-r', `${load} ${code}`), stop }
  } catch (error) {
    stop()
    throw error
  }
}

/** Downloads the packages and what they need, once. */
function unpack(folder: string): void {
  if (existsSync(path.join(folder, 'root'))) return
  const debs = path.join(folder, 'debs')
  mkdirSync(debs, { recursive: true })
  const plan = execFileSync('apt-get', ['install', '-s', '--no-install-recommends', ...PACKAGES], {
    encoding: 'utf8',
  })
  const names = [...plan.matchAll(/^Inst (\S+)/gm)].map((match) => match[1] ?? '')
  execFileSync('apt-get', ['download', ...names], { cwd: debs, stdio: 'pipe' })
  for (const deb of readdirSync(debs))
    execFileSync('dpkg', ['-x', path.join(debs, deb), path.join(folder, 'root')])
}

/** Application passwords want HTTPS, or a site that says it is a local one. */
const configuration = (socket: string) => `<?php
define('DB_NAME', 'wp');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_ENVIRONMENT_TYPE', 'local');
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`

async function until(attempt: () => unknown): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await attempt()
      return
    } catch (error) {
      if (tries > 60) throw error
      await wait(500)
    }
  }
}
