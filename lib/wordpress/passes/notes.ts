import type { Inline } from '../../document/types.ts'
import type { Draft, DraftBlock, Flag } from '../draft.ts'
import { joinLines, plainLine, sliceInline, splitLines, textOf, trimInline } from '../inline.ts'
import { mapLines } from '../map-lines.ts'
import { contentOf, type Facts, flag, mergedSpan, type Pass, paragraph } from './block.ts'
import { type Call, callsIn, type Note, type Pairing, pairNotes } from './note-calls.ts'

const DEFINITION = /^(?:(\*{1,5})\s?(?=[^\s*])|(\[\d{1,3}\])\s*(?=\S))/u
const BACK_LINK = /\s*[↩↑⤴]\uFE0E?\s*$/u

/** The words of a note without its marker and the arrow that leads back. */
function noteContent(content: readonly Inline[], marker: number): Inline[] {
  const text = textOf(content)
  const end = text.length - (BACK_LINK.exec(text)?.[0].length ?? 0)
  return plainLine(trimInline(sliceInline(content, marker, end)))
}

/** The notes that a paragraph defines; several lines may each define one. */
function notesAt(block: DraftBlock, index: number): Note[] {
  const lines = block.part.type === 'paragraph' ? splitLines(contentOf(block) ?? []) : []
  const matches = lines.map((line) => DEFINITION.exec(textOf(line)))
  if (matches.length === 0 || matches.some((match) => !match)) return []
  return lines.map((content, at) => {
    const printed = matches[at]?.[0] ?? ''
    return {
      key: printed.trim(),
      marker: printed.trim(),
      content: noteContent(content, printed.length),
      block: index,
    }
  })
}

/** A paragraph that a linked marker leads to, with or without a printed marker of its own. */
function linkedNote(block: DraftBlock, index: number, calls: readonly Call[]): Note[] {
  const content = block.part.type === 'paragraph' ? contentOf(block) : null
  const key = block.ids
    .map((id) => `#${id.toLowerCase()}`)
    .find((id) => calls.some((call) => call.key === id))
  const printed = content && /^\s*(?:\[?\d{1,3}\]?[.)]?|\*{1,5})\s*(?=\S)/u.exec(textOf(content))?.[0]
  if (!content || !key || !printed) return []
  return [{ key, marker: printed.trim(), content: noteContent(content, printed.length), block: index }]
}

const OPEN = '[ref]'
const CLOSE = '[/ref]'

/** Notes written where they are called: `[ref]…[/ref]`. Their words leave the line. */
function inlineCalls(content: readonly Inline[], line: number, block: number): { call: Call; note: Note }[] {
  const text = textOf(content)
  const found: { call: Call; note: Note }[] = []
  for (let from = text.indexOf(OPEN); from >= 0; ) {
    const close = text.indexOf(CLOSE, from)
    if (close < 0) break
    const key = `ref ${line} ${from}`
    const words = noteContent(sliceInline(content, from + OPEN.length, close), 0)
    const end = close + CLOSE.length
    if (words.length > 0) {
      const call: Call = { line, block, start: from, end, key, word: '', free: true }
      found.push({ call, note: { key, marker: OPEN, content: words, block: block + 1 } })
    }
    from = text.indexOf(OPEN, end)
  }
  return found
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
  const written = blocks.flatMap((block, index) => {
    const linked = linkedNote(block, index, calls)
    return linked.length > 0 ? linked : notesAt(block, index)
  })
  return { calls, notes: [...written, ...inline, ...stored] }
}

/** Notes with their calls, in the order of the first call. */
function pair({ calls, notes }: Survey): Pairing[] {
  const keys = [...new Set(notes.map((note) => note.key))]
  const pairs = keys.flatMap((key) =>
    pairNotes(
      key,
      notes.filter((note) => note.key === key),
      calls.filter((call) => call.key === key),
    ),
  )
  const place = ({ calls: [first] }: Pairing) => (first ? first.line * 1e6 + first.start : 0)
  return pairs.filter((one) => one.calls.length > 0).sort((a, b) => place(a) - place(b))
}

/** Puts the calls of one line in the place of their markers; the space before a marker goes with it. */
function withCalls(content: Inline[], calls: readonly (Call & { noteId: string })[]): Inline[] {
  const result: Inline[] = []
  let from = 0
  for (const call of [...calls].sort((a, b) => a.start - b.start)) {
    if (call.start < from) continue
    const before = sliceInline(content, from, call.start)
    result.push(...sliceInline(before, 0, textOf(before).trimEnd().length))
    result.push({ type: 'footnoteRef', attrs: { noteId: call.noteId } })
    from = call.end
  }
  return [...result, ...sliceInline(content, from)]
}

/** Definitions that nothing calls stay text; the ones that look meant for a note are named. */
function orphans(blocks: readonly DraftBlock[], pairs: readonly Pairing[], { notes }: Survey): Flag[] {
  const called = new Set(pairs.map(({ note }) => note))
  return notes
    .filter((note) => !called.has(note) && note.marker !== '' && note.block > blocks.length / 2)
    .map((note) =>
      flag(
        'note-without-call',
        `${note.marker}${textOf(note.content).slice(0, 80)}`,
        null,
        blocks[note.block]?.span ?? null,
      ),
    )
}

function footnote(
  { note, calls }: Pairing,
  blocks: readonly DraftBlock[],
  { calls: all }: Survey,
): DraftBlock {
  const source = blocks[note.block] ?? blocks[calls[0]?.block ?? 0]
  const printed = note.marker || all.find((call) => call.key === note.key)?.key || ''
  return {
    part: { type: 'draftFootnote', marker: printed, content: note.content },
    span: source ? mergedSpan([source]) : { start: 0, end: 0 },
    confidence: 0.95,
    ids: note.block < blocks.length && note.marker !== OPEN ? (source?.ids ?? []) : [],
  }
}

/** A paragraph whose lines are all notes; one uncalled line keeps the whole paragraph. */
function isSpent(index: number, pairs: readonly Pairing[], { notes }: Survey): boolean {
  const here = notes.filter((note) => note.block === index && note.marker !== OPEN)
  return here.length > 0 && here.every((note) => pairs.some((one) => one.note === note))
}

/** Cuts a paragraph before the lines at its end that define notes called in the text. */
function splitDefinitions(block: DraftBlock, calls: readonly Call[]): DraftBlock[] {
  const lines = block.part.type === 'paragraph' ? splitLines(contentOf(block) ?? []) : []
  const isNote = (line: Inline[]) => {
    const key = DEFINITION.exec(textOf(line))?.[0].trim()
    return key !== undefined && calls.some((call) => call.key === key && textOf(line).includes(call.word))
  }
  const from = lines.findIndex((_, index) => lines.slice(index).every(isNote))
  if (from <= 0) return [block]
  return [
    { ...block, part: paragraph(joinLines(lines.slice(0, from))) },
    { ...block, part: paragraph(joinLines(lines.slice(from))), ids: [] },
  ]
}

/**
 * Notes and their calls: `word*` with "* Word : …", `[1]`, `[ref]…[/ref]`, markers linked to a paragraph, and the notes
 * of the block editor. Numbered by the order of the first call; the markers leave the text.
 */
export const findNotes: Pass = (source: Draft, facts) => {
  const { calls: candidates } = survey(source.blocks, facts)
  const draft = { ...source, blocks: source.blocks.flatMap((block) => splitDefinitions(block, candidates)) }
  const found = survey(draft.blocks, facts)
  const kept = pair(found).filter(
    ({ note }) =>
      note.block >= draft.blocks.length || note.marker === OPEN || isSpent(note.block, pair(found), found),
  )
  const calls = kept.flatMap((one, rank) => one.calls.map((call) => ({ ...call, noteId: String(rank + 1) })))
  let line = 0
  const blocks = draft.blocks.flatMap((block, index): DraftBlock[] => {
    const part = mapLines(block.part, (content) => {
      const here = calls.filter((call) => call.line === line)
      line += 1
      return here.length > 0 ? withCalls(content, here) : content
    })
    return isSpent(index, kept, found) ? [] : [{ ...block, part }]
  })
  const notes = kept.map((one) => footnote(one, draft.blocks, found))
  return { blocks: [...blocks, ...notes], flags: [...draft.flags, ...orphans(draft.blocks, kept, found)] }
}
