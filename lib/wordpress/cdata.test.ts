import { describe, expect, it } from 'vitest'
import { type WxrElement, WxrSyntaxError, wxrElementReader } from './wxr-elements.ts'

/** The texts of the channel's children, and the line where the reading stops. */
function read(pieces: readonly string[]): { texts: string[]; stop: number | null } {
  const reader = wxrElementReader()
  const texts: string[] = []
  const take = (elements: Iterable<WxrElement>) => {
    for (const { name, text } of elements) texts.push(`${name}=${text}`)
  }
  try {
    for (const piece of pieces) take(reader.write(piece))
    take(reader.end())
    return { texts, stop: null }
  } catch (error) {
    if (!(error instanceof WxrSyntaxError)) throw error
    return { texts, stop: error.line }
  }
}

const channel = (inside: string) => `<rss><channel>${inside}</channel></rss>`
const CASES: [name: string, xml: string, texts: string[], stop: number | null][] = [
  ['a text', channel('<a><![CDATA[un <b> & deux]]></a>'), ['a=un <b> & deux'], null],
  ['an empty one', channel('<a><![CDATA[]]></a>'), ['a='], null],
  ['one behind another', channel('<a>0<![CDATA[1]]>2<![CDATA[3]]>4</a>'), ['a=01234'], null],
  ['brackets at its end', channel('<a><![CDATA[a[0]]]]></a>'), ['a=a[0]]'], null],
  ['an end that is cut in two', channel('<a><![CDATA[x]]]]><![CDATA[>y]]></a>'), ['a=x]]>y'], null],
  ['its own mark inside', channel('<a><![CDATA[x<![CDATA[y]]></a>'), ['a=x<![CDATA[y'], null],
  ['small letters', channel('<a><![cdata[x]y<![CDATA[z]]></a><b>1</b>'), ['a=x]y<![CDATA[z', 'b=1'], null],
  ['the mark in a comment', channel('<a>1<!-- <![CDATA[ ]]> -->2</a>'), ['a=12'], null],
  ['the mark in an attribute', channel('<a x="&lt;![CDATA[">1</a>'), ['a=1'], null],
  ['lines before a fault', channel('<a><![CDATA[1\n2\r\n3]]></a>\n<b></c>'), ['a=1\n2\n3'], 4],
  ['a file that is cut', '<rss><channel><a><![CDATA[1\n2]', [], 2],
]

describe('CDATA sections', () => {
  it.each(CASES)('%s, wherever the file is cut', (_name, xml, texts, stop) => {
    expect(read([xml])).toEqual({ texts, stop })
    expect(read([...xml])).toEqual({ texts, stop })
    for (let at = 1; at < xml.length; at += 1)
      expect(read([xml.slice(0, at), xml.slice(at)])).toEqual({ texts, stop })
  })
})

it('a mark that is damaged is told at once, however much follows', () => {
  const xml = `<rss><channel><a>1</a><b><![CDAT,${'e'.repeat(200_000)}`
  const start = performance.now()
  expect(read([xml])).toEqual({ texts: ['a=1'], stop: 1 })
  expect(read(xml.match(/[\s\S]{1,65536}/g) ?? [])).toEqual({ texts: ['a=1'], stop: 1 })
  expect(performance.now() - start).toBeLessThan(500)
})
