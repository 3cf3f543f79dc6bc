import type { Draft, DraftBlock, Flag } from '../draft.ts'
import { joinLines, splitLines, textOf } from '../inline.ts'
import { contentOf, flag, lineOf, type Pass, paragraph } from './block.ts'
import { readStampDay } from './day.ts'

const STAMP =
  /^.{0,300}(?<!\p{L})was last modified:?\s.{8,120}$|^(?:dernière (?:modification|mise à jour)|mis(?:e)? à jour|modifié(?:e)?|last (?:modified|updated)|updated)(?: on| le)?\s?:?\s.{8,40}$/iu

/** What no stamp goes without. */
const SIGN = /modifi|jour|updated/iu

/** The day that a stamp gives; null for any other line. */
function stampDay(line: string): string | null {
  return STAMP.test(line) ? readStampDay(line) : null
}

/** "… was last modified: avril 2nd, 2012 by X": a plugin's line, not the author's. It leaves the text and is named. */
export const removeStamps: Pass = (draft: Draft) => {
  const flags: Flag[] = []
  const blocks = draft.blocks.flatMap((block): DraftBlock[] => {
    if (block.part.type !== 'paragraph' || !SIGN.test(lineOf(block))) return [block]
    const lines = splitLines(contentOf(block) ?? [])
    const stamped = lines.filter((line) => stampDay(textOf(line)) !== null)
    if (stamped.length === 0) return [block]
    for (const line of stamped) {
      const detail = `${stampDay(textOf(line))} · ${textOf(line)}`
      flags.push(flag('modified-stamp', detail, 0.95, block.span))
    }
    const rest = lines.filter((line) => !stamped.includes(line))
    return rest.length > 0 ? [{ ...block, part: paragraph(joinLines(rest)) }] : []
  })
  return { blocks, flags: [...draft.flags, ...flags] }
}
