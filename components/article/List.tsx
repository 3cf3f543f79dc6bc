import type { BulletList, OrderedList } from '../../lib/document/types.ts'
import type { RenderBlocks } from './context.ts'
import { sequence } from './sequence.ts'

/** A list, numbered or not, as deep as the document makes it. */
export function List({ node, renderBlocks }: { node: BulletList | OrderedList; renderBlocks: RenderBlocks }) {
  const items = sequence(node.content, (item) => (
    <li value={item.attrs.value ?? undefined}>{renderBlocks(item.content)}</li>
  ))
  if (node.type === 'bulletList') return <ul>{items}</ul>
  return (
    <ol start={node.attrs.start} type={node.attrs.style} reversed={node.attrs.reversed}>
      {items}
    </ol>
  )
}
