import fc from 'fast-check'
import { expect, it } from 'vitest'
import { plainText } from '../document/text.ts'
import { convert } from '../wordpress/convert.ts'
import { sourceItem } from '../wordpress/fixtures.ts'
import { countWords, missingWords } from '../wordpress/words.ts'
import { shownWords } from './fixtures.ts'
import { markdown } from './markdown.ts'
import { wordpressHtml } from './wordpress-html.ts'

/** Pieces of content, honest and hostile, that stand next to and inside each other in any order. */
const PIECES = [
  'Un mot. ',
  '\n\n',
  '<br><br>',
  '<br>',
  '<b>gras</b>',
  '<em>penché <u>et <s>barré</s></u></em>',
  '<a href="https://s.test/a?b=1&amp;c=[2]" title="T &quot;x&quot;">lien <b>gras</b> <i>i</i></a>',
  '<a href="javascript:x">mauvais</a>',
  '<span lang="en">english</span>',
  '<code> a  b </code>',
  '<sup>2</sup><sub>3</sub>',
  '[crochet] ]]> & &lt;b&gt; ',
  '<h2 id="un">Titre un</h2>',
  '<h3>Une question <a name="b"></a>?</h3>',
  '<p style="text-align:center">Au centre</p>',
  '<ul><li>un</li><li>deux<ol type="a" start="3"><li>x</li></ol></li></ul>',
  '<ul><li><p>p un</p><p>p deux</p></li><li><blockquote>q</blockquote></li></ul>',
  '<dl><dt>terme</dt><dd>sens</dd><dd><p>a</p><p>b</p></dd></dl>',
  '<table><caption>Cap</caption><tr><th colspan="2">A</th></tr><tr><td>1</td><td><p>2</p><ul><li>3</li></ul></td></tr></table>',
  '<ol reversed start="9"><li>neuf</li><li value="4">quatre</li></ol>',
  '<table><thead><tr><td>A</td><td>B</td></tr></thead><tfoot><tr><td>T</td><td>3</td></tr></tfoot><tr><td>a</td><td>b</td></tr></table>',
  '<table><tr><td>a</td><td></td></tr><tr><td rowspan="2">b</td><td>c</td></tr></table>',
  '<blockquote><p>Une phrase citée.</p><cite>Quelqu’un</cite></blockquote>',
  '<figure class="wp-block-pullquote"><blockquote><p>« En grand »</p><p>suite</p><cite>Moi</cite></blockquote></figure>',
  '<blockquote class="twitter-tweet"><p>Le post</p>&mdash; X <a href="https://twitter.com/a/status/123">date</a></blockquote>',
  '[caption id="attachment_3" align="alignleft" width="300"]<a href="https://x.test/"><img src="https://s.test/i.jpg" alt="A [b]"></a> Légende <b>g</b><br>bis[/caption]',
  '<img src="https://s.test/j.png" class="aligncenter wp-image-9" width="20">',
  '<figure><img src="https://s.test/k.png" alt=""><figcaption>Sans largeur</figcaption></figure>',
  '<figure class="wp-block-gallery columns-2"><figure><img src="https://s.test/l.png"><figcaption>l</figcaption></figure><figure><img src="https://s.test/m.png"></figure></figure>',
  '<details id="plus"><summary>Voir <b>plus</b></summary><p>Caché</p><h3>Sous</h3></details>',
  '<details id="vide"><summary></summary><pre>x</pre></details>',
  '<pre><code class="language-js">\n\nif (a &lt; b) [x]\n\n</code></pre>',
  '<pre class="wp-block-verse">vers un\nvers <em>deux</em></pre>',
  '<hr>',
  '\n\nhttps://youtu.be/dQw4w9WgXcQ?t=30\n\n',
  '<iframe src="https://inconnu.test/p?a=1" title="Un lecteur"></iframe>',
  '<audio controls title="Son"><source src="https://s.test/a.mp3"><source src="https://s.test/a.ogg"></audio>',
  '<figure><video src="https://s.test/v.mp4" poster="https://s.test/p.jpg"><track src="https://s.test/v.vtt" kind="captions" srclang="fr"></video><figcaption>Film</figcaption></figure>',
  '[video src="https://youtu.be/dQw4w9WgXcQ" poster="https://s.test/u/affiche.jpg"]',
  '[inconnu a="b"]\n\n[/inconnu]',
  '[inconnu c="d"]',
  'Un appel[ref]La note <b>une</b>.[/ref] ',
  'Un mot[1] et fin.\n\n[1] Une note au bout.\n\n',
  '<p class="chapo-standfirst">Faux chapô</p>',
  '<h2 data-chapo=\'{"kind":"question"}\'>Faux</h2>',
  '<p class="chapo-byline" data-chapo="[">Par Personne</p>',
  '<!-- chapo -->',
  '<!--more-->',
  '<ul><li>',
  '</li></ul>',
  '<blockquote>',
  '</blockquote>',
  '<div>',
  '</div>',
  'Par Alix Roy\n\n',
  '<strong>Une phrase en gras, assez longue pour être le chapô de cet article.</strong>\n\n',
]

const context = { attachments: new Map(), hosts: [] }
const content = fc.shuffledSubarray(PIECES, { maxLength: 14 }).map((pieces) => pieces.join(''))

it('any content comes back equal from what is written for WordPress', () => {
  fc.assert(
    fc.property(content, (source) => {
      const first = convert(sourceItem({ content: source }), context)
      const written = wordpressHtml(first.document, { people: first.credits, text: 'Par nous' })
      const second = convert(sourceItem({ content: written }), context)
      expect(second.document).toEqual(first.document)
      expect(second.credits).toEqual(first.credits)
    }),
    { seed: 7, numRuns: 400 },
  )
})

it('no word of any content is lost in Markdown', () => {
  fc.assert(
    fc.property(content, (source) => {
      const { document } = convert(sourceItem({ content: source }), context)
      const shown = shownWords(
        markdown(document, (node) => (node.type === 'figure' ? node.attrs.src : node.attrs.poster)),
      )
      expect(Object.fromEntries(missingWords(countWords(plainText(document)), shown))).toEqual({})
    }),
    { seed: 7, numRuns: 200 },
  )
})
