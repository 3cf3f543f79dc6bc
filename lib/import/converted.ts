import { type JsonBytes, jsonText } from '../json-bytes.ts'
import type { Analysis } from '../search/analysis.ts'
import type { Converted } from '../wordpress/draft.ts'

/** With what the search index takes of it: what the import still does to the document changes none of its words. */
export type ConvertedItem = Converted & { analysis: Analysis }

/** What `convertOrSay` made: a string says why an item could not be converted. */
export function readConverted(json: JsonBytes): ConvertedItem | string {
  return JSON.parse(jsonText(json))
}
