import type { AnyNode } from './types.ts'

/** A node and all those below it, in reading order. A checked document is never deep. */
export function walk(node: AnyNode, found: AnyNode[] = []): AnyNode[] {
  found.push(node)
  if ('content' in node && node.content) for (const child of node.content) walk(child, found)
  return found
}

/**
 * Each value as `map` gives it, told `given`; the same list when none is another: most of a document stays as it is.
 * What `map` needs comes in `given`, so that one function serves all documents: V8 drops the compiled code of those made
 * anew for each whenever it collects garbage.
 */
export function mapChanged<T extends object, Given>(
  list: readonly T[],
  map: (value: T, given: Given) => T,
  given: Given,
): readonly T[] {
  let after: T[] | null = null
  let index = 0
  for (const value of list) {
    const mapped = map(value, given)
    if (mapped !== value) {
      after ??= [...list]
      after[index] = mapped
    }
    index += 1
  }
  return after ?? list
}

/** The node with its children as `map` gives them; the same one when none is another. */
export function mapContent<Given>(
  node: AnyNode,
  map: (child: AnyNode, given: Given) => AnyNode,
  given: Given,
): AnyNode {
  if (!('content' in node) || !node.content) return node
  const before: readonly AnyNode[] = node.content
  const content = mapChanged(before, map, given)
  return content === before ? node : Object.assign({}, node, { content })
}
