import type { Element } from 'hast'
import { PHRASES } from './elements.ts'
import { attribute, classesOf, lineOrNull, spanOf, textOf } from './html.ts'
import type { Reader } from './reader.ts'

/** What stands before and after the words of an element of a line, where a browser shows them apart. */
type Around = { before: string; after: string }

const NOTHING: Around = { before: '', after: '' }
const SPACES: Around = { before: ' ', after: ' ' }

/** What an abbreviation stands for is said in parentheses, the first time. */
function abbreviation(element: Element, reader: Reader): Around {
  const short = lineOrNull(textOf(element.children))
  const long = lineOrNull(attribute(element, 'title'))
  if (!long || long === short || reader.explained.has(long)) return NOTHING
  reader.explained.add(long)
  reader.flag('abbreviation-explained', `${short ?? ''} = ${long}`, spanOf(element))
  return { before: '', after: ` (${long})` }
}

const isButton = (element: Element): boolean =>
  classesOf(element).some((name) => /^wp-block-(?:file__button|button__link)$/.test(name))

/** The signs around a phrase: quotation marks, the reading of a word in parentheses, the space before a button. */
export function signsAround(element: Element, reader: Reader): Around {
  switch (element.tagName) {
    case 'q':
      return { before: '«', after: '»' }
    case 'rt':
      return { before: '(', after: ')' }
    case 'abbr':
    case 'acronym':
      return abbreviation(element, reader)
    default:
      if (!PHRASES.has(element.tagName)) reader.flag('element-unknown', element.tagName, spanOf(element))
      return isButton(element) ? SPACES : NOTHING
  }
}

/** True for the parentheses written around the reading of a word, which `signsAround` puts. */
export function isSignOfRuby(element: Element): boolean {
  return element.tagName === 'rp' && !/[\p{L}\p{N}]/u.test(textOf(element.children))
}
