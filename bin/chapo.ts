import { parseArgs } from 'node:util'
import { checkCommand } from './check.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { revalidateCommand } from './revalidate.ts'
import { UsageError } from './usage.ts'

const USAGE = `Usage : npm run chapo -- <commande>

  import FICHIER… [--media DOSSIER] [--report FICHIER.json|.html]… [--dry-run]
      importe un export WordPress (WXR) ou un vidage PHP (var_dump d’un WP_Query)
  export --format wxr|json|html|markdown [--path CHEMIN] [--to DOSSIER]
      rend tout : un export WordPress, une ligne JSON, une page ou un fichier Markdown par article
  check [FICHIER.jsonl]
      vérifie les documents de la base, ou d’un export JSON
  revalidate [--path CHEMIN]… [--tag ÉTIQUETTE]… [--slug SLUG]
      rafraîchit des pages sur le serveur en marche`

const commands: Record<string, (args: string[]) => Promise<void>> = {
  import: importCommand,
  export: exportCommand,
  check: checkCommand,
  revalidate: revalidateCommand,
}

async function main(): Promise<void> {
  const [name, ...args] = process.argv.slice(2)
  const { values } = parseArgs({
    args: args.slice(0, 1),
    options: { help: { type: 'boolean' } },
    strict: false,
  })
  if (name === undefined || name === 'help' || name === '--help' || values.help) return console.log(USAGE)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) throw new UsageError(`commande inconnue : ${name}\n\n${USAGE}`)
  await command(args)
}

/** The message, and the trace behind it only for what is not expected. */
function report(error: unknown): void {
  const isUsage = error instanceof UsageError || (error instanceof TypeError && 'code' in error)
  console.error(`✗ ${error instanceof Error ? error.message : error}`)
  if (!isUsage && error instanceof Error) console.error(`\nÀ signaler, avec cette trace :\n${error.stack}`)
}

main().catch((error: unknown) => {
  report(error)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
