import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AnyNode, Mark } from '../document/types.ts'
import type { Attachment, DraftPart, Flag } from './draft.ts'
import { draftOf, linesOf } from './markup/testing.ts'

const file = resolve(process.env.CHAPO_CASES ?? '../shared/cases', 'conversion.json')
const missing = !existsSync(file)
const IDS = ['c01', 'c03', 'c05', 'c07', 'c09', 'c11', 'c13', 'c23', 'c25', 'c27', 'c34']

type SourceAttachment = {
  url: string
  width: number
  height: number
  alt: string
  caption: string
  parent: number
  menu_order: number
}
type Case = {
  id: string
  title: string
  input: string
  context: { attachments?: Record<string, SourceAttachment>; postId?: number }
  expected: { blocks?: object[]; text?: string; flags?: string[] }
}

function readCases(): Case[] {
  if (missing) return []
  const { cases }: { cases: Case[] } = JSON.parse(readFileSync(file, 'utf8'))
  return cases.filter(({ id }) => IDS.includes(id))
}

function attachmentsOf({ context }: Case): Attachment[] {
  return Object.entries(context.attachments ?? {}).map(([id, { menu_order: menuOrder, ...rest }]) => ({
    id: Number(id),
    menuOrder,
    ...rest,
  }))
}

/** Marked runs as the cases write them: text, mark, address of a link. */
function marksOf(node: DraftPart | AnyNode): string[][] {
  if (node.type === 'text')
    return (node.marks ?? []).map((mark) => [node.text, mark.type, ...addressOf(mark)])
  const children: readonly AnyNode[] = 'content' in node && node.content ? node.content : []
  return children.flatMap(marksOf)
}
const addressOf = (mark: Mark): string[] => (mark.type === 'link' ? [mark.attrs.href] : [])

const textOf = (node: DraftPart | AnyNode): string => linesOf(node).join(' ')

/** An item of a list: its text, or its blocks when it has several, a nested list as the list of its items. */
function itemOf(item: { content: readonly AnyNode[] }): unknown {
  const blocks = item.content.map((node) =>
    node.type === 'bulletList' || node.type === 'orderedList' ? node.content.map(itemOf) : textOf(node),
  )
  return blocks.length === 1 ? blocks[0] : blocks
}

function definitionsOf(nodes: readonly AnyNode[]): unknown[] {
  const terms: [string, string[]][] = []
  for (const node of nodes) {
    if (node.type === 'definitionTerm') terms.push([textOf(node), []])
    else terms.at(-1)?.[1].push(textOf(node))
  }
  return terms
}

/** A block in the neutral notation of the cases. */
function neutral(part: DraftPart | AnyNode): object {
  const { type } = part
  switch (part.type) {
    case 'figure': {
      const { attachmentId, src, alt, width, align } = part.attrs
      const caption = part.content ? textOf(part.content[0]) : ''
      return {
        type,
        attachmentId,
        caption,
        marks: marksOf(part),
        align,
        width,
        alt,
        original: src,
        image: src,
      }
    }
    case 'gallery':
      return {
        type,
        columns: part.attrs.columns,
        items: part.content.map((figure) => figure.attrs.attachmentId),
        captions: part.content.map((figure) => (figure.content ? textOf(figure.content[0]) : '')),
      }
    case 'embed':
      return { type, ...part.attrs, fallbackText: part.attrs.fallback }
    case 'details': {
      const [summary, ...blocks] = part.content
      return {
        type,
        summary: summary ? textOf(summary) : '',
        id: part.attrs.anchor,
        blocks: blocks.map(neutral),
      }
    }
    case 'audio':
      return { type, ...part.attrs }
    case 'video':
      return {
        type,
        ...part.attrs,
        tracks: part.attrs.tracks.map(({ src, kind, lang }) => [src, kind, lang]),
      }
    case 'bulletList':
      return { type, items: part.content.map(itemOf) }
    case 'orderedList':
      return { type, ...part.attrs, items: part.content.map(itemOf) }
    case 'definitionList':
      return { type, items: definitionsOf(part.content) }
    case 'paragraph':
      return { type, text: textOf(part), align: part.attrs.align, marks: marksOf(part) }
    default:
      return { type, text: textOf(part) }
  }
}

/** A flag of the cases, `code`, `code:detail` or `code x2`, as the flags that it wants. */
function wantedFlags(expected: string, flags: readonly Flag[]): string[] {
  const times = / x(\d+)$/.exec(expected)
  const name = expected.replace(/ x\d+$/, '')
  const isCode = flags.some(({ code }) => code === name)
  const wanted = isCode
    ? name
    : (flags.find(({ code, detail }) => `${code}:${detail}` === name)?.code ?? name)
  return Array.from({ length: Number(times?.[1] ?? 1) }, () => wanted)
}

describe.skipIf(missing)('conversion cases (skipped: no cases folder)', () => {
  it('are all there', () => {
    expect(readCases().map(({ id }) => id)).toEqual(IDS)
  })
  for (const one of readCases()) {
    const { blocks, flags } = draftOf(one.input, attachmentsOf(one), one.context.postId)
    it(`${one.id} ${one.title}: blocks`, () => {
      const { blocks: wanted = [{ type: 'paragraph', text: one.expected.text }] } = one.expected
      expect(blocks.map(({ part }) => neutral(part))).toMatchObject(wanted)
    })
    it(`${one.id}: flags`, () => {
      const wanted = (one.expected.flags ?? []).flatMap((flag) => wantedFlags(flag, flags))
      expect(flags.map(({ code }) => code).sort()).toEqual(wanted.sort())
    })
    it(`${one.id}: places in the source, in order and never empty`, () => {
      for (const { span } of blocks) expect(one.input.slice(span.start, span.end).trim()).not.toBe('')
      const starts = blocks.map(({ span }) => span.start)
      expect(starts).toEqual(starts.toSorted((a, b) => a - b))
    })
  }
})

describe('a content that lost its tags', () => {
  it('has one paragraph a line, entities as they stand, shortcodes read', () => {
    const content =
      '[vc_row]Par A\net <b>B &amp; C</b>\n\n[caption id="attachment_9" width="300"]\n"K", ici[/caption]Suite'
    const { blocks } = draftOf(content, [], 1, true)
    expect(blocks.map(({ part }) => textOf(part))).toEqual([
      'Par A',
      'et <b>B &amp; C</b>',
      '"K", ici',
      'Suite',
    ])
    expect(blocks.map(({ part }) => part.type)).toEqual(['paragraph', 'paragraph', 'figure', 'paragraph'])
    expect(blocks.map(({ span }) => content.slice(span.start, span.end))).toEqual([
      'Par A',
      'et <b>B &amp; C</b>',
      '[caption id="attachment_9" width="300"]\n"K", ici[/caption]',
      'Suite',
    ])
  })
})
