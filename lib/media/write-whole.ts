import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** Files being written stand apart, one folder a process: what a killed process left is told from what is under way. */
const PARTIAL = '.partial'

/** A place for a file under way; its folder is made. */
export async function partialFile(folder: string): Promise<string> {
  const place = path.join(folder, PARTIAL, String(process.pid))
  await mkdir(place, { recursive: true })
  return path.join(place, randomUUID())
}

/** Whole or not at all: `write` fills a file that takes its name only once complete. */
export async function writeWhole(
  folder: string,
  name: string,
  write: (partial: string) => Promise<unknown>,
): Promise<void> {
  const partial = await partialFile(folder)
  try {
    await write(partial)
    await rename(partial, path.join(folder, name))
  } finally {
    await rm(partial, { force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Removes what processes that were killed left half written, and what this one is done with. */
export async function clearPartial(folder: string): Promise<void> {
  const place = path.join(folder, PARTIAL)
  const pids = await readdir(place).catch(() => [])
  for (const pid of pids)
    if (Number(pid) === process.pid || !isRunning(Number(pid)))
      await rm(path.join(place, pid), { recursive: true, force: true })
}
