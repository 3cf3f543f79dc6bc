import type { Analysis } from '../search/analysis.ts'
import type { Converted } from '../wordpress/draft.ts'

/**
 * What became of an item, as JSON in UTF-8: threads hand it over without a copy, and what waits to be written takes half
 * of the memory that French does as a string, outside the heap that is collected again and again.
 */
export type ConvertedJson = Uint8Array<ArrayBuffer>

/** With what the search index takes of it: what the import still does to the document changes none of its words. */
export type ConvertedItem = Converted & { analysis: Analysis }

const decoder = new TextDecoder()

/** What `convertOrSay` made: a string says why an item could not be converted. */
export function readConverted(json: ConvertedJson): ConvertedItem | string {
  return JSON.parse(decoder.decode(json))
}
