import { describe, expect, it } from 'vitest'
import { draftOf, flagsOf, outline, partsOf } from './testing.ts'

/** The runs of the first paragraph: text, then its marks. */
function runs(html: string): string[][] {
  const [part] = partsOf(html)
  if (part?.type !== 'paragraph') throw new Error('no paragraph')
  return (part.content ?? []).map((node) =>
    node.type === 'text' ? [node.text, ...(node.marks ?? []).map(({ type }) => type)] : [node.type],
  )
}

describe('marks', () => {
  it('come from elements, styles and languages', () => {
    expect(runs('<b>a</b> <i>b</i> <u>c</u> <del>d</del> <code>e</code> x<sup>2</sup>y<sub>3</sub>')).toEqual(
      [
        ['a', 'bold'],
        [' '],
        ['b', 'italic'],
        [' '],
        ['c', 'underline'],
        [' '],
        ['d', 'strike'],
        [' '],
        ['e', 'code'],
        [' x'],
        ['2', 'superscript'],
        ['y'],
        ['3', 'subscript'],
      ],
    )
    expect(
      runs('<span style="font-weight:700;font-style:italic">a</span><b style="font-weight: normal">b</b>'),
    ).toEqual([['a', 'bold', 'italic'], ['b']])
    expect(runs('<p lang="en">Hello <span lang="x y">you</span></p>')).toEqual([['Hello you', 'language']])
  })
  it('hold inside blocks that a mark or a link surrounds', () => {
    expect(partsOf('<!-- wp:html --><a href="/x"><h3>Titre</h3></a>')).toMatchObject([
      { type: 'heading', content: [{ text: 'Titre', marks: [{ type: 'link', attrs: { href: '/x' } }] }] },
    ])
  })
})

describe('links', () => {
  it('keep a title that says more than their words', () => {
    expect(partsOf('<a href="/x" title="Voir">ici</a> <a href="/y" title="là">là</a>')).toMatchObject([
      { content: [{ marks: [{ attrs: { title: 'Voir' } }] }, {}, { marks: [{ attrs: { title: null } }] }] },
    ])
  })
  it('without words: an icon gives way to the name of the site, an empty one is flagged', () => {
    expect(outline('Suivre : <a href="https://www.ex.test/nom"><i class="fa fa-x"></i></a>')).toEqual([
      'paragraph: Suivre : ex.test',
    ])
    expect(outline('Voir <a href="https://ex.test/"></a>, ici')).toEqual(['paragraph: Voir , ici'])
    expect(flagsOf('Voir <a href="https://ex.test/"></a>, ici')).toEqual([
      'link-without-text:https://ex.test/',
    ])
  })
})

describe('blocks', () => {
  it('take their alignment from style, attribute or element; left and justify are none', () => {
    const html =
      '<p style="text-align:center">a</p><p align="right">b</p><center>c</center><p style="text-align: justify">d</p>'
    expect(partsOf(html)).toMatchObject(
      ['center', 'right', 'center', null].map((align) => ({ attrs: { align } })),
    )
  })
  it('read h1 to h6, and nothing in a heading without words', () => {
    expect(partsOf('<h1>a</h1><h2>b</h2><h6>c</h6><h3>&nbsp;</h3>')).toMatchObject([
      { type: 'heading', level: 2 },
      { type: 'heading', level: 2 },
      { type: 'heading', level: 6 },
    ])
    expect(outline('<h3>&nbsp;</h3>\n\n&nbsp;\n\n<p></p>')).toEqual([])
  })
  it('keep the white space of code, and the lines of a poem', () => {
    expect(partsOf('<pre><code class="language-js">a\n  &lt;b&gt;</code></pre>')).toEqual([
      { type: 'codeBlock', attrs: { language: 'js' }, content: [{ type: 'text', text: 'a\n  <b>' }] },
    ])
    expect(partsOf('<pre class="wp-block-verse">un<br>deux</pre>')).toMatchObject([
      { type: 'verse', content: [{}, { type: 'hardBreak' }, {}] },
    ])
  })
  it('open under a summary, with subheadings inside', () => {
    expect(
      partsOf('<details id="d"><summary>Plus</summary><h4>Sous</h4><p>Texte</p></details>'),
    ).toMatchObject([
      {
        type: 'details',
        attrs: { anchor: 'd' },
        content: [
          { type: 'detailsSummary' },
          { type: 'subheading', attrs: { level: 4 } },
          { type: 'paragraph' },
        ],
      },
    ])
  })
})

describe('what is not kept', () => {
  it('is named with its words', () => {
    expect(
      flagsOf('a<svg><title>Logo</title></svg><select><option>Un</option></select><button>Envoyer</button>'),
    ).toEqual(['removed:svg:Logo', 'removed:select:Un', 'removed:button:Envoyer'])
    expect(flagsOf('<p onclick="x()" onmouseover="y()">a</p>')).toEqual([
      'removed:script-attribute:onClick',
      'removed:script-attribute:onMouseOver',
    ])
  })
  it('marks breaks wherever they stand, with their place', () => {
    const { flags } = draftOf('Un.<!--more Lire la suite-->\n\n<pre>x<!--nextpage--></pre>')
    expect(flags.map(({ code, detail }) => [code, detail])).toEqual([
      ['more', 'Lire la suite'],
      ['nextpage', 'page-2'],
    ])
    expect(flags[0]?.span).toEqual({ start: 3, end: 28 })
  })
})

describe('hostile mark-up', () => {
  const inputs: [string, string][] = [
    ['nested blocks', '<div>'.repeat(10_000)],
    ['unclosed formatting', Array.from({ length: 10_000 }, (_, i) => `<font color=${i}>mot<p>`).join('')],
    ['unclosed quotes', `${"<a ='".repeat(20_000)}="mot">`],
    ['unclosed comments', '<!--'.repeat(30_000)],
    ['unclosed shortcodes', '[caption]'.repeat(10_000)],
    ['nested shortcodes', `${'[vc_toggle title="t"]'.repeat(5000)}mot${'[/vc_toggle]'.repeat(5000)}`],
    ['tables', '<table><tr><td>'.repeat(5000)],
    ['pictures in one line', '<a href="/x.jpg"><img src="/x.jpg" alt="x">mot</a> '.repeat(5000)],
    ['brackets', '['.repeat(100_000)],
  ]
  it.each(inputs)('%s is read in bounded time, the last word kept', (_name, input) => {
    const start = performance.now()
    const { blocks } = draftOf(`${input} fin`)
    expect(performance.now() - start).toBeLessThan(8000)
    expect(JSON.stringify(blocks)).toContain('fin"')
  })
})

describe('what is easily overlooked', () => {
  it('keeps the links of a picture cut in areas, each once', () => {
    const content =
      '<img src="/u/c.jpg" alt="Carte" usemap="#m"><map name="m"><area href="https://x.test/1" alt="Un"><area href="https://x.test/1" alt="Un"><area href="https://x.test/2"><area href="javascript:x"></map>'
    expect(outline(content)).toEqual(['figure: ', 'paragraph: Un x.test'])
    expect(flagsOf(content)).toEqual(['removed:unsafe-href:javascript:x'])
  })
  it('names a picture that only stands behind words', () => {
    const style = `background:#fff url('/u/fond.jpg') no-repeat`
    expect(flagsOf(`<div style="${style}">Mots</div><p data-bg="/u/b.jpg">Mots</p>`)).toEqual([
      'background-dropped:/u/fond.jpg',
      'background-dropped:/u/b.jpg',
    ])
    expect(flagsOf('<p style="background:url(javascript:x)">Mots</p>')).toEqual([])
  })
  it('reads the button of a heading as its words', () => {
    expect(outline('<h3><button type="button"><span>Question</span></button></h3>')).toEqual([
      'heading: Question',
    ])
  })
})
