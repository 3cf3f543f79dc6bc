import { describe, expect, it } from 'vitest'
import type { ListItem } from '../../document/types.ts'
import { flagsOf, outline, partsOf } from './testing.ts'

/** A list as its items, lists inside in brackets. */
function items(content: readonly ListItem[]): string {
  return content
    .map(({ content: inside }) =>
      inside
        .map((part) => {
          if (part.type === 'bulletList' || part.type === 'orderedList') return `[${items(part.content)}]`
          return part.type === 'paragraph'
            ? (part.content ?? []).map((node) => (node.type === 'text' ? node.text : '/')).join('')
            : part.type
        })
        .join(' '),
    )
    .join(' • ')
}

const lists = (content: string) =>
  partsOf(content).map((part) =>
    part.type === 'bulletList'
      ? `ul ${items(part.content)}`
      : part.type === 'orderedList'
        ? `ol ${part.attrs.style}${part.attrs.start} ${items(part.content)}`
        : part.type,
  )

const item = (level: number, sign: string, words: string) =>
  `<p class="MsoListParagraphCxSpMiddle" style="text-indent:-18pt; mso-list:l0 level${level} lfo1"><!--[if !supportLists]--><span style="font-family:Symbol"><span style="mso-list:Ignore">${sign}<span style="font:7pt Times">&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]-->${words}</p>\n`

describe('lists of Word', () => {
  it('are lists, as deep as their level says, without their signs', () => {
    const content = `<p>A</p>${item(1, '·', 'Un <b>gras</b>')}${item(2, 'o', 'Deux')}${item(3, '§', 'Trois')}${item(1, '·', 'Quatre')}<p>B</p>`
    expect(lists(content)).toEqual(['paragraph', 'ul Un gras [Deux [Trois]] • Quatre', 'paragraph'])
    expect(flagsOf(content)).toEqual(['list-inferred:· o § ·'])
  })
  it('are numbered where their signs are', () => {
    const content = `${item(1, '3.', 'Un')}${item(2, 'a)', 'Deux')}${item(2, 'b)', 'Trois')}${item(1, '4.', 'Quatre')}`
    expect(lists(content)).toEqual(['ol 13 Un [Deux • Trois] • Quatre'])
  })
  it('are known by their class and their sign; a paragraph without one goes on with its item', () => {
    const content =
      '<div><p class="MsoListParagraph">·&nbsp;&nbsp; Un</p>\n<p class="MsoListParagraph">suite</p><p class="MsoListParagraph">-&nbsp; Deux</p></div>'
    expect(lists(content)).toEqual(['ul Un/suite • Deux'])
  })
  it('are no lists without a sign, and dialogue is none', () => {
    expect(
      outline('<p class="MsoListParagraph">En retrait</p><p class="MsoListParagraph">— Oui</p>'),
    ).toEqual(['paragraph: En retrait', 'paragraph: — Oui'])
  })
  it('keep letters that are words', () => {
    const content = ['M.&nbsp;Dupont', 'O homem', 'a) Un']
      .map((words) => `<p style="mso-list:l0 level1 lfo1">${words}</p>`)
      .join('')
    expect(lists(content)).toEqual(['ul M.\u00a0Dupont • O homem • a) Un'])
  })
  it('keep what stands beside words in an item', () => {
    expect(outline(`${item(1, '·', '<img src="/a.jpg" alt="a">')}${item(1, '', '')}<p>B</p>`)).toContain(
      'paragraph: B',
    )
  })
})
