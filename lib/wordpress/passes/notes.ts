import type { Inline } from '../../document/types.ts'
import type { Draft, DraftBlock, Flag } from '../draft.ts'
import { joinLines, sliceInline, splitLines, textOf } from '../inline.ts'
import { mapLines } from '../map-lines.ts'
import { contentOf, type Facts, flag, lineOf, type Pass, paragraph } from './block.ts'
import { delimitedApart } from './delimited-notes.ts'
import { type Call, callsIn, type Note, type Pairing, pairNotes, wordSet } from './note-calls.ts'
import { noteContent, notesAt, readDefinition } from './note-lines.ts'

/** Numbers in round brackets, or raised, are notes only below the text. */
const LONG = 300
const TITLE = /^notes?(?: de bas de page| et références)?\s?:?$/iu
/** Notes written where they are called, in the forms of their plugins. */
const FORMS = [
  ...['ref', 'footnote', 'fn', 'mfn', 'efn_note'].map((name) => [`[${name}]`, `[/${name}]`] as const),
  ['((', '))'] as const,
]
/** In double brackets, only a phrase is a note. */
const isPhrase = (words: string): boolean => /^[^()]{8,}$/.test(words) && /\p{L}\s+\p{L}/u.test(words)

type Written = { start: number; from: number; to: number; end: number; open: string }

/** The notes of a line, none inside another. */
function writtenIn(text: string): Written[] {
  const found = FORMS.flatMap(([open, close]) => {
    const notes: Written[] = []
    for (let start = text.indexOf(open); start >= 0; ) {
      const from = start + open.length
      const to = text.indexOf(close, from)
      if (to < 0) break
      const end = to + close.length
      if (open !== '((' || isPhrase(text.slice(from, to))) notes.push({ start, from, to, end, open })
      start = text.indexOf(open, end)
    }
    return notes
  })
  let last = 0
  return found
    .sort((one, other) => one.start - other.start)
    .filter(({ start, end }) => {
      const isApart = start >= last
      if (isApart) last = end
      return isApart
    })
}

/** Their words leave the line. */
function inlineCalls(content: Inline[], line: number, block: number): { call: Call; note: Note }[] {
  const text = textOf(content)
  if (!text.includes('[') && !text.includes('((')) return []
  return writtenIn(text).flatMap(({ start, from, to, end, open }) => {
    const key = `ref ${line} ${start}`
    const words = noteContent(sliceInline(content, from, to), 0)
    if (words.length === 0) return []
    const call: Call = { line, block, start, end, key, printed: open, word: '', free: true, spaced: false }
    return [{ call, note: { key, marker: open, content: words, block: block + 1 } }]
  })
}

type Survey = { calls: Call[]; notes: Note[] }

/** Every possible call and every written-out note of the text, lines numbered in reading order. */
function survey(blocks: readonly DraftBlock[], facts: Facts): Survey {
  const calls: Call[] = []
  const inline: Note[] = []
  let line = 0
  for (const [index, block] of blocks.entries()) {
    mapLines(block.part, (content) => {
      calls.push(...callsIn(content, line, index))
      for (const { call, note } of inlineCalls(content, line, index)) {
        calls.push(call)
        inline.push(note)
      }
      line += 1
      return content
    })
  }
  const stored = facts.notes.map(
    ({ id, content }): Note => ({ key: `#${id.toLowerCase()}`, marker: '', content, block: blocks.length }),
  )
  const called = new Map(calls.map(({ key, printed }) => [key, printed]))
  const lastProse = blocks.findLastIndex(
    (block) => lineOf(block).length > LONG && readDefinition(contentOf(block) ?? []) === null,
  )
  const written = blocks
    .flatMap((block, index) => notesAt(block, index, called))
    .filter(({ key, block }) => block > lastProse || !/^[(^]/u.test(key))
  return { calls, notes: [...written, ...inline, ...stored] }
}

/** Notes with their calls, in the order of the first call. */
function pair({ calls, notes }: Survey): Pairing[] {
  const byKey = Map.groupBy(calls, ({ key }) => key)
  const pairs = [...Map.groupBy(notes, ({ key }) => key)].flatMap(([key, same]) =>
    pairNotes(key, same, byKey.get(key) ?? []),
  )
  const place = ({ calls: [first] }: Pairing) => (first ? first.line * 1e6 + first.start : 0)
  return pairs.filter((one) => one.calls.length > 0).sort((a, b) => place(a) - place(b))
}

/** Puts the calls of one line in the place of their markers; the space before a marker goes with it. */
function withCalls(content: Inline[], calls: readonly (Call & { noteId: string })[]): Inline[] {
  const result: Inline[] = []
  let from = 0
  for (const call of [...calls].sort((a, b) => a.start - b.start)) {
    const before = sliceInline(content, from, call.start)
    result.push(...sliceInline(before, 0, textOf(before).trimEnd().length))
    result.push({ type: 'footnoteRef', attrs: { noteId: call.noteId } })
    from = call.end
  }
  return [...result, ...sliceInline(content, from)]
}

/** Definitions that nothing calls stay text; the ones that look meant for a note are named. */
function orphans(blocks: readonly DraftBlock[], kept: readonly Pairing[], { notes }: Survey): Flag[] {
  const called = new Set(kept.map(({ note }) => note))
  return notes
    .filter((note) => !called.has(note) && note.marker !== '' && note.block > blocks.length / 2)
    .map((note) => {
      const detail = `${note.marker}${textOf(note.content).slice(0, 80)}`
      return flag('note-without-call', detail, null, blocks[note.block]?.span ?? null)
    })
}

function footnote(
  { note, calls }: Pairing,
  blocks: readonly DraftBlock[],
  spent: ReadonlySet<number>,
): DraftBlock {
  const first = calls[0]
  const source = blocks[spent.has(note.block) ? note.block : (first?.block ?? 0)]
  return {
    part: { type: 'draftFootnote', marker: note.marker || (first?.printed ?? ''), content: note.content },
    span: source?.span ?? { start: 0, end: 0 },
    confidence: 0.95,
    ids: spent.has(note.block) ? (source?.ids ?? []) : [],
  }
}

/** True for a note that stands in a block of its own, which it leaves. */
function isWritten({ block, marker }: Note, blocks: readonly DraftBlock[]): boolean {
  return FORMS.every(([open]) => open !== marker) && block < blocks.length
}

/** Blocks whose lines are all called notes; one uncalled line keeps the whole block as text. */
function spentBlocks(
  blocks: readonly DraftBlock[],
  pairs: readonly Pairing[],
  { notes }: Survey,
): Set<number> {
  const called = new Set(pairs.map(({ note }) => note))
  const written = notes.filter((note) => isWritten(note, blocks))
  const kept = new Set(written.filter((note) => !called.has(note)).map(({ block }) => block))
  return new Set(written.map(({ block }) => block).filter((block) => !kept.has(block)))
}

/** Calls that can be put in the text: none in a block that goes, none that lies over one before it. */
function standingCalls(pairs: readonly Pairing[], spent: ReadonlySet<number>): Set<Call> {
  const calls = pairs.flatMap((one) => one.calls).filter(({ block }) => !spent.has(block))
  const standing = new Set<Call>()
  for (const line of Map.groupBy(calls, (call) => call.line).values()) {
    let from = 0
    for (const call of line.sort((a, b) => a.start - b.start)) {
      if (call.start < from) continue
      standing.add(call)
      from = call.end
    }
  }
  return standing
}

/**
 * The notes that leave the text with the calls that stay in it, and the blocks that go. A note that loses its last call
 * stays text, which may give its place back to another call: the pairs are looked at until none goes.
 */
function settle(
  blocks: readonly DraftBlock[],
  found: Survey,
): { kept: Pairing[]; spent: ReadonlySet<number> } {
  for (let pairs = pair(found); ; ) {
    const spent = spentBlocks(blocks, pairs, found)
    const standing = standingCalls(pairs, spent)
    const kept = pairs
      .filter(({ note }) => !isWritten(note, blocks) || spent.has(note.block))
      .map(({ note, calls }) => ({ note, calls: calls.filter((call) => standing.has(call)) }))
      .filter(({ calls }) => calls.length > 0)
    if (kept.length === pairs.length) return { kept, spent }
    const left = new Set(kept.map(({ note }) => note))
    pairs = pairs.filter(({ note }) => left.has(note))
  }
}

/** Cuts a paragraph before the lines at its end that define notes called in the text. */
function splitDefinitions(block: DraftBlock, called: ReadonlyMap<string, ReadonlySet<string>>): DraftBlock[] {
  const lines = block.part.type === 'paragraph' ? splitLines(contentOf(block) ?? []) : []
  const isNote = (line: Inline[]) => {
    const key = readDefinition(line)?.key
    const words = key === undefined ? undefined : called.get(key)
    if (words === undefined || !key) return false
    return !key.startsWith('*') || [...wordSet(textOf(line))].some((word) => words.has(word))
  }
  const from = lines.findLastIndex((line) => !isNote(line)) + 1
  if (from === 0 || from >= lines.length) return [block]
  return [
    { ...block, part: paragraph(joinLines(lines.slice(0, from))) },
    { ...block, part: paragraph(joinLines(lines.slice(from))), ids: [] },
  ]
}

/** The words before each marker of the text. */
function calledWords(calls: readonly Call[]): Map<string, Set<string>> {
  const words = new Map<string, Set<string>>()
  for (const { key, word } of calls) {
    const known = words.get(key) ?? new Set()
    for (const each of wordSet(word)) if (each !== '') known.add(each)
    words.set(key, known)
  }
  return words
}

/** The notes have a title of their own: the source's, left with nothing below it, is only named. */
function dropTitle(draft: Draft): Draft {
  const index = draft.blocks.findLastIndex((block) => TITLE.test(lineOf(block)))
  const [title, next] = draft.blocks.slice(index, index + 2)
  if (index < 0 || !title || next?.part.type !== 'draftFootnote') return draft
  const named = flag('notes-title', lineOf(title), null, title.span)
  return { blocks: draft.blocks.toSpliced(index, 1), flags: [...draft.flags, named] }
}

/**
 * Notes and their calls: `word*` with "* Word : …", `[1]`, `(1)`, a raised 1, `[ref]…[/ref]`, `{{1}}` with
 * `[[1]]…[[1]]`, markers linked to a
 * paragraph or an item, and the notes of the block editor. Numbered by the order of the first call; the markers leave the text.
 */
export const findNotes: Pass = (source: Draft, facts) => {
  const apart = delimitedApart(source.blocks)
  const first = survey(apart, facts)
  const words = calledWords(first.calls)
  const draft = { ...source, blocks: apart.flatMap((block) => splitDefinitions(block, words)) }
  const isSplit = draft.blocks.length > apart.length
  const found = isSplit ? survey(draft.blocks, facts) : first
  const { kept, spent } = settle(draft.blocks, found)
  const calls = kept.flatMap((one, rank) => one.calls.map((call) => ({ ...call, noteId: String(rank + 1) })))
  const byLine = Map.groupBy(calls, (call) => call.line)
  let line = 0
  const blocks = draft.blocks.flatMap((block, index): DraftBlock[] => {
    const part = mapLines(block.part, (content) => {
      const here = byLine.get(line)
      line += 1
      return here ? withCalls(content, here) : content
    })
    return spent.has(index) ? [] : [{ ...block, part }]
  })
  const notes = kept.map((one) => footnote(one, draft.blocks, spent))
  const flags = [...draft.flags, ...orphans(draft.blocks, kept, found)]
  return dropTitle({ blocks: [...blocks, ...notes], flags })
}
