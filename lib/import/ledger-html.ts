import { formatDate } from '../dates.ts'
import { element, escapeText as text } from '../html.ts'
import { site } from '../site.ts'
import { KIND_LABELS, kindOf, labelOf } from './flag-labels.ts'
import type { LedgerEntry } from './ledger.ts'
import { entryHtml, kindsOf } from './ledger-entry-html.ts'
import type { LedgerAddress } from './ledger-settle.ts'
import { FILTERS, LEDGER_STYLE } from './ledger-style.ts'
import { COUNT_LABELS, type ImportReport, isComplete, OUTCOMES } from './report.ts'

/** What the head of the page says of all the entries. */
type Overview = {
  filters: Map<string, number>
  flags: Map<string, { count: number; code: string; kind: string }>
}

async function overview(entries: AsyncIterable<LedgerEntry>): Promise<Overview> {
  const filters = new Map<string, number>()
  const flags: Overview['flags'] = new Map()
  for await (const entry of entries) {
    for (const kind of kindsOf(entry)) filters.set(kind, (filters.get(kind) ?? 0) + 1)
    for (const flag of entry.flags) {
      const known = flags.get(flag.code) ?? { count: 0, code: flag.code, kind: KIND_LABELS[kindOf(flag)] }
      known.count += 1
      flags.set(flag.code, known)
    }
  }
  return { filters, flags }
}

const number = new Intl.NumberFormat('fr-FR')

const row = (label: string, ...counts: number[]): string => {
  const cells = counts.map((count) => element('td', { class: 'number' }, number.format(count))).join('')
  return `<tr><th scope="row">${text(label)}</th>${cells}</tr>`
}

/** A table of counts under its title; the first column has no head. */
function table(title: string, heads: string[], rows: string[]): string {
  const head = heads.map((name) => element('th', { scope: 'col', class: 'number' }, text(name))).join('')
  const body = `<thead><tr><td></td>${head}</tr></thead><tbody>${rows.join('')}</tbody>`
  return `${element('h2', {}, text(title))}<div class="scroll"><table>${body}</table></div>`
}

function outcomeTable({ counts }: ImportReport): string {
  const rows = Object.entries(OUTCOMES).flatMap(([name, [one, many]]) => {
    const count = Object.entries(counts).find(([key]) => key === name)?.[1] ?? 0
    return count > 0 ? [row(count > 1 ? many : one, count)] : []
  })
  return table('Ce que les contenus sont devenus', ['Contenus'], rows)
}

function countTable({ totals }: ImportReport): string {
  const rows = Object.entries(COUNT_LABELS).map(([name, label]) => {
    const of = (counts: Record<string, number>) => counts[name] ?? 0
    return row(label, of(totals.in), of(totals.out))
  })
  const note =
    '<p class="soft">La source est comptée à part, sans le convertisseur. Une signature devenue crédits, un lien de partage ou un marqueur de note quittent le texte et sont nommés dans l’article concerné ; un exergue ou une note reconnus à leur forme s’ajoutent.</p>'
  return `${table('De la source à l’article', ['Dans la source', 'Dans l’article'], rows)}${note}`
}

function flagTable({ flags }: Overview): string {
  const sorted = [...flags.values()].sort((a, b) => b.count - a.count)
  const rows = sorted.map(({ code, kind, count }) => row(`${labelOf(code)} — ${kind.toLowerCase()}`, count))
  return rows.length === 0 ? '' : table('Ce qui mérite un regard', ['Fois'], rows)
}

function verdict(report: ImportReport): string {
  const { lostWords, converted } = report.totals
  const isGood = isComplete(report) && lostWords === 0
  const words =
    lostWords > 0
      ? `${lostWords} mots ne se retrouvent pas.`
      : converted > 0
        ? 'Aucun mot perdu : chacun est dans un article, ou nommé ici.'
        : 'Aucun contenu converti.'
  const rest = isComplete(report) ? '' : ' Tout n’est pas entré : voir ci-dessous.'
  return element('p', { class: isGood ? 'verdict' : 'verdict bad' }, text(`${words}${rest}`))
}

function problems({ files, warnings, attachments }: ImportReport): string {
  const errors = files.flatMap(({ file, error }) => (error ? [`${file} : ${error}`] : []))
  const lines = [...errors, ...attachments.problems, ...warnings]
  if (lines.length === 0) return ''
  const items = lines.map((line) => element('li', {}, text(line))).join('')
  return `${element('h2', {}, 'Fichiers et avertissements')}<ul>${items}</ul>`
}

function filterForm({ filters }: Overview, total: number): string {
  const labels = Object.entries(FILTERS).flatMap(([name, label]) => {
    const count = name === 'all' ? total : (filters.get(name) ?? 0)
    if (count === 0) return []
    const checked = name === 'all' ? ' checked' : ''
    return [
      `<label><input type="radio" name="filtre" id="f-${name}"${checked}> ${text(label)} (${count})</label>`,
    ]
  })
  return `<fieldset><legend>Montrer</legend>${labels.join('')}</fieldset>`
}

/** What the page is made of besides the report; `entries` is read twice. */
type Lines = { entries: () => AsyncIterable<LedgerEntry>; addresses: () => AsyncIterable<LedgerAddress> }

/** Every old address and where it leads, folded. */
async function* addressTable(
  report: ImportReport,
  addresses: AsyncIterable<LedgerAddress>,
): AsyncGenerator<string> {
  const count = report.addresses?.count ?? 0
  if (count === 0) return
  const bad =
    report.addresses?.problems.map((problem) => element('li', { class: 'gap' }, text(problem))) ?? []
  yield `<h2>Anciennes adresses</h2>${bad.length > 0 ? `<ul>${bad.join('')}</ul>` : ''}`
  yield `<details><summary><b>${number.format(count)} adresses et où chacune mène</b></summary>\n<div><ul>`
  for await (const { from, to } of addresses)
    yield element('li', { class: 'address' }, `${text(from)} → ${text(to)}`)
  yield '</ul></div></details>\n'
}

/** The ledger as one page that needs nothing else: no script, no other file. */
export async function* ledgerPage(
  report: ImportReport,
  { entries, addresses }: Lines,
): AsyncGenerator<string> {
  const seen = await overview(entries())
  const total = Object.values(report.counts).reduce((sum, count) => sum + count, 0)
  const names = report.files.map(({ file }) => file.replace(/^.*[\\/]/, '')).join(', ')
  const day = formatDate(new Date().toISOString())
  const title = `Import WordPress du ${day}`
  yield `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${text(title)}</title>
<style>${LEDGER_STYLE}</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
<p class="lead">${text(site.name)}${report.dryRun ? ' — essai à blanc, rien n’a été écrit' : ''}</p>
<p class="soft">${text(names)}</p>
${verdict(report)}
${outcomeTable(report)}
${countTable(report)}
${flagTable(seen)}
${problems(report)}
<h2>Contenu par contenu</h2>
${filterForm(seen, total)}
`
  for await (const entry of entries()) yield entryHtml(entry)
  yield* addressTable(report, addresses())
  yield '</main>\n</body>\n</html>\n'
}
