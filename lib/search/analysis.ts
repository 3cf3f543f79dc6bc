import type { Document } from '../document/types.ts'
import { Reading } from './stems.ts'
import { type Unit, unitsOf } from './units.ts'

/** A unit as the index takes it: the stems of its texts. */
export type StemmedUnit = Pick<Unit, 'heading' | 'summary' | 'body'>

/**
 * What the index takes of an article: the stems of its title and of its text, and their words as they are written, with
 * spaces. Pure: a thread may make it.
 */
export type Analysis = { title: string; units: StemmedUnit[]; words: string }

/** The analysis of a document, its title and its standfirst. */
export function analyse(document: Document, title: string, standfirst: string): Analysis {
  const reading = new Reading()
  const units = unitsOf(document, standfirst).map(({ heading, summary, body }) => ({
    heading: reading.stems(heading),
    summary: reading.stems(summary),
    body: reading.stems(body),
  }))
  return { title: reading.stems(title), units, words: reading.words }
}
