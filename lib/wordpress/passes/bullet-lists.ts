import type { BulletList, Inline } from '../../document/types.ts'
import type { DraftBlock } from '../draft.ts'
import { sliceInline, splitLines, textOf, trimInline } from '../inline.ts'
import { contentOf, mergedSpan, paragraph } from './block.ts'

/** A bullet, or the letter that stands for one in Word's fonts of signs, which no-break spaces follow. */
const BULLET = /^\s*(?:([•·▪■◦‣])\s*|([o§])\u00a0\s+)(?=[^\s•·▪■◦‣])/u

type Item = { sign: string; content: Inline[] }

/** The items of a paragraph whose lines all begin with a bullet; none for any other block. */
function itemsOf(block: DraftBlock): Item[] {
  const lines = block.part.type === 'paragraph' ? splitLines(contentOf(block) ?? []) : []
  const items = lines.flatMap((line): Item[] => {
    const match = BULLET.exec(textOf(line))
    const content = match ? trimInline(sliceInline(line, match[0].length)) : []
    return match && content.length > 0 ? [{ sign: match[1] ?? match[2] ?? '', content }] : []
  })
  return items.length === lines.length ? items : []
}

/** A list in which another sign opens a list of its own, until a sign from before comes back. */
function listOf(items: readonly Item[]): BulletList {
  const root: BulletList = { type: 'bulletList', content: [] }
  let open: { sign: string; list: BulletList }[] = []
  for (const { sign, content } of items) {
    const known = open.findIndex((one) => one.sign === sign)
    const around = open.at(-1)?.list.content.at(-1)
    if (known >= 0) open = open.slice(0, known + 1)
    else if (!around) open.push({ sign, list: root })
    else {
      const list: BulletList = { type: 'bulletList', content: [] }
      around.content.push(list)
      open.push({ sign, list })
    }
    open
      .at(-1)
      ?.list.content.push({ type: 'listItem', attrs: { value: null }, content: [paragraph(content)] })
  }
  return root
}

/** Lists typed with bullets: two lines or more, in one paragraph or several. `name` is told of each. */
export function bulletLists(
  blocks: readonly DraftBlock[],
  name: (detail: string, run: readonly DraftBlock[]) => void,
): DraftBlock[] {
  const result: DraftBlock[] = []
  for (let index = 0; index < blocks.length; ) {
    const items: Item[] = []
    const run: DraftBlock[] = []
    for (let block = blocks[index]; block; block = blocks[index + run.length]) {
      const own = itemsOf(block)
      if (own.length === 0) break
      items.push(...own)
      run.push(block)
    }
    if (items.length > 1) {
      name(`${items.map(({ sign }) => sign).join(' ')} ${textOf(items[0]?.content).slice(0, 80)}`, run)
      const ids = run.flatMap((block) => block.ids)
      result.push({ part: listOf(items), span: mergedSpan(run), confidence: 0.9, ids })
    } else result.push(...blocks.slice(index, index + 1))
    index += items.length > 1 ? run.length : 1
  }
  return result
}
