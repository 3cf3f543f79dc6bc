import { through } from './clean.ts'
import { joinPieces, type MappedText, type Piece } from './mapped-text.ts'
import { TagReader } from './tags.ts'

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const FORMATTING = names('a b big em font i s small strike strong sub sup tt u')
const BLOCKS = names(
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table caption tr td th thead tbody tfoot blockquote pre figure figcaption hr section article aside header footer main details summary address center',
)
/** Elements that hold text only. */
const TEXTS = names('xmp iframe textarea title noembed noframes')

type Open = { name: string; end: number | null; rank: number }

/** Formatting that nothing ever closes, with the place where the paragraph ends that it was opened in. */
function unclosedIn(text: string): Open[] {
  const open = new Map<string, Open[]>()
  const tags = new TagReader(text)
  let fresh: Open[] = []
  let rank = 0
  let inPre = false
  let inText = ''
  const endParagraph = (at: number) => {
    for (const one of fresh) one.end = at
    fresh = []
  }
  const mark = /<(?:!--)?|\n[ \t\r]*\n/g
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const { 0: sign, index } = found
    const comment = sign === '<!--' ? text.indexOf('-->', index) : -1
    const tag = sign === '<' ? tags.at(index) : null
    if (comment >= 0) mark.lastIndex = comment
    else if (sign === '<!--') break
    else if (inText !== '') inText = tag?.closing && tag.name === inText ? '' : inText
    else if (sign.startsWith('\n')) {
      if (!inPre) endParagraph(index)
      mark.lastIndex = index + sign.length - 1
    } else if (tag) {
      mark.lastIndex = tag.end
      if (TEXTS.has(tag.name)) inText = tag.closing ? '' : tag.name
      if (tag.name === 'pre') inPre = !tag.closing
      if (BLOCKS.has(tag.name)) endParagraph(index)
      if (!FORMATTING.has(tag.name)) continue
      const same = open.get(tag.name) ?? []
      open.set(tag.name, same)
      if (tag.closing) same.pop()
      else {
        const one: Open = { name: tag.name, end: null, rank: rank++ }
        same.push(one)
        fresh.push(one)
      }
    }
  }
  return [...open.values()].flat()
}

/** Formatting that nothing ever closes ends with its paragraph: a browser would lay it over all that follows. */
export function closeFormatting(source: MappedText): MappedText {
  const ends = unclosedIn(source.text).flatMap(({ name, end, rank }) =>
    end === null ? [] : [{ name, end, rank }],
  )
  if (ends.length === 0) return source
  const pieces: Piece[] = []
  let done = 0
  for (const { name, end } of ends.sort((one, other) => one.end - other.end || other.rank - one.rank)) {
    pieces.push({ text: source.text.slice(done, end), start: done })
    pieces.push({ text: `</${name}>`, start: end, fixed: true })
    done = end
  }
  pieces.push({ text: source.text.slice(done), start: done })
  return through(source, joinPieces(pieces, source.text.length))
}
