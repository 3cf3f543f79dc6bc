import type { ConvertContext, Draft } from './draft.ts'
import { readContent } from './markup/content.ts'

/**
 * The draft of an item's `content`: classic-editor HTML with shortcodes and WPBakery tags, or, when `stripped`, text
 * of a dump that lost its tags (each line a paragraph, entities as they stand, shortcodes still read). Total: every
 * piece of mark-up becomes part of a block or is named in a flag, and no word is lost. Never throws on content.
 */
export function readMarkup(
  content: string,
  options: { context: ConvertContext; itemId: number; stripped: boolean },
): Draft {
  return readContent(content, options)
}
