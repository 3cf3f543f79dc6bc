import { describe, expect, it } from 'vitest'
import { clean } from './clean.ts'
import { joinPieces } from './mapped-text.ts'
import { MAX_NESTING } from './nesting.ts'

function cleaned(html: string) {
  return clean(joinPieces([{ text: html, start: 0 }], html.length))
}

describe('clean', () => {
  it('takes scripts, styles and forms away and names them, so that the paragraph stays whole', () => {
    const { cleaned: text, removed } = cleaned(
      'a<script>x("</p>")</script>b<style>p{}</style>c<form action="/x">d</form>',
    )
    expect(text.text).toBe('abcd')
    expect(removed.map(({ element, markup }) => [element, markup])).toEqual([
      ['script', '<script>x("</p>")</script>'],
      ['style', '<style>p{}</style>'],
      ['form', '<form action="/x">'],
    ])
  })
  it('leads what is left to its place in the source', () => {
    const { text, at } = cleaned('<style>p{}</style>mot').cleaned
    expect([text, at[0]]).toEqual(['mot', 18])
  })
  it('turns an unterminated tag or comment into text instead of losing what follows', () => {
    expect(cleaned('avant <a href="x>après').cleaned.text).toBe('avant &lt;a href="x>après')
    expect(cleaned('avant <!-- après').cleaned.text).toBe('avant &lt;!-- après')
    expect(cleaned('1 < 2 et <3').cleaned.text).toBe('1 < 2 et <3')
  })
  it('keeps a tag whose attribute holds an angle bracket', () => {
    const html = '<img alt="Une > b" src="/a.jpg">'
    expect(cleaned(html).cleaned.text).toBe(html)
  })
  it('closes a frame, and opens no element that would swallow the text', () => {
    expect(cleaned('<iframe src="/x">mot').cleaned.text).toBe('<iframe src="/x"></iframe>mot')
    expect(cleaned('<textarea>mot <plaintext>fin').cleaned.text).toBe('mot fin')
  })
  it('flattens nesting that no article needs, and keeps the words apart', () => {
    const { text } = cleaned(`${'<div>'.repeat(100)}a<p>b${'</div>'.repeat(100)}`).cleaned
    expect(text.match(/<div>/g)).toHaveLength(MAX_NESTING)
    expect(text.match(/<\/div>/g)).toHaveLength(MAX_NESTING)
    expect(text).toMatch(/a\s.*b/)
  })
  it('does not take items or paragraphs without closing tags for nesting', () => {
    const html = `<ul>${'<li><span>a'.repeat(100)}</ul>${'<p>b'.repeat(100)}<table>${'<tr><td>c'.repeat(100)}</table>`
    expect(cleaned(html).cleaned.text).toBe(html)
  })
})
