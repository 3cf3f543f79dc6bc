import { describe, expect, it } from 'vitest'
import type { Inline, Mark } from '../../document/types.ts'
import { cutLine, lineText, normalLine, textNode, withMark } from './inline.ts'

const bold: Mark = { type: 'bold' }
const plain = (text: string): Inline => ({ type: 'text', text })
const br: Inline = { type: 'hardBreak' }

describe('normalLine', () => {
  it('collapses white space across marks, and trims ends and line breaks', () => {
    const line = [plain(' \n a '), textNode(' b\t', [bold]), br, plain(' c '), br, plain(' ')]
    expect(normalLine(line)).toEqual([plain('a '), textNode('b', [bold]), br, plain('c')])
  })
  it('keeps no-break spaces as typed, but a line of them alone is nothing', () => {
    expect(normalLine([plain('Quoi\u00a0?  «\u202foui\u202f»')])).toEqual([
      plain('Quoi\u00a0? «\u202foui\u202f»'),
    ])
    expect(normalLine([plain('\u00a0 \u202f'), br])).toEqual([])
  })
  it('stores NFC without zero-width spaces, and keeps the joiners of emoji', () => {
    expect(lineText(normalLine([plain('e\u0301cole \u200bx 👩\u200d💻')]))).toBe('école x 👩\u200d💻')
  })
  it('joins neighbours with the same marks', () => {
    expect(normalLine([textNode('a', [bold]), textNode('b', [bold]), plain('c')])).toEqual([
      textNode('ab', [bold]),
      plain('c'),
    ])
  })
})

describe('withMark', () => {
  it('keeps the order of the schema and one mark of a kind', () => {
    const outer: Mark = { type: 'link', attrs: { href: '/a', title: null } }
    const inner: Mark = { type: 'link', attrs: { href: '/b', title: null } }
    expect(withMark(withMark([bold], outer), inner)).toEqual([inner, bold])
  })
})

describe('cutLine', () => {
  it('cuts inside a marked run', () => {
    expect(cutLine([plain('Il faut :'), textNode('- oser', [bold])], 9)).toEqual([
      [plain('Il faut :')],
      [textNode('- oser', [bold])],
    ])
    expect(cutLine([plain('ab'), textNode('cd', [bold])], 3)).toEqual([
      [plain('ab'), textNode('c', [bold])],
      [textNode('d', [bold])],
    ])
  })
})
