import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { checkRedirects } from '../lib/articles/check-redirects.ts'
import { readExport } from '../lib/articles/export.ts'
import { check, DocumentError } from '../lib/document/check.ts'
import { readArguments, UsageError, withDatabase } from './usage.ts'

const line = z.object({ path: z.string(), document: z.unknown() })

function problemIn(document: unknown): string | null {
  try {
    check(document)
    return null
  } catch (error) {
    if (error instanceof DocumentError) return error.message
    throw error
  }
}

/** One export line: its problem with the place, or null. */
function problemOfLine(text: string): string | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return 'ce n’est pas du JSON'
  }
  const parsed = line.safeParse(json)
  if (!parsed.success) return z.prettifyError(parsed.error)
  const problem = problemIn(parsed.data.document)
  return problem ? `${parsed.data.path} : ${problem}` : null
}

class Tally {
  documents = 0
  problems = 0
  add(problem: string | null, place: string): void {
    this.documents += 1
    if (problem === null) return
    this.problems += 1
    console.error(`✗ ${place} : ${problem}`)
  }
  close(): void {
    console.log(`${this.documents} documents vérifiés, ${this.problems} refusés`)
    if (this.problems > 0) process.exitCode = 1
  }
}

/** `check`, every document of the database and the table of old addresses; `check FILE`, those of a JSON export. */
export async function checkCommand(args: string[]): Promise<void> {
  const { positionals } = readArguments({ args, allowPositionals: true })
  const [file] = positionals
  const tally = new Tally()
  if (file !== undefined) {
    if (!existsSync(file)) throw new UsageError(`${file} : fichier absent`)
    let number = 0
    for await (const text of createInterface({ input: createReadStream(file) })) {
      number += 1
      if (text.trim() !== '') tally.add(problemOfLine(text), `${file}, ligne ${number}`)
    }
    return tally.close()
  }
  await withDatabase(async (database) => {
    for await (const { path, document } of readExport(database, null)) tally.add(problemIn(document), path)
    const { count, problems } = await checkRedirects(database)
    for (const problem of problems) console.error(`✗ ${problem}`)
    console.log(`${count} anciennes adresses vérifiées, ${problems.length} à revoir`)
    if (problems.length > 0) process.exitCode = 1
  })
  tally.close()
}
