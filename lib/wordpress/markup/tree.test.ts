import { describe, expect, it } from 'vitest'
import { shortcodeTree, type TreeNode } from './tree.ts'

/** The tree as nested lists of names and texts. */
function outline(nodes: readonly TreeNode[]): unknown[] {
  return nodes.map((node) => {
    if (node.kind === 'text') return node.text
    if (node.kind === 'block') return `<${node.block.name}>`
    return node.body ? [node.name, ...outline(node.children)] : `[${node.name}]`
  })
}
const tree = (content: string) => outline(shortcodeTree(content).nodes)
const unpaired = (content: string) => shortcodeTree(content).unpaired.map(({ name }) => name)

describe('shortcodeTree', () => {
  it('nests what is closed, and keeps layout tags as empty nodes between texts', () => {
    expect(tree('[vc_row]a[vc_toggle title="t"]b[caption]c[/caption][/vc_toggle][/vc_row]')).toEqual([
      '[vc_row]',
      'a',
      ['vc_toggle', 'b', ['caption', 'c']],
      '[vc_row]',
    ])
  })
  it('makes siblings of what follows a tag left open, and names it', () => {
    expect(tree('[vc_toggle title="t"]a [caption]b[/vc_toggle] c')).toEqual([
      ['vc_toggle', 'a ', '[caption]', 'b'],
      ' c',
    ])
    expect(unpaired('[vc_toggle title="t"]a [caption]b[/vc_toggle] c')).toEqual(['caption'])
    expect(unpaired('a [/caption] b [embed]')).toEqual(['caption', 'embed'])
    expect(tree('a [/caption] b')).toEqual(['a ', '\n\n', ' b'])
  })
  it('closes the nearest of two of the same name', () => {
    expect(tree('[vc_toggle]a[vc_toggle]b[/vc_toggle]c[/vc_toggle]')).toEqual([
      ['vc_toggle', 'a', ['vc_toggle', 'b'], 'c'],
    ])
  })
  it('leaves brackets of prose, calls of notes and escaped shortcodes as text', () => {
    expect(tree('[sic] [le 7] t[1] [ref]n[/ref]')).toEqual(['[sic] [le 7] t[1] [ref]n[/ref]'])
    expect(tree('[[gallery]]')).toEqual(['[gallery]'])
  })
  it('reads an unknown name as a shortcode when it has an attribute, a partner or an underscore', () => {
    expect(tree('[box a="1"] [note2]x[/note2] [mon_code]')).toEqual([
      '[box]',
      ' ',
      ['note2', 'x'],
      ' ',
      '[mon_code]',
    ])
  })
})
