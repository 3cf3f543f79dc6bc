import { convert } from '../wordpress/convert.ts'
import type { ConvertContext, Converted } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'

/** Whatever an item makes the converter throw is that item's alone: a string, for the report. */
export function convertOrSay(item: SourceItem, context: ConvertContext): Converted | string {
  try {
    return convert(item, context)
  } catch (error) {
    return `conversion impossible : ${error instanceof Error ? error.message : error}`
  }
}
