import type sax from 'sax'

const CDATA = { start: '<![CDATA[', end: ']]>' }

/** Characters at the end of `text` with which `mark` may begin. */
function begunAtEnd(text: string, mark: string): number {
  for (let length = Math.min(text.length, mark.length - 1); length > 0; length -= 1)
    if (mark.startsWith(text.slice(-length))) return length
  return 0
}

function lineEnds(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}

/** Longer than any `<!…` of an export, and than what is looked at before it is asked how long it is. */
const LONGEST_DECLARATION = 100
const STEP = 2000

/**
 * sax looks at a whole declaration again at each of its letters: one that a damaged mark has opened is refused before
 * that takes long.
 */
function write(parser: sax.SAXParser, text: string): void {
  for (let from = 0; from < text.length; from += STEP) {
    parser.write(text.slice(from, from + STEP))
    const declared: unknown = Reflect.get(parser, 'sgmlDecl')
    if (typeof declared === 'string' && declared.length > LONGEST_DECLARATION)
      parser.onerror(new Error('Unclosed declaration'))
  }
}

/**
 * Gives a file to sax piece by piece, but for what CDATA sections hold, which goes to `append` as it is: that is most of
 * an export, and sax reads it letter by letter. A mark that is cut between two pieces waits for the second.
 */
export function cdataFeeder(parser: sax.SAXParser, append: (text: string) => void) {
  let isInCdata = false
  let isTaken = false
  let held = ''
  parser.onopencdata = () => {
    isInCdata = true
  }
  parser.onclosecdata = () => {
    isInCdata = false
  }

  /** What stands before the next mark; with the mark, when it is there. */
  function take(text: string, at: number): void {
    if (!isTaken) write(parser, at === -1 ? text : text.slice(0, at + CDATA.start.length))
    else {
      const body = at === -1 ? text : text.slice(0, at)
      append(body)
      parser.line += lineEnds(body)
      if (at !== -1) parser.write(CDATA.end)
    }
    // Within a comment, the mark is none. Within a section that sax is reading, what it has of it comes first.
    if (at !== -1) isTaken = isInCdata
    if (isTaken) parser.flush()
  }

  return (piece: string, isLast = false): void => {
    let rest = held + piece
    held = ''
    while (rest !== '') {
      const mark = isTaken ? CDATA.end : CDATA.start
      const at = rest.indexOf(mark)
      if (at === -1) {
        const waiting = isLast ? 0 : begunAtEnd(rest, mark)
        held = rest.slice(rest.length - waiting)
        take(rest.slice(0, rest.length - waiting), -1)
        return
      }
      take(rest, at)
      rest = rest.slice(at + mark.length)
    }
  }
}
