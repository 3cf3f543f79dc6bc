import { describe, expect, it } from 'vitest'
import { lostWords } from '../conservation.ts'
import { convert } from '../convert.ts'
import { sourceItem } from '../fixtures.ts'
import { outlined } from '../outline-notation.ts'

describe('lists typed with bullets', () => {
  it.each([
    ['paragraphs', '@A\n\n• Un\n\n• <em>Deux</em>\n\n@B', ['@A', '• Un • Deux', '@B']],
    ['lines', '@A\n\n▪ Un\n▪Deux\n\n@B', ['@A', '• Un • Deux', '@B']],
    ['letters of fonts of signs', '@A\n\no&nbsp;&nbsp; Un\n\n§&nbsp; Deux', ['@A', '• Un / bulletList']],
    ['a list in a list', '·&nbsp; Un\n\no&nbsp;&nbsp; Deux\n\n·&nbsp; Trois', ['• Un / bulletList • Trois']],
    ['one bullet', '@A\n\n• Seul\n\n@B', ['@A', '• Seul', '@B']],
    ['dialogue', '— Bonjour\n\n— Oui\n\n@A', ['— Bonjour', '— Oui', '@A']],
    ['an article of a law', '§ 12 Loi\n\n§ 13 Loi\n\n@A', ['§ 12 Loi', '§ 13 Loi', '@A']],
    ['stars in a row', '• • •\n\n• • •\n\n@A', ['• • •', '• • •', '@A']],
  ])('%s', (_, source, lines) => {
    const text = (line: string) => outlined('classic', line, {}).join('')
    expect(outlined('classic', source, {})).toEqual(
      lines.map((line) => (line.startsWith('@') ? text(line) : line)),
    )
  })
  it('lose no word', () => {
    const item = sourceItem({ content: 'o&nbsp;&nbsp; Un\n\no&nbsp;&nbsp; Deux' })
    expect([...lostWords(item, convert(item, { attachments: new Map(), hosts: [] }))]).toEqual([])
  })
})
