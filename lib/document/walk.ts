import type { AnyNode } from './types.ts'

/** A node and all those below it, in reading order. A checked document is never deep. */
export function* walk(node: AnyNode): Generator<AnyNode> {
  yield node
  if ('content' in node && node.content) for (const child of node.content) yield* walk(child)
}
