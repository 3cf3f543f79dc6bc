import type { TableRow } from './types.ts'

type Parts = { head: TableRow[]; body: TableRow[]; foot: TableRow[] }

const isHeading = (row: TableRow): boolean => row.content.every((cell) => cell.type === 'tableHeader')

/** The rows of a table as HTML groups them: a head is made of rows of headings alone, and never of all rows. */
export function tableParts(rows: readonly TableRow[]): Parts {
  const foot = rows.filter((row) => row.attrs.foot)
  const others = rows.filter((row) => !row.attrs.foot)
  const start = Math.max(
    others.findIndex((row) => !isHeading(row)),
    0,
  )
  return { head: others.slice(0, start), body: others.slice(start), foot }
}
