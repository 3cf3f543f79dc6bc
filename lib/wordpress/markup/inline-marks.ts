import type { Element } from 'hast'
import type { Mark } from '../../document/types.ts'
import { isLanguageTag } from '../../document/validate.ts'
import { attribute, styleOf } from './html.ts'
import { withMark, withoutMark } from './inline.ts'

const MARKS: ReadonlyMap<string, Mark> = new Map(
  Object.entries({
    strong: { type: 'bold' },
    b: { type: 'bold' },
    em: { type: 'italic' },
    i: { type: 'italic' },
    cite: { type: 'italic' },
    dfn: { type: 'italic' },
    var: { type: 'italic' },
    u: { type: 'underline' },
    ins: { type: 'underline' },
    s: { type: 'strike' },
    del: { type: 'strike' },
    strike: { type: 'strike' },
    sup: { type: 'superscript' },
    sub: { type: 'subscript' },
    code: { type: 'code' },
    kbd: { type: 'code' },
    samp: { type: 'code' },
    tt: { type: 'code' },
  }),
)

type Styled = { property: string; on: RegExp; off: RegExp | null; mark: Mark }
const STYLES: Styled[] = [
  {
    property: 'font-weight',
    on: /^(?:bold(?:er)?|[6-9]00)$/,
    off: /^(?:normal|[1-5]00)$/,
    mark: { type: 'bold' },
  },
  { property: 'font-style', on: /^(?:italic|oblique)/, off: /^normal$/, mark: { type: 'italic' } },
  { property: 'text-decoration', on: /underline/, off: null, mark: { type: 'underline' } },
  { property: 'text-decoration', on: /line-through/, off: null, mark: { type: 'strike' } },
]

/** The marks of the text in an element: those around it, its own name's, its style's, its language. */
export function marksIn(element: Element, around: readonly Mark[]): readonly Mark[] {
  const own = MARKS.get(element.tagName)
  let marks = own ? withMark(around, own) : around
  for (const { property, on, off, mark } of attribute(element, 'style') ? STYLES : []) {
    const value = styleOf(element, property)
    if (!value) continue
    if (on.test(value) && element.tagName !== 'a') marks = withMark(marks, mark)
    else if (off?.test(value) && own?.type === mark.type) marks = withoutMark(marks, mark.type)
  }
  const lang = attribute(element, 'lang') || attribute(element, 'xmlLang')
  return isLanguageTag(lang) ? withMark(marks, { type: 'language', attrs: { lang } }) : marks
}
