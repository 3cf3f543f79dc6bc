import { parseArgs } from 'node:util'
import { SourceError } from '../lib/wordpress/source.ts'
import { UsageError } from './usage.ts'

const USAGE = `Usage : npm run chapo -- <commande>

  import FICHIER… [--media DOSSIER|ARCHIVE|ADRESSE [--allow-private]] [--report FICHIER.json|.html]… [--dry-run]
      importe un export WordPress (WXR, même en .gz), des réponses REST (JSON, fichiers ou dossier)
      ou un vidage PHP (var_dump d’un WP_Query) ; les fichiers de la médiathèque viennent d’un dossier,
      d’une archive (.zip, .tar, .tar.gz) ou de l’ancien site
  import --from URL [--user COMPTE --password MOT_DE_PASSE_D’APPLICATION] [--allow-private] …
  sync --from URL …
      importe un WordPress en ligne ; relancé, reprend ce qui est nouveau, changé ou retiré
  export --format wxr|json|html|markdown [--path CHEMIN] [--to DOSSIER]
      rend tout : un export WordPress, une ligne JSON, une page ou un fichier Markdown par article
  check [FICHIER.jsonl]
      vérifie les documents de la base, ou d’un export JSON
  article publish|schedule|unpublish|withdraw|delete --path CHEMIN [--at DATE] [--wait]
      publie un article, maintenant ou à sa date ; le rend aux brouillons (404), le retire (410) ou le supprime
  people [--all] [--accept SLUG | --refuse SLUG | --merge SLUG --into SLUG]
      les personnes que les articles nomment : celles qui sont à décider, ou ce que l’on décide
  doctor [--rebuild]
      compare l’index de recherche aux articles et reprend ce qui diffère ; --rebuild le refait
  revalidate [--path CHEMIN]… [--tag ÉTIQUETTE]… [--slug SLUG] [--wait]
      rafraîchit des pages sur le serveur en marche ; --wait les relit et dit lesquelles sont en ligne`

/** Each is loaded when it is called: an import that loads them all takes 30 MB more. */
const commands: Record<string, () => Promise<(args: string[]) => Promise<void>>> = {
  article: async () => (await import('./article.ts')).articleCommand,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  doctor: async () => (await import('./doctor.ts')).doctorCommand,
  people: async () => (await import('./people.ts')).peopleCommand,
  revalidate: async () => (await import('./revalidate.ts')).revalidateCommand,
  sync: async () => (await import('./sync.ts')).syncCommand,
}

async function main(): Promise<void> {
  const [name, ...args] = process.argv.slice(2)
  const { values } = parseArgs({
    args: args.slice(0, 1),
    options: { help: { type: 'boolean' } },
    strict: false,
  })
  if (name === undefined || name === 'help' || name === '--help' || values.help) return console.log(USAGE)
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw new UsageError(`commande inconnue : ${name}\n\n${USAGE}`)
  const command = await load()
  await command(args)
}

/** The message, and the trace behind it only for what is not expected. */
function report(error: unknown): void {
  const isUsage =
    error instanceof UsageError ||
    error instanceof SourceError ||
    (error instanceof TypeError && 'code' in error)
  console.error(`✗ ${error instanceof Error ? error.message : error}`)
  if (!isUsage && error instanceof Error) console.error(`\nÀ signaler, avec cette trace :\n${error.stack}`)
}

// Whoever reads the lines may go, as `| head` does: the work goes on to its end.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

main().catch((error: unknown) => {
  report(error)
  process.exitCode = error instanceof UsageError ? 2 : 1
})
