import { describe, expect, it } from 'vitest'
import { plainText } from '../document/text.ts'
import type { Inline } from '../document/types.ts'
import { convert } from '../wordpress/convert.ts'
import { sourceItem } from '../wordpress/fixtures.ts'
import { countWords, missingWords } from '../wordpress/words.ts'
import { posts, shownWords } from './fixtures.ts'
import { frontMatter, markdown } from './markdown.ts'
import { markdownLine } from './markdown-inline.ts'

const text = (value: string, ...types: ('bold' | 'italic')[]): Inline =>
  types.length > 0
    ? { type: 'text', text: value, marks: types.map((type) => ({ type })) }
    : { type: 'text', text: value }

const articles = await posts()

describe('markdown', () => {
  it.each(articles)('%s: no word is lost', (_, item) => {
    const { document } = convert(item, { attachments: new Map(), hosts: [] })
    const lost = missingWords(countWords(plainText(document)), shownWords(markdown(document, () => null)))
    expect(Object.fromEntries(lost)).toEqual({})
  })

  it.each([
    ['1. Une année', '1\\. Une année'],
    ['- tiret', '\\- tiret'],
    ['# dièse *étoile* [crochet] <b> a_b', '\\# dièse \\*étoile\\* \\[crochet\\] \\<b\\> a\\_b'],
  ])('writes %j as text', (source, expected) => {
    expect(markdownLine([text(source)])).toBe(expected)
  })

  it('marks emphasis with signs only where Markdown reads them so', () => {
    expect(markdownLine([text('A', 'bold'), text('près')])).toBe('**A**près')
    expect(markdownLine([text('Dit '), text('« oui »', 'bold'), text('puis')])).toBe(
      'Dit <strong>« oui »</strong>puis',
    )
    expect(markdownLine([text('a', 'bold', 'italic'), text('b', 'bold')])).toBe('<strong>*a*b</strong>')
  })

  it('shows the poster of a player over the link to it', () => {
    const content =
      '[video src="https://youtu.be/chapoDemo01" poster="https://s.test/u/p.jpg" title="Le film"]'
    const { document } = convert(sourceItem({ content }), { attachments: new Map(), hosts: [] })
    expect(markdown(document, (node) => (node.type === 'embed' ? node.attrs.poster : null))).toBe(
      '[![](https://s.test/u/p.jpg)](https://youtu.be/chapoDemo01)\\\n[Le film](https://youtu.be/chapoDemo01)\n',
    )
  })

  it('keeps front matter on one line a column, whatever a title holds', () => {
    expect(frontMatter({ title: 'A: "b"\n---\nc' })).toBe('---\ntitle: "A: \\"b\\"\\n---\\nc"\n---\n')
  })
})
