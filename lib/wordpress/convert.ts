import { textLines } from '../document/text.ts'
import type { Document, Inline } from '../document/types.ts'
import { acfBlock, unreadBuilders, unreadFields } from './acf.ts'
import { assemble } from './assemble.ts'
import { lossFlags, prove } from './conservation.ts'
import type { ConvertContext, Converted, Draft, DraftCredit, Flag } from './draft.ts'
import { elementorHtml } from './elementor.ts'
import { joinLines, textOf } from './inline.ts'
import { readMarkup } from './markup.ts'
import { contentOf, type Facts } from './passes/block.ts'
import { applyPasses } from './passes.ts'
import { namesIn } from './people.ts'
import { plainHtml } from './plain-html.ts'
import { isStripped, type SourceItem } from './source.ts'
import { readTitle } from './title.ts'
import { isWritten } from './written.ts'

/** Notes that the block editor keeps in the meta field `footnotes`: a JSON list of `{ id, content }`. */
function storedNotes(item: SourceItem, context: ConvertContext): Facts['notes'] {
  let stored: unknown
  try {
    stored = JSON.parse(item.meta.footnotes ?? '[]')
  } catch {
    return []
  }
  if (!Array.isArray(stored)) return []
  return stored.flatMap((note: unknown) => {
    if (typeof note !== 'object' || note === null || !('id' in note) || !('content' in note)) return []
    if (typeof note.id !== 'string' || typeof note.content !== 'string') return []
    const { blocks } = readMarkup(note.content, { context, itemId: item.id, stripped: false })
    const content: Inline[] = joinLines(blocks.map((block) => contentOf(block) ?? []))
    return [{ id: note.id, content }]
  })
}

/** Notes that the block editor keeps and no word calls: WordPress prints them all the same. */
function uncalledNotes(notes: Facts['notes'], document: Document): Flag[] {
  if (notes.length === 0) return []
  const shown = textLines(document)
  const texts = notes.map(({ content }) => textOf(content).trim()).filter((text) => text !== '')
  return texts
    .filter((text) => !shown.some((line) => line.includes(text)))
    .map((detail) => ({ code: 'note-without-call', detail, confidence: null, span: null }))
}

/** The people of the byline; without one, those that the note on method or the author's box says wrote the text. */
function bylineOf({ blocks }: Draft): DraftCredit[] {
  const signed = blocks.flatMap(({ part }) => (part.type === 'draftByline' ? part.people : []))
  if (signed.length > 0) return signed
  return blocks.flatMap(({ part }) =>
    part.type === 'draftCredit'
      ? part.credit.attrs.people.filter(({ role }) => role === 'author' || role === 'interviewer')
      : [],
  )
}

/** The standfirst column: the node's words, else the source's excerpt, else nothing. */
function standfirstOf(document: Document, sourceExcerpt: string): string {
  const node = document.content.find((part) => part.type === 'standfirst')
  return node ? textLines(node).join(' ').replace(/\s+/gu, ' ') : sourceExcerpt
}

/** What plugins keep of an item in fields of their own, for one whose content is empty. */
function fromFields(meta: SourceItem['meta']): { content: string; flag: Flag } | null {
  const sources: [detail: string, content: string][] = [
    ['_elementor_data', elementorHtml(meta._elementor_data).trim()],
    ['ct_builder_shortcodes', meta.ct_builder_shortcodes ?? ''],
    ['acf', acfBlock(meta)],
  ]
  const [detail, content] = sources.find(([, text]) => text !== '') ?? []
  return detail && content
    ? { content, flag: { code: 'builder-data', detail, confidence: null, span: null } }
    : null
}

/** Turns an item of WordPress into an article. Pure; what is doubtful is in `flags`, and so is any word that got lost. */
export function convert(item: SourceItem, context: ConvertContext): Converted {
  const { kind, title } = readTitle(item.title)
  const built = item.content.trim() === '' ? fromFields(item.meta) : null
  const content = built?.content ?? item.content
  const facts: Facts = {
    stripped: isStripped(item),
    kind,
    published: item.date.slice(0, 10),
    source: content,
    excerpt: plainHtml(item.excerpt),
    people: namesIn(title),
    notes: storedNotes(item, context),
  }
  const read = readMarkup(content, { context, itemId: item.id, stripped: facts.stripped })
  const draft = isWritten(item.content) ? read : applyPasses(read, facts)
  const assembled = assemble(draft, item.link)
  const { document } = assembled
  const flags = [
    ...assembled.flags,
    ...(built ? [built.flag] : content.trim() === '' ? unreadBuilders(item.meta) : []),
    ...uncalledNotes(facts.notes, document),
    ...unreadFields(item.meta, document),
  ]
  const proof = prove(item, document, flags)
  return {
    kind,
    title,
    legacyTitle: item.title,
    standfirst: standfirstOf(document, facts.excerpt),
    credits: bylineOf(draft),
    document,
    flags: [...flags, ...lossFlags(proof.lostWords)],
    proof,
  }
}
