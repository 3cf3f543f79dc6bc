import type { AddressCheck } from '../articles/check-redirects.ts'
import type { Flag } from '../wordpress/draft.ts'

/** What became of an item. `kept`: edited here since, not overwritten; `poorer`: a fuller source is here already. */
export type Outcome = 'created' | 'updated' | 'unchanged' | 'kept' | 'poorer' | 'skipped' | 'failed'

/** `reason` is in French, for an editor; null when there is nothing to say. `lostBytes`: mark-up lost by a dump. */
export type ItemReport = {
  file: string
  site: string
  type: string
  id: number
  title: string
  path: string | null
  outcome: Outcome
  reason: string | null
  lostBytes: number
  flags: Flag[]
}

export type ImportReport = {
  dryRun: boolean
  files: { file: string; items: number; error: string | null }[]
  counts: Record<Outcome, number>
  attachments: { read: number; stored: number; problems: string[] }
  /** The table of old addresses, whole, after the import; null when nothing was written. */
  addresses: AddressCheck | null
  warnings: string[]
  items: ItemReport[]
}

export function emptyReport(dryRun: boolean): ImportReport {
  return {
    dryRun,
    files: [],
    counts: { created: 0, updated: 0, unchanged: 0, kept: 0, poorer: 0, skipped: 0, failed: 0 },
    attachments: { read: 0, stored: 0, problems: [] },
    addresses: null,
    warnings: [],
    items: [],
  }
}

/** True when every item came in or is named with its reason, no file stopped before its end, and every old address leads somewhere. */
export function isComplete(report: ImportReport): boolean {
  const isSound = (report.addresses?.problems.length ?? 0) === 0
  return isSound && report.counts.failed === 0 && report.files.every((file) => file.error === null)
}

const OUTCOMES: Record<Outcome, [one: string, many: string]> = {
  created: ['créé', 'créés'],
  updated: ['mis à jour', 'mis à jour'],
  unchanged: ['inchangé', 'inchangés'],
  kept: ['gardé (modifié ici)', 'gardés (modifiés ici)'],
  poorer: ['gardé (source plus complète déjà là)', 'gardés (source plus complète déjà là)'],
  skipped: ['laissé de côté', 'laissés de côté'],
  failed: ['refusé', 'refusés'],
}

function countLine(counts: ImportReport['counts']): string {
  const parts = Object.entries(OUTCOMES).flatMap(([outcome, [one, many]]) => {
    const count = Object.entries(counts).find(([name]) => name === outcome)?.[1] ?? 0
    return count > 0 ? [`${count} ${count > 1 ? many : one}`] : []
  })
  return parts.length > 0 ? parts.join(', ') : 'rien à importer'
}

function flagLines(items: ItemReport[]): string[] {
  const counts = new Map<string, number>()
  for (const { flags } of items) for (const { code } of flags) counts.set(code, (counts.get(code) ?? 0) + 1)
  const sorted = [...counts].sort((a, b) => b[1] - a[1])
  return sorted.length === 0
    ? []
    : [`À relire : ${sorted.map(([code, count]) => `${code} ×${count}`).join(', ')}`]
}

function itemLines(items: ItemReport[]): string[] {
  return items
    .filter(({ outcome }) => outcome !== 'created' && outcome !== 'updated' && outcome !== 'unchanged')
    .slice(0, 50)
    .map(({ file, type, id, title, outcome, reason }) => {
      const [label] = OUTCOMES[outcome]
      return `  ${label} : ${file}, ${type} ${id} « ${title} »${reason ? ` — ${reason}` : ''}`
    })
}

function addressLines({ count, problems }: AddressCheck): string[] {
  if (count === 0) return []
  return [
    `${count} anciennes adresses, ${problems.length === 0 ? 'toutes menées en un saut' : `dont ${problems.length} à revoir`}`,
    ...problems.slice(0, 20).map((problem) => `  adresse : ${problem}`),
  ]
}

/** The report in a few lines of French, for a terminal. */
export function summarize(report: ImportReport): string {
  const { counts, attachments, items, warnings, files } = report
  const articles = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const settled = counts.unchanged + counts.skipped + counts.kept + counts.poorer
  const lost = items.filter((item) => item.lostBytes > 0)
  const problems = attachments.problems.length
  return [
    `${articles} contenu${articles > 1 ? 's' : ''} : ${countLine(counts)}`,
    ...(articles > 0 && settled === articles ? ['Rien n’a changé.'] : []),
    ...(attachments.read > 0
      ? [`${attachments.read} fichiers de la médiathèque, dont ${attachments.stored} présents ici`]
      : []),
    ...(problems > 0
      ? [`${problems} fichiers absents ou refusés : ${attachments.problems.slice(0, 3).join(' ; ')}`]
      : []),
    ...(lost.length > 0
      ? [
          `${lost.length} contenus viennent d’un vidage qui a perdu son balisage (liens, images, titres) : importez l’export WordPress (WXR) par-dessus pour les compléter.`,
        ]
      : []),
    ...(report.addresses ? addressLines(report.addresses) : []),
    ...flagLines(items),
    ...itemLines(items),
    ...warnings.slice(0, 20).map((warning) => `  attention : ${warning}`),
    ...files.flatMap(({ file, error }) =>
      error ? [`  ERREUR ${error.startsWith(file) ? error : `${file} : ${error}`}`] : [],
    ),
    ...(report.dryRun ? ['Essai à blanc : rien n’a été écrit.'] : []),
  ].join('\n')
}
