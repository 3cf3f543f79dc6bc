import type { Document } from '../document/types.ts'
import { type Unit, unitsOf } from './units.ts'
import { MetWords, stemsIn } from './words.ts'

/** A unit as the index takes it: the stems of its texts. */
export type StemmedUnit = Pick<Unit, 'heading' | 'summary' | 'body'>

/**
 * What the index takes of an article: the stems of its title and of its text, and their words as they are written. Pure:
 * a thread may make it.
 */
export type Analysis = { title: string; units: StemmedUnit[]; words: string[] }

/** The analysis of a document, its title and its standfirst. */
export function analyse(document: Document, title: string, standfirst: string): Analysis {
  const met = new MetWords()
  const stems = (text: string) => stemsIn(text, met).join(' ')
  const units = unitsOf(document, standfirst).map(({ heading, summary, body }) => ({
    heading: stems(heading),
    summary: stems(summary),
    body: stems(body),
  }))
  return { title: stems(title), units, words: met.words }
}
