import type { Element } from 'hast'
import { sanitize } from 'hast-util-sanitize'
import { toHtml } from 'hast-util-to-html'
import type { DraftBlock } from '../draft.ts'
import { attribute, elementsIn, spanOf } from './html.ts'
import { block, type Reader } from './reader.ts'

/** MathML as browsers draw it: no link, no script, no other language inside. */
const MATH = {
  tagNames: (
    'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder ' +
    'mover munderover mmultiscripts mprescripts none mtable mtr mtd semantics annotation'
  ).split(' '),
  attributes: {
    '*': 'dir displaystyle scriptlevel mathvariant lspace rspace stretchy accent linethickness'.split(' '),
    math: ['display'],
    mtd: ['columnspan', 'rowspan'],
    annotation: ['encoding'],
  },
}

/** True for a formula on a line of its own with nothing but mathematics inside: no other node says what it does. */
export function isFormula(element: Element): boolean {
  return (
    element.tagName === 'math' &&
    attribute(element, 'display') === 'block' &&
    elementsIn(element.children).every(({ tagName }) => MATH.tagNames.includes(tagName))
  )
}

/** A formula, kept as the HTML it is. */
export function readFormula(element: Element, reader: Reader): DraftBlock[] {
  const html = toHtml(sanitize(element, MATH))
  reader.flag('html-kept', 'math', spanOf(element))
  return [block({ type: 'rawHtml', attrs: { html } }, spanOf(element))]
}
