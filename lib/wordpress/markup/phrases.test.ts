import { describe, expect, it } from 'vitest'
import { convert } from '../convert.ts'
import { sourceItem } from '../fixtures.ts'
import { draftOf, flagsOf, outline, partsOf } from './testing.ts'

describe('phrases', () => {
  it('say what an abbreviation stands for, once', () => {
    const html =
      'L’<abbr title="Organisation mondiale de la santé">OMS</abbr>, oui, l’<abbr title="Organisation mondiale de la santé">OMS</abbr>.'
    expect(outline(html)).toEqual(['paragraph: L’OMS (Organisation mondiale de la santé), oui, l’OMS.'])
  })
  it('put the reading of a word in parentheses, written there or not', () => {
    expect(outline('<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> <ruby>字<rt>ji</rt></ruby>')).toEqual([
      'paragraph: 漢(kan) 字(ji)',
    ])
  })
  it('name an element that nobody knows, once, and keep its words', () => {
    const html = '<x-note>un</x-note> <x-note>deux</x-note>'
    expect(outline(html)).toEqual(['paragraph: un deux'])
    expect(flagsOf(html)).toEqual(['element-unknown:x-note'])
  })
  it('keep the language that xml:lang says', () => {
    expect(partsOf('<p xml:lang="de">Guten Tag</p>')).toMatchObject([
      { content: [{ marks: [{ type: 'language', attrs: { lang: 'de' } }] }] },
    ])
  })
  it('never print the address of an empty link inside the page', () => {
    expect(outline('Voir <a href="#x"><span></span></a> ici')).toEqual(['paragraph: Voir ici'])
  })
})

describe('formulas', () => {
  it('on a line of their own are kept as MathML, without what could run', () => {
    expect(partsOf('<math display="block"><mi onclick="x()" mathvariant="bold">a</mi></math>')).toEqual([
      { type: 'rawHtml', attrs: { html: '<math display="block"><mi mathvariant="bold">a</mi></math>' } },
    ])
  })
  it('in a sentence give their letters', () => {
    expect(outline('Soit <math><mi>a</mi><mo>=</mo><mn>2</mn></math>.')).toEqual(['paragraph: Soit a = 2 .'])
  })
})

describe('breaks', () => {
  it('end a paragraph, as WordPress cuts the text before it makes paragraphs', () => {
    expect(outline('<p>Un.<!--more-->Deux</p>')).toEqual(['paragraph: Un.', 'paragraph: Deux'])
    expect(outline('Par A[/caption]Par B')).toEqual(['paragraph: Par A', 'paragraph: Par B'])
  })
  it('of pages give an id to what follows, in the order of the text', () => {
    const content =
      '<h2>Un</h2>a[vc_toggle title="t"]b<!--nextpage-->c[/vc_toggle]\n\n<!--nextpage-->\n\n<h2>Deux</h2>d'
    expect(
      draftOf(content)
        .flags.filter(({ code }) => code === 'nextpage')
        .map(({ detail }) => detail)
        .sort(),
    ).toEqual(['page-2', 'page-3'])
    const { document } = convert(sourceItem({ content }), { attachments: new Map(), hosts: [] })
    expect(document.content).toMatchObject([
      { attrs: { anchor: 'un', aliases: ['page-2'] } },
      { attrs: { anchor: 'deux', aliases: ['page-3'] } },
    ])
  })
})
