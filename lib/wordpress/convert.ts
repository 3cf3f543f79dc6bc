import { textLines } from '../document/text.ts'
import type { Document, Inline } from '../document/types.ts'
import { assemble } from './assemble.ts'
import type { ConvertContext, Converted, Draft, DraftCredit } from './draft.ts'
import { joinLines } from './inline.ts'
import { readMarkup } from './markup.ts'
import { contentOf, type Facts } from './passes/block.ts'
import { applyPasses } from './passes.ts'
import { namesIn } from './people.ts'
import { plainHtml } from './plain-html.ts'
import type { SourceItem } from './source.ts'
import { readTitle } from './title.ts'
import { isWritten } from './written.ts'

/** True when the text must be read without the help of tags: a dump that lost them, or content that has none. */
export function isStripped({ format, lostBytes, content }: SourceItem): boolean {
  return format === 'dump' && (lostBytes > 0 || !/<[a-z!/]/iu.test(content))
}

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

function bylineOf({ blocks }: Draft): DraftCredit[] {
  return blocks.flatMap(({ part }) => (part.type === 'draftByline' ? part.people : []))
}

/** The standfirst column: the node's words, else the source's excerpt, else nothing. */
function standfirstOf(document: Document, sourceExcerpt: string): string {
  const node = document.content.find((part) => part.type === 'standfirst')
  return node ? textLines(node).join(' ').replace(/\s+/gu, ' ') : sourceExcerpt
}

/** Turns an item of WordPress into an article. Pure; what is doubtful is in `flags`, no word is lost. */
export function convert(item: SourceItem, context: ConvertContext): Converted {
  const { kind, title } = readTitle(item.title)
  const facts: Facts = {
    stripped: isStripped(item),
    kind,
    published: item.date.slice(0, 10),
    source: item.content,
    excerpt: plainHtml(item.excerpt),
    people: namesIn(title),
    notes: storedNotes(item, context),
  }
  const read = readMarkup(item.content, { context, itemId: item.id, stripped: facts.stripped })
  const draft = isWritten(item.content) ? read : applyPasses(read, facts)
  const { document, flags } = assemble(draft, item.link)
  return {
    kind,
    title,
    legacyTitle: item.title,
    standfirst: standfirstOf(document, facts.excerpt),
    credits: bylineOf(draft),
    document,
    flags,
  }
}
