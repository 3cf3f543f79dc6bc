import { type Analysis, analyse } from '../search/analysis.ts'
import { convert } from '../wordpress/convert.ts'
import type { ConvertContext, Converted } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'

/**
 * What became of an item, as JSON in UTF-8: threads hand it over without a copy, and what waits to be written takes half
 * of the memory that French does as a string, outside the heap that is collected again and again.
 */
export type ConvertedJson = Uint8Array<ArrayBuffer>

/** With what the search index takes of it: what the import still does to the document changes none of its words. */
export type ConvertedItem = Converted & { analysis: Analysis }

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Whatever an item makes the converter throw is that item's alone: a string, for the report. */
export function convertOrSay(item: SourceItem, context: ConvertContext): ConvertedJson {
  try {
    const converted = convert(item, context)
    const analysis = analyse(converted.document, converted.standfirst)
    return encoder.encode(JSON.stringify({ ...converted, analysis } satisfies ConvertedItem))
  } catch (error) {
    const reason = `conversion impossible : ${error instanceof Error ? error.message : error}`
    return encoder.encode(JSON.stringify(reason))
  }
}

/** What `convertOrSay` made. */
export function readConverted(json: ConvertedJson): ConvertedItem | string {
  return JSON.parse(decoder.decode(json))
}
