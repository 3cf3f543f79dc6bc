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

const isHeading = (row: TableRow): boolean => row.content.every((cell) => cell.type === 'tableHeader')

type Props = { node: TableNode; context: ArticleContext; renderBlocks: RenderBlocks }

/** A table that scrolls by itself on a narrow screen, with the keyboard too. */
export function Table({ node, context, renderBlocks }: Props) {
  const caption = node.content.find((child) => child.type === 'caption')
  const rows = node.content.filter((child) => child.type === 'tableRow')
  const firstBodyRow = rows.findIndex((row) => !isHeading(row))
  const head = rows.slice(0, Math.max(firstBodyRow, 0))
  const body = rows.slice(head.length)
  return (
    <div className="table-scroll" {...scrollable}>
      <table>
        {caption && (
          <caption>
            <InlineText nodes={caption.content} context={context} people={context.people} />
          </caption>
        )}
        {head.length > 0 && (
          <thead>
            {sequence(head, (row) => (
              <Row node={row} renderBlocks={renderBlocks} />
            ))}
          </thead>
        )}
        <tbody>
          {sequence(body, (row) => (
            <Row node={row} renderBlocks={renderBlocks} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
