import { convert } from '../wordpress/convert.ts'
import type { ConvertContext, Converted } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'

/** What became of an item, as JSON: threads pass it on, and what waits to be written takes little memory. */
export type ConvertedJson = string

/** Whatever an item makes the converter throw is that item's alone: a string, for the report. */
export function convertOrSay(item: SourceItem, context: ConvertContext): ConvertedJson {
  try {
    return JSON.stringify(convert(item, context))
  } catch (error) {
    return JSON.stringify(`conversion impossible : ${error instanceof Error ? error.message : error}`)
  }
}

/** What `convertOrSay` made. */
export function readConverted(json: ConvertedJson): Converted | string {
  return JSON.parse(json)
}
