import { TagReader } from './tags.ts'

/**
 * A block of the block editor, as its comments bound it: `<!-- wp:name {json} -->…<!-- /wp:name -->` or
 * `<!-- wp:name {json} /-->`. Names of WordPress's own blocks have no `core/` prefix. `inner` is null for a block
 * that holds nothing by its own comment.
 */
export type EditorBlock = {
  name: string
  attributes: Readonly<Record<string, unknown>>
  start: number
  end: number
  inner: { start: number; end: number } | null
}
type Found = EditorBlock & { closed: boolean }

/** `unpaired`: comments without their partner, or whose attributes are no JSON; what stands around them is kept. */
export type EditorBlocks = {
  blocks: EditorBlock[]
  unpaired: { name: string; start: number; end: number }[]
}

type Delimiter = Pick<EditorBlock, 'name' | 'attributes'> & {
  closing: boolean
  empty: boolean
  malformed: boolean
}

const HEAD = /^\s+(\/?)wp:([a-z][\w-]*(?:\/[a-z][\w-]*)?)(?=\s|\/?$)/

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parseAttributes(json: string): Record<string, unknown> | null {
  if (json === '') return {}
  try {
    const parsed: unknown = JSON.parse(json)
    return isRecord(parsed) ? parsed : null
  } catch {
    return null
  }
}

/** What a comment's text says of a block; null for any other comment. */
export function readDelimiter(comment: string): Delimiter | null {
  const [head, slash, fullName] = HEAD.exec(comment.slice(0, 300)) ?? []
  if (!head || !fullName) return null
  const rest = comment.slice(head.length).trim()
  const empty = rest.endsWith('/')
  const attributes = parseAttributes((empty ? rest.slice(0, -1) : rest).trim())
  return {
    name: fullName.replace(/^core\//, ''),
    attributes: attributes ?? {},
    closing: slash === '/',
    empty,
    malformed: attributes === null,
  }
}

/**
 * The blocks of a content, outer before inner. A closing comment closes the nearest open block of its name; a block
 * that is never closed holds nothing, so that what follows it stays text. Comments inside tags are text. Linear time.
 */
export function readBlocks(content: string): EditorBlocks {
  const found: Found[] = []
  const unpaired: EditorBlocks['unpaired'] = []
  const open: Found[] = []
  const openNames = new Map<string, number>()
  const leave = () => {
    const block = open.pop()
    if (block) openNames.set(block.name, (openNames.get(block.name) ?? 1) - 1)
    return block
  }
  const close = (name: string, start: number, end: number) => {
    if (!openNames.get(name)) {
      unpaired.push({ name, start, end })
      return
    }
    while (open.at(-1)?.name !== name) leave()
    const block = leave()
    if (!block) return
    block.inner = { start: block.end, end: start }
    block.end = end
    block.closed = true
  }
  for (const { text, start, end } of commentsOf(content)) {
    const delimiter = readDelimiter(text)
    if (!delimiter) continue
    const { name, attributes, closing, empty, malformed } = delimiter
    if (malformed) unpaired.push({ name, start, end })
    if (closing) {
      close(name, start, end)
      continue
    }
    const block: Found = { name, attributes, start, end, inner: null, closed: empty }
    found.push(block)
    if (empty) continue
    open.push(block)
    openNames.set(name, (openNames.get(name) ?? 0) + 1)
  }
  for (const { name, start, end, closed } of found) if (!closed) unpaired.push({ name, start, end })
  const blocks = found.filter(({ closed }) => closed).map(({ closed: _, ...block }) => block)
  return { blocks, unpaired }
}

/** Every closed comment that does not stand in a tag. */
function commentsOf(content: string): { text: string; start: number; end: number }[] {
  const comments: { text: string; start: number; end: number }[] = []
  if (!content.includes('<!--')) return comments
  const tags = new TagReader(content)
  const lastEnd = content.lastIndexOf('-->')
  let index = 0
  for (let next = content.indexOf('<'); next >= 0; next = content.indexOf('<', index)) {
    if (content.startsWith('<!--', next) && next + 4 <= lastEnd) {
      const end = content.indexOf('-->', next + 4)
      comments.push({ text: content.slice(next + 4, end), start: next, end: end + 3 })
      index = end + 3
    } else index = tags.at(next)?.end ?? next + 1
  }
  return comments
}
