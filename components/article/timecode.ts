import type { Inline } from '../../lib/document/types.ts'

const CLOCK = /[([]?\b(\d{1,3}):(\d{2})(?::(\d{2}))?\b[)\]]?/g

const IN_BRACKETS = /([([]\d{1,3}:\d{2}(?::\d{2})?[)\]])/

/** A text around the time codes that it says in brackets, "(6:30)": those have their seconds. */
export function splitAtTimecodes(text: string): { words: string; seconds: number | null }[] {
  return text
    .split(IN_BRACKETS)
    .map((words, index) => {
      const match = index % 2 === 1 ? [...words.matchAll(CLOCK)][0] : undefined
      return { words, seconds: match ? toSeconds(match) : null }
    })
    .filter(({ words }) => words !== '')
}

/** `6:30` is minutes and seconds, `1:03:30` hours too. */
function toSeconds([, first, second, third]: RegExpMatchArray): number {
  const parts = [first, second, third].filter((part) => part !== undefined).map(Number)
  return parts.reduce((total, part) => total * 60 + part, 0)
}

/**
 * A heading around the words that say its time code, brackets included: "Le fond (6:30)". `words` is null, and all
 * is `before`, when no text says `timecode` (seconds).
 */
export function splitAtTimecode(
  nodes: readonly Inline[],
  timecode: number,
): { before: Inline[]; words: string | null; after: Inline[] } {
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') continue
    const match = [...node.text.matchAll(CLOCK)].find((candidate) => toSeconds(candidate) === timecode)
    if (!match) continue
    const [words] = match
    const cut = (start: number, end?: number) => {
      const text = node.text.slice(start, end)
      return text === '' ? [] : [{ ...node, text }]
    }
    return {
      before: [...nodes.slice(0, index), ...cut(0, match.index)],
      words,
      after: [...cut(match.index + words.length), ...nodes.slice(index + 1)],
    }
  }
  return { before: [...nodes], words: null, after: [] }
}
