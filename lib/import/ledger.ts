import { z } from 'zod'
import type { Counts, Proof } from '../wordpress/counts.ts'
import type { Flag, Span } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { kindOf } from './flag-labels.ts'

const count = z.number().int().nonnegative()
const counts = z.object({
  words: count,
  captions: count,
  links: count,
  pictures: count,
  quotes: count,
  notes: count,
  embeds: count,
})

/** A thing to look at, with the source around it. `confidence`: 0 to 1 for what was inferred. */
const ledgerFlag = z.object({
  code: z.string(),
  kind: z.enum(['inferred', 'kept', 'refused', 'missing', 'note']),
  detail: z.string(),
  confidence: z.number().nullable(),
  span: z.object({ start: count, end: count }).nullable(),
  excerpt: z.object({ before: z.string(), marked: z.string(), after: z.string() }).nullable(),
})

/** One line of the ledger: what an item was, what it became, and the proof that nothing is missing. */
export const ledgerEntry = z.object({
  file: z.string(),
  site: z.string(),
  type: z.string(),
  id: z.number(),
  title: z.string(),
  /** Its address here; null when it has none. */
  path: z.string().nullable(),
  outcome: z.string(),
  reason: z.string().nullable(),
  read: z.object({
    format: z.string(),
    status: z.string(),
    characters: count,
    comments: count,
    terms: count,
    metas: count,
    lostBytes: count,
    warnings: z.array(z.string()),
  }),
  /** Nodes of the document by type; empty for an item that was left out. */
  became: z.record(z.string(), count),
  /** What the source holds, counted apart from the converter, and what the document holds. */
  counts: z.object({ in: counts, out: counts }).nullable(),
  /** Words of the source that are neither in the document nor in a flag, with how many are missing. */
  lostWords: z.record(z.string(), count),
  flags: z.array(ledgerFlag),
  /** Old addresses, and where each leads. */
  addresses: z.array(z.object({ from: z.string(), to: z.string() })),
})

export type LedgerEntry = z.infer<typeof ledgerEntry>
export type LedgerFlag = z.infer<typeof ledgerFlag>

const AROUND = 60
const MARKED = 240

/** The source at a span; a long one is cut in its middle. */
function excerptOf(content: string, span: Span | null): LedgerFlag['excerpt'] {
  if (!span || span.end <= span.start || span.start >= content.length) return null
  const text = content.slice(span.start, span.end)
  const half = MARKED / 2
  return {
    before: `${span.start > AROUND ? '…' : ''}${content.slice(Math.max(0, span.start - AROUND), span.start).toWellFormed()}`,
    marked: (text.length <= MARKED ? text : `${text.slice(0, half)} […] ${text.slice(-half)}`).toWellFormed(),
    after: `${content.slice(span.end, span.end + AROUND).toWellFormed()}${content.length > span.end + AROUND ? '…' : ''}`,
  }
}

function ledgerFlags(flags: readonly Flag[], content: string): LedgerFlag[] {
  return flags.map((flag) => ({
    ...flag,
    detail: flag.detail.slice(0, 500),
    kind: kindOf(flag),
    excerpt: excerptOf(content, flag.span),
  }))
}

function addressesOf(item: SourceItem, path: string | null): LedgerEntry['addresses'] {
  if (path === null) return []
  const given = [item.link, item.guid, `?p=${item.id}`].filter((address) => address !== '')
  return [...new Set(given)].map((from) => ({ from, to: path }))
}

/** Flags that name one thing of a sort that is not in the document. */
const NAMED: Partial<Record<keyof Counts, RegExp>> = {
  links: /^(?:removed:(?:share-link|unsafe-href)|link-dropped|link-without-text)$/,
  pictures: /^media-missing$/,
  embeds: /^(?:media-missing|embed-lost|removed:iframe-srcdoc)$/,
  notes: /^note-without-call$/,
}

/** What the source seems to hold more of than the document and its flags: for a person to look at. */
export function gapsOf({ counts: both, flags }: LedgerEntry): (keyof Counts)[] {
  if (!both) return []
  const names = ['captions', 'links', 'pictures', 'quotes', 'notes', 'embeds'] as const
  return names.filter((name) => {
    const named = flags.filter(({ code }) => NAMED[name]?.test(code)).length
    return both.in[name] > both.out[name] + named
  })
}

type Result = { outcome: string; reason: string | null; path: string | null; flags: readonly Flag[] }

/** The line of an item. `proof` is null for one that was left out or could not be read. */
export function ledgerOf(file: string, item: SourceItem, proof: Proof | null, result: Result): LedgerEntry {
  const { site, type, id, title, content } = item
  return {
    file,
    site,
    type,
    id,
    title,
    path: result.path,
    outcome: result.outcome,
    reason: result.reason,
    read: {
      format: item.format,
      status: item.status,
      characters: content.length,
      comments: item.comments.length,
      terms: item.terms.length,
      metas: Object.keys(item.meta).length,
      lostBytes: item.lostBytes,
      warnings: item.warnings,
    },
    became: proof?.became ?? {},
    counts: proof?.counts ?? null,
    lostWords: proof?.lostWords ?? {},
    flags: ledgerFlags(result.flags, content),
    addresses: addressesOf(item, result.path),
  }
}
