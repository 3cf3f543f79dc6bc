import type { Document } from '../document/types.ts'
import { type Unit, unitsOf } from './units.ts'
import { MetWords, stemsIn } from './words.ts'

/** A unit as the index takes it: the stems of its texts. */
export type StemmedUnit = Pick<Unit, 'heading' | 'summary' | 'body'>

/** What the index takes of an article's text, and the words of it as they are written. Pure: a thread may make it. */
export type Analysis = { units: StemmedUnit[]; words: string[] }

/** The analysis of a document and its standfirst. */
export function analyse(document: Document, standfirst: string): Analysis {
  const met = new MetWords()
  const stems = (text: string) => stemsIn(text, met).join(' ')
  const units = unitsOf(document, standfirst).map(({ heading, summary, body }) => ({
    heading: stems(heading),
    summary: stems(summary),
    body: stems(body),
  }))
  return { units, words: met.words }
}
