import type { AddressCheck } from '../articles/check-redirects.ts'
import type { Counts } from '../wordpress/counts.ts'
import type { Flag } from '../wordpress/draft.ts'
import { type FlagKind, KIND_LABELS, kindOf, labelOf } from './flag-labels.ts'
import { gapsOf, type LedgerEntry } from './ledger.ts'

/**
 * What became of an item. `kept`: edited here since, not overwritten; `poorer`: a fuller source is here already;
 * `archived`: gone from the live site.
 */
export type Outcome =
  | 'created'
  | 'updated'
  | 'unchanged'
  | 'kept'
  | 'poorer'
  | 'skipped'
  | 'failed'
  | 'archived'

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

/** The whole of what the ledger proves, item by item. */
export type Totals = {
  /** Items that became an article, or would have. */
  converted: number
  in: Counts
  out: Counts
  lostWords: number
  /** Items whose source seems to hold more than the article. */
  gaps: number
}

export type ImportReport = {
  dryRun: boolean
  totals: Totals
  files: { file: string; items: number; error: string | null }[]
  counts: Record<Outcome, number>
  attachments: { read: number; stored: number; problems: string[] }
  /** The table of old addresses, whole, after the import; null when nothing was written. */
  addresses: AddressCheck | null
  warnings: string[]
  /** Items, in order: those that a person reads. The ledger has them all, and the counts are of all. */
  items: ItemReport[]
  /** How often each thing is to be looked at, over all items; `kind` is that of the first. */
  flagCounts: Map<string, { kind: FlagKind; count: number }>
  /** Items from a dump that lost its mark-up. */
  stripped: number
}

const noCounts = (): Counts => ({
  words: 0,
  captions: 0,
  links: 0,
  pictures: 0,
  quotes: 0,
  notes: 0,
  embeds: 0,
})

export function emptyReport(dryRun: boolean): ImportReport {
  return {
    dryRun,
    totals: { converted: 0, in: noCounts(), out: noCounts(), lostWords: 0, gaps: 0 },
    files: [],
    counts: { created: 0, updated: 0, unchanged: 0, kept: 0, poorer: 0, skipped: 0, failed: 0, archived: 0 },
    attachments: { read: 0, stored: 0, problems: [] },
    addresses: null,
    warnings: [],
    items: [],
    flagCounts: new Map(),
    stripped: 0,
  }
}

/** So many items are kept whatever became of them, and as many of those that did not simply come in. */
const MOST_ITEMS = 1000

const cameIn = ({ outcome }: ItemReport): boolean =>
  outcome === 'created' || outcome === 'updated' || outcome === 'unchanged'

/** Adds an item to the report, whose memory stays bounded; true when the item itself is kept. */
export function addItem(report: ImportReport, item: ItemReport): boolean {
  const { items, counts } = report
  counts[item.outcome] += 1
  if (item.lostBytes > 0) report.stripped += 1
  countFlags(report, item.flags)
  // What is gone from a live site has no other line in the ledger.
  const isKept = item.outcome === 'archived' || items.length < (cameIn(item) ? MOST_ITEMS : 2 * MOST_ITEMS)
  if (isKept) items.push(item)
  return isKept
}

/** Counts what is to be looked at. */
export function countFlags({ flagCounts }: ImportReport, flags: readonly Flag[]): void {
  for (const flag of flags) {
    const known = flagCounts.get(flag.code) ?? { kind: kindOf(flag), count: 0 }
    known.count += 1
    flagCounts.set(flag.code, known)
  }
}

function addCounts(sum: Counts, counts: Counts): void {
  sum.words += counts.words
  sum.captions += counts.captions
  sum.links += counts.links
  sum.pictures += counts.pictures
  sum.quotes += counts.quotes
  sum.notes += counts.notes
  sum.embeds += counts.embeds
}

/** Adds a line of the ledger to its totals. */
export function addToTotals(totals: Totals, entry: LedgerEntry): void {
  if (!entry.counts) return
  totals.converted += 1
  addCounts(totals.in, entry.counts.in)
  addCounts(totals.out, entry.counts.out)
  for (const count of Object.values(entry.lostWords)) totals.lostWords += count
  if (gapsOf(entry).length > 0) totals.gaps += 1
}

/** True when every item came in or is named with its reason, no file stopped before its end, and every old address leads somewhere. */
export function isComplete(report: ImportReport): boolean {
  const isSound = (report.addresses?.problems.length ?? 0) === 0
  return isSound && report.counts.failed === 0 && report.files.every((file) => file.error === null)
}

/** What became of an item, for one and for several. */
export const OUTCOMES: Record<Outcome, [one: string, many: string]> = {
  created: ['créé', 'créés'],
  updated: ['mis à jour', 'mis à jour'],
  unchanged: ['inchangé', 'inchangés'],
  kept: ['gardé (modifié ici)', 'gardés (modifiés ici)'],
  poorer: ['gardé (source plus complète déjà là)', 'gardés (source plus complète déjà là)'],
  skipped: ['laissé de côté', 'laissés de côté'],
  failed: ['refusé', 'refusés'],
  archived: ['archivé (retiré de WordPress)', 'archivés (retirés de WordPress)'],
}

function countLine(counts: ImportReport['counts']): string {
  const parts = Object.entries(OUTCOMES).flatMap(([outcome, [one, many]]) => {
    const count = Object.entries(counts).find(([name]) => name === outcome)?.[1] ?? 0
    return count > 0 ? [`${count} ${count > 1 ? many : one}`] : []
  })
  return parts.length > 0 ? parts.join(', ') : 'rien à importer'
}

/** What to look at, by question, the most frequent first. */
function flagLines({ flagCounts }: ImportReport): string[] {
  const sorted = [...flagCounts].sort(([, a], [, b]) => b.count - a.count)
  return Object.entries(KIND_LABELS).flatMap(([kind, label]) => {
    const own = sorted.flatMap(([code, flag]) =>
      flag.kind === kind && flag.count > 0 ? [`${labelOf(code)} ×${flag.count}`] : [],
    )
    return own.length > 0 ? [`${label} : ${own.join(' ; ')}`] : []
  })
}

/** What the ledger counts, in French. */
export const COUNT_LABELS: Record<keyof Counts, string> = {
  words: 'mots',
  captions: 'légendes',
  links: 'liens',
  pictures: 'images',
  quotes: 'citations',
  notes: 'notes',
  embeds: 'lecteurs',
}

/** `légendes 13 → 13`, for each thing that is counted on both sides. */
function ledgerLines({ totals }: ImportReport): string[] {
  if (totals.converted === 0) return []
  const pairs = Object.entries(COUNT_LABELS).flatMap(([name, label]) => {
    const [before] = Object.entries(totals.in).flatMap(([key, count]) => (key === name ? [count] : []))
    const [after] = Object.entries(totals.out).flatMap(([key, count]) => (key === name ? [count] : []))
    return [`${label} ${before} → ${after}`]
  })
  const lost =
    totals.lostWords === 0
      ? 'Aucun mot perdu : chacun est dans l’article, ou nommé ci-dessous.'
      : `${totals.lostWords} MOTS PERDUS : voir le rapport.`
  const gaps =
    totals.gaps > 0
      ? [`À vérifier : ${totals.gaps} contenu${totals.gaps > 1 ? 's' : ''} où la source semble en dire plus.`]
      : []
  return [`De la source à l’article : ${pairs.join(', ')}`, lost, ...gaps]
}

function itemLines(items: ItemReport[]): string[] {
  return items
    .filter((item) => !cameIn(item))
    .slice(0, 50)
    .map(({ file, type, id, title, outcome, reason }) => {
      const [label] = OUTCOMES[outcome]
      return `  ${label} : ${file}, ${type} ${id} « ${title} »${reason ? ` — ${reason}` : ''}`
    })
}

/** Links to the old site that lead nowhere here, each with its article; of a large import not all items are at hand. */
function deadLinkLines({ items, flagCounts }: ImportReport): string[] {
  const lines = items.flatMap(({ file, type, id, title, flags }) =>
    flags.flatMap(({ code, detail }) =>
      code === 'link-dead' ? [`  lien mort : ${file}, ${type} ${id} « ${title} » — ${detail}`] : [],
    ),
  )
  const shown = lines.slice(0, 20)
  const others = (flagCounts.get('link-dead')?.count ?? 0) - shown.length
  const words = others === 1 ? 'autre lien mort' : 'autres liens morts'
  return [...shown, ...(others > 0 ? [`  … et ${others} ${words} : voir le rapport`] : [])]
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
  const { stripped } = report
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
    ...(stripped > 0
      ? [
          `${stripped} contenus viennent d’un vidage qui a perdu son balisage (liens, images, titres) : importez l’export WordPress (WXR) par-dessus pour les compléter.`,
        ]
      : []),
    ...ledgerLines(report),
    ...(report.addresses ? addressLines(report.addresses) : []),
    ...flagLines(report),
    ...deadLinkLines(report),
    ...itemLines(items),
    ...warnings.slice(0, 20).map((warning) => `  attention : ${warning}`),
    ...files.flatMap(({ file, error }) =>
      error ? [`  ERREUR ${error.startsWith(file) ? error : `${file} : ${error}`}`] : [],
    ),
    ...(report.dryRun ? ['Essai à blanc : rien n’a été écrit.'] : []),
  ].join('\n')
}
