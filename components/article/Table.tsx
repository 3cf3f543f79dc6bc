import { tableParts } from '../../lib/document/table-parts.ts'
import type { TableCell, Table as TableNode, TableRow } from '../../lib/document/types.ts'
import type { ArticleContext, RenderBlocks } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

function Cell({ node, renderBlocks }: { node: TableCell; renderBlocks: RenderBlocks }) {
  const Tag = node.type === 'tableHeader' ? 'th' : 'td'
  const { colspan, rowspan } = node.attrs
  return (
    <Tag colSpan={colspan > 1 ? colspan : undefined} rowSpan={rowspan > 1 ? rowspan : undefined}>
      {renderBlocks(node.content)}
    </Tag>
  )
}

function Row({ node, renderBlocks }: { node: TableRow; renderBlocks: RenderBlocks }) {
  return (
    <tr>
      {sequence(node.content, (cell) => (
        <Cell node={cell} renderBlocks={renderBlocks} />
      ))}
    </tr>
  )
}

/** A table wider than the screen scrolls with the arrow keys once it has the focus (WCAG 2.1.1). */
const scrollable = { role: 'group', 'aria-label': 'Tableau', tabIndex: 0 } as const

type Props = { node: TableNode; context: ArticleContext; renderBlocks: RenderBlocks }

/** A table that scrolls by itself on a narrow screen, with the keyboard too. */
export function Table({ node, context, renderBlocks }: Props) {
  const caption = node.content.find((child) => child.type === 'caption')
  const { head, body, foot } = tableParts(node.content.filter((child) => child.type === 'tableRow'))
  const renderRows = (rows: readonly TableRow[]) =>
    sequence(rows, (row) => <Row node={row} renderBlocks={renderBlocks} />)
  return (
    <div className="table-scroll" {...scrollable}>
      <table>
        {caption && (
          <caption>
            <InlineText nodes={caption.content} context={context} people={context.people} />
          </caption>
        )}
        {head.length > 0 && <thead>{renderRows(head)}</thead>}
        {body.length > 0 && <tbody>{renderRows(body)}</tbody>}
        {foot.length > 0 && <tfoot>{renderRows(foot)}</tfoot>}
      </table>
    </div>
  )
}
