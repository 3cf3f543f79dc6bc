import { type JsonBytes, jsonBytes } from '../json-bytes.ts'
import { analyse } from '../search/analysis.ts'
import { convert } from '../wordpress/convert.ts'
import type { ConvertContext } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'
import type { ConvertedItem } from './converted.ts'

/** Whatever an item makes the converter throw is that item's alone: a string, for the report. */
export function convertOrSay(item: SourceItem, context: ConvertContext): JsonBytes {
  try {
    const converted = convert(item, context)
    const analysis = analyse(converted.document, converted.title, converted.standfirst)
    return jsonBytes(JSON.stringify({ ...converted, analysis } satisfies ConvertedItem))
  } catch (error) {
    const reason = `conversion impossible : ${error instanceof Error ? error.message : error}`
    return jsonBytes(JSON.stringify(reason))
  }
}
