import type { SectionKind } from '../../document/types.ts'
import { readOrdinal } from './ordinal.ts'

/** What a line says of itself when it is read as a heading. */
export type HeadingLine = { timecode: number | null; ordinal: number | null; confidence: number }

/** Seconds of a time code in brackets at the end: m:ss, or h:mm:ss when it has two colons. */
export function readTimecode(line: string): number | null {
  const match = /[[(](\d{1,3}):([0-5]\d)(?::([0-5]\d))?[\])]\s*$/u.exec(line)
  if (!match) return null
  const [first = 0, second = 0, third] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)))
  return third === undefined ? first * 60 + second : first * 3600 + second * 60 + third
}

/** "Question du public : …", "Question de la salle : …". */
export function isAudienceQuestion(line: string): boolean {
  return /^questions? (?:du|de la|de l['’]|d['’]une?|des) ?(?:public|salle|auditoire|assistance|assemblée|audience|spectat|auditeu|participant|internaute)/iu.test(
    line,
  )
}

/** `interview`: the article is questions and answers, so that "…" and a plain statement may be questions too. */
export function headingKind(line: string, interview: boolean): SectionKind {
  if (isAudienceQuestion(line)) return 'audience'
  if (readTimecode(line) !== null) return 'timecoded'
  if (readOrdinal(line) !== null) return 'ordinal'
  return interview && /[?…]$|\.{3}$|[.!]$/u.test(line.replace(/[\s"”»)]+$/u, '')) ? 'question' : 'section'
}

const NOT_A_HEADING = /^(?:[-–—•*#[(]|https?:|www\.)|[:;,]$|https?:\/\/|@\p{L}|(?:\d{2}[ .]){4}\d{2}/u
/** Two sentences: a full stop, a space, a capital. */
const TWO_SENTENCES = /\p{L}{2}\s?[.!]\s+\p{Lu}/u
const PICTOGRAM = /^(?:\p{Extended_Pictographic}\uFE0F?\u200D?){1,4}\s+/u
const ROMAN = /^[IVX]{1,4}\.\s/u
/** A whole sentence in quotation marks, then who said it. */
const SAID = /^["“«][^"”»]{1,180}[.!?…]\s?["”»]\s/u
const QUOTED = /^["“«].*["”»]\s*$/u

function endConfidence(line: string, interview: boolean): number | null {
  if (readTimecode(line) !== null) return 0.95
  if (/\?\s*["”»)]?$/u.test(line)) return 0.9
  if (/(?:\.{3}|…)$/u.test(line)) return interview ? 0.8 : null
  if (
    line.length > 120 ||
    TWO_SENTENCES.test(line.replace(ROMAN, '')) ||
    !/[\p{L}\p{N})"”»’'%€]$/u.test(line)
  )
    return null
  return readOrdinal(line) === null ? 0.75 : 0.9
}

/**
 * How sure it is that a line of text without mark-up was a heading: at most 190 characters that end with a question
 * mark, a time code, an ellipsis (in an interview) or without any end mark. Null when it is not one.
 */
export function readHeadingLine(shown: string, interview: boolean): HeadingLine | null {
  const line = shown.replace(PICTOGRAM, '')
  if (line.length < 3 || line.length > 190 || !/^["“«]?\s?[\p{Lu}\p{N}]/u.test(line)) return null
  if (NOT_A_HEADING.test(line) || QUOTED.test(line) || SAID.test(line)) return null
  const confidence = endConfidence(line, interview)
  if (confidence === null) return null
  return { timecode: readTimecode(line), ordinal: readOrdinal(line), confidence }
}
