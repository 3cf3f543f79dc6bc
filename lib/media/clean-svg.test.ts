import { describe, expect, it } from 'vitest'
import { cleanSvg } from './clean-svg.ts'
import { MediaError } from './media-error.ts'

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${inside}</svg>`

describe('cleanSvg', () => {
  it('keeps what draws', () => {
    const drawing = svg(
      '<title>Éclair &amp; co</title><defs><linearGradient id="a"><stop offset="0" stop-color="#f00"/></linearGradient></defs><style>.b{fill:url(#a)}</style><g class="b" transform="scale(2)"><path d="M0 0h9" style="stroke:red"/><use xlink:href="#a"/></g>',
    )
    expect(cleanSvg(drawing)).toBe(drawing.replace(' >', '>'))
  })

  it.each([
    ['a script', svg('<script>alert(1)</script><rect/>')],
    [
      'a script in its own namespace',
      svg('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
    ],
    ['a handler', svg('<rect onclick="alert(1)"/>', 'onload="alert(1)"')],
    ['a link', svg('<a href="javascript:alert(1)"><rect/></a>')],
    ['a page inside', svg('<foreignObject><iframe src="javascript:alert(1)"/></foreignObject>')],
    [
      'an animation',
      svg('<rect><animate attributeName="href" to="javascript:alert(1)"/><set onbegin="alert(1)"/></rect>'),
    ],
    ['a far picture', svg('<image href="https://x.test/alert"/><use href="https://x.test/alert#a"/>')],
    ['a data page', svg('<use href="data:image/svg+xml;base64,alert"/><image href="data:text/html,alert"/>')],
    [
      'CSS that fetches',
      svg('<style>@import "//x.test/alert";</style><rect style="fill:url(//x.test/alert)"/>'),
    ],
    ['CSS behind escapes', svg('<style>a{b:\\75rl(//x.test/alert)}</style>')],
    ['CDATA', svg('<style><![CDATA[</style><script>alert(1)</script>]]></style>')],
    ['an instruction', `<?xml-stylesheet href="//x.test/alert"?>${svg('<rect/>')}`],
  ])('takes out %s', (_name, hostile) => {
    const cleaned = cleanSvg(hostile)
    expect(cleaned).toMatch(/^<svg/)
    expect(cleaned).not.toMatch(/alert|script|foreign|on(?:load|click|begin)|x\.test/i)
    expect(cleanSvg(cleaned)).toBe(cleaned)
  })

  it.each([
    ['what is no SVG', '<html></html>'],
    ['what is no XML', '<svg'],
    [
      'entities',
      '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
    ],
    ['depth', svg('<g>'.repeat(5000) + '</g>'.repeat(5000))],
    ['nothing', ''],
  ])('refuses %s by name', (_name, hostile) => {
    expect(() => cleanSvg(hostile)).toThrow(MediaError)
  })
})
