import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { describe, expect, it } from 'vitest'
import { HOSTILE, mutated, randomOf } from './fuzz.ts'
import { plainTree } from './plain-tree.ts'

/** A node as both ways should give it: lines and columns left out. */
function seen(node: Nodes): unknown {
  const { start, end } = node.position ?? {}
  return {
    ...node,
    position: [start?.offset, end?.offset],
    children: 'children' in node ? node.children.map(seen) : [],
  }
}

const parsed = (html: string) => fromHtml(html, { fragment: true }).children.map(seen)

const PIECES = [
  ...['<p class="\ta\n b ">', '<a class="" href="/é" title="\u00a0">', '<a href="/x" id="i" href="/y">'],
  ...['<p>', '<p class="a b">', '<b>', '<em>', '<a href="/x?a=1&amp;b=2" title="a>b">', "<A HREF='y'>"],
  ...['<ul>', '<li value="3">', '<li>', '<ol start=2>', '<h2 id="t">', '<h3>', '<div>', '<span lang=fr>'],
  ...[
    '<blockquote>',
    '<figure class="wp-caption">',
    '<q>',
    '<sup>',
    '<font color=red>',
    '<b/>',
    '<table><td>',
  ],
  ...[
    '<br>',
    '<br />',
    '<img src="a.jpg" alt="&quot;é&quot;">',
    '<hr/>',
    '<!-- wp:x {"a":1} -->',
    '<!--->',
    '<!--a--!>',
  ],
  ...[
    'texte',
    ' ',
    '\n',
    '&nbsp;',
    '&amp;nbsp;',
    '&eacute;',
    '&copy ',
    '&notit;',
    '&;',
    '\u0000',
    '\r\n',
    '<',
  ],
]

/** HTML put together from pieces, most of it closed in order. */
function composed(random: () => number): string {
  const pick = () => PIECES[Math.floor(random() * PIECES.length)] ?? ''
  const open: string[] = []
  let html = ''
  for (let left = 1 + Math.floor(random() * 10); left > 0; left--) {
    const piece = pick()
    const name = /^<(\w+)/.exec(piece)?.[1]?.toLowerCase()
    html += piece
    if (name && !/^(?:br|img|hr)$/.test(name)) open.push(`</${name}>`)
    if (random() < 0.5) html += open.pop() ?? ''
  }
  return html + (random() < 0.9 ? open.reverse().join('') : '')
}

describe('the tree of plain HTML', () => {
  const html =
    '<h2 id="q">Où&nbsp;?</h2>\n<p>Un <a href="/x">lien <em>long</em></a><br />\net la fin.</p><!-- x -->'

  it('is the one that a parser makes, with its places', () => {
    expect(plainTree(html)?.map(seen)).toEqual(parsed(html))
  })

  it.each([
    '<p>a<p>b</p></p>',
    '<b>a<i>b</b>c</i>',
    '<a href="x"><a href="y">a</a></a>',
    '<h2><h3>a</h3></h2>',
    '<ul><li><li>a</li></li></ul>',
    '<table><tr><td>a</td></tr></table>',
    '<p>a',
    'a</p>',
    '<script>a</script>',
    '<x-y>a</x-y>',
    '<p\u00a0title="a>b">c</p>',
    '<stri\u212ae>a</stri\u212ae>',
  ])('is left to a parser for %s', (text) => {
    expect(plainTree(text)).toBeNull()
  })

  it('is never another than a parser makes', () => {
    let plain = 0
    for (let seed = 1; seed <= 3000; seed++) {
      const random = randomOf(seed)
      const text = seed % 3 === 0 ? mutated([html, HOSTILE.join('\n')], random) : composed(random)
      const tree = plainTree(text)
      if (!tree) continue
      plain += 1
      expect(tree.map(seen), `seed ${seed}: ${text}`).toEqual(parsed(text))
    }
    expect(plain).toBeGreaterThan(300)
  })
})
