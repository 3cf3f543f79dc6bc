import { expect, it } from 'vitest'
import { entityReader } from './entities.ts'

it.each([
  ['a&nbsp;b &amp; c &lt;d&gt;', 'a\u00a0b & c <d>'],
  ['&amp;nbsp;', '&nbsp;'],
  ['&eacute;t&eacute; &#8217; &#x1F600;', 'été ’ 😀'],
  ['&copy 2019 &notit; &inconnu; &;', '© 2019 ¬it; &inconnu; &;'],
  ['a\0b', 'ab'],
])('reads the entities of %j', (text, read) => {
  expect(entityReader()(text)).toBe(read)
})
