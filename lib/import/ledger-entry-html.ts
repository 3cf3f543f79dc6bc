import { element, escapeText as text } from '../html.ts'
import { type FlagKind, KIND_LABELS, labelOf } from './flag-labels.ts'
import { gapsOf, type LedgerEntry, type LedgerFlag } from './ledger.ts'
import { NODE_LABELS } from './node-labels.ts'
import { COUNT_LABELS, OUTCOMES } from './report.ts'

/** One article of the report. */

const LEFT = ['skipped', 'failed', 'kept', 'poorer', 'archived']

/** Something here wants a person: words lost, an item refused, more in the source than in the article. */
function isToCheck(entry: LedgerEntry): boolean {
  return entry.outcome === 'failed' || Object.keys(entry.lostWords).length > 0 || gapsOf(entry).length > 0
}

/** The filters that show an entry. */
export function kindsOf(entry: LedgerEntry): string[] {
  const kinds: string[] = [...new Set<FlagKind>(entry.flags.map(({ kind }) => kind))]
  return [...kinds, ...(isToCheck(entry) ? ['check'] : []), ...(LEFT.includes(entry.outcome) ? ['left'] : [])]
}

function flagHtml({ code, kind, detail, confidence, excerpt }: LedgerFlag): string {
  const sure = confidence === null ? '' : `, sûr à ${Math.round(confidence * 100)} %`
  const head = element('span', { class: `kind ${kind}` }, text(`${KIND_LABELS[kind]}${sure}`))
  const words = detail === '' ? '' : ` : ${text(detail)}`
  const source = excerpt
    ? element(
        'code',
        { class: 'source' },
        `${text(excerpt.before)}<mark>${text(excerpt.marked)}</mark>${text(excerpt.after)}`,
      )
    : ''
  return element('li', {}, `${head}<br>${text(labelOf(code))}${words}${source}`)
}

function countsHtml(entry: LedgerEntry): string {
  const { counts } = entry
  if (!counts) return ''
  const gaps: string[] = gapsOf(entry)
  const sides: [Record<string, number>, Record<string, number>] = [counts.in, counts.out]
  const rows = Object.entries(COUNT_LABELS).flatMap(([name, label]) => {
    const [before = 0, after = 0] = sides.map((side) => side[name])
    if (before + after === 0) return []
    const isGap = gaps.includes(name)
    const cells = [before, after].map((count) => element('td', { class: 'number' }, String(count))).join('')
    const note = isGap ? element('span', { class: 'gap' }, 'à vérifier') : ''
    return [`<tr><th scope="row">${text(label)}</th>${cells}<td>${note}</td></tr>`]
  })
  const head =
    '<thead><tr><td></td><th scope="col" class="number">Source</th><th scope="col" class="number">Article</th><td></td></tr></thead>'
  return `<div class="scroll"><table>${head}<tbody>${rows.join('')}</tbody></table></div>`
}

function lostHtml({ lostWords }: LedgerEntry): string {
  const words = Object.entries(lostWords).map(([word, count]) => (count > 1 ? `${word} ×${count}` : word))
  return words.length === 0 ? '' : element('p', { class: 'gap' }, text(`Mots perdus : ${words.join(', ')}`))
}

function addressesHtml({ addresses }: LedgerEntry): string {
  if (addresses.length === 0) return ''
  const items = addresses.map(({ from, to }) =>
    element('li', { class: 'address' }, `${text(from)} → ${text(to)}`),
  )
  return `<h3>Adresses</h3><ul>${items.join('')}</ul>`
}

function readHtml({ read, type, id, file }: LedgerEntry): string {
  const parts = [
    `${file}, ${type} ${id}`,
    `statut « ${read.status} »`,
    `${read.characters} signes`,
    `${read.terms} termes`,
    `${read.metas} champs`,
    `${read.comments} commentaires`,
    ...(read.lostBytes > 0 ? [`balisage perdu par le vidage : ${read.lostBytes} octets`] : []),
    ...read.warnings,
  ]
  return element('p', { class: 'soft' }, text(parts.join(' · ')))
}

/** What the article is made of. */
function becameHtml({ became }: LedgerEntry): string {
  const parts = Object.entries(NODE_LABELS).flatMap(([type, label]) =>
    became[type] === undefined ? [] : [`${label} ${became[type]}`],
  )
  return parts.length === 0
    ? ''
    : `<h3>Éléments de l’article</h3>${element('p', { class: 'soft' }, text(parts.join(', ')))}`
}

/** The entry of an item; it opens on what was read, what came out and what to look at. */
export function entryHtml(entry: LedgerEntry): string {
  const label = Object.entries(OUTCOMES).find(([name]) => name === entry.outcome)?.[1][0] ?? entry.outcome
  const flagCount = entry.flags.length
  const tags = [
    element('span', { class: 'tag' }, text(label)),
    ...(isToCheck(entry) ? [element('span', { class: 'tag gap' }, 'à vérifier')] : []),
    ...(flagCount > 0
      ? [element('span', { class: 'tag' }, `${flagCount} signalement${flagCount > 1 ? 's' : ''}`)]
      : []),
  ]
  const title = text(entry.title || `${entry.type} ${entry.id}`)
  const flags =
    flagCount === 0 ? '' : `<h3>Signalements</h3><ul class="flags">${entry.flags.map(flagHtml).join('')}</ul>`
  const reason = entry.reason ? element('p', { class: 'gap' }, text(entry.reason)) : ''
  const body = [
    readHtml(entry),
    reason,
    lostHtml(entry),
    countsHtml(entry),
    flags,
    addressesHtml(entry),
    becameHtml(entry),
  ].join('\n')
  const classes = ['entry', ...kindsOf(entry).map((kind) => `k-${kind}`)].join(' ')
  return `<details class="${classes}"><summary><b>${title}</b>${tags.join('')}</summary>\n<div>${body}</div></details>\n`
}
