import { describe, expect, it } from 'vitest'
import { readBlocks } from './block-comments.ts'

const names = (content: string) => readBlocks(content).blocks.map(({ name }) => name)
const unpaired = (content: string) => readBlocks(content).unpaired.map(({ name }) => name)

describe('readBlocks', () => {
  it('reads nested and empty blocks with their attributes and places', () => {
    const content =
      '<!-- wp:group {"tagName":"aside"} --><!-- wp:core/paragraph --><p>a</p><!-- /wp:core/paragraph --><!-- wp:acme/map {"at":[1,{"b":"}"}]} /--><!-- /wp:group -->'
    const { blocks } = readBlocks(content)
    expect(blocks.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['group', { tagName: 'aside' }],
      ['paragraph', {}],
      ['acme/map', { at: [1, { b: '}' }] }],
    ])
    expect(blocks.map(({ start, end }) => content.slice(start, end))).toEqual([
      content,
      '<!-- wp:core/paragraph --><p>a</p><!-- /wp:core/paragraph -->',
      '<!-- wp:acme/map {"at":[1,{"b":"}"}]} /-->',
    ])
    expect(blocks[1]?.inner && content.slice(blocks[1].inner.start, blocks[1].inner.end)).toBe('<p>a</p>')
    expect(blocks[2]?.inner).toBeNull()
  })
  it('closes the nearest of a name, and names what is never closed or never opened', () => {
    expect(names('<!-- wp:group --><!-- wp:quote --><p>a</p><!-- /wp:group --><!-- /wp:list -->')).toEqual([
      'group',
    ])
    expect(unpaired('<!-- wp:group --><!-- wp:quote --><p>a</p><!-- /wp:group --><!-- /wp:list -->')).toEqual(
      ['list', 'quote'],
    )
  })
  it('keeps a block whose attributes are no JSON, and names it', () => {
    expect(names('<!-- wp:paragraph {"a": --><p>a</p><!-- /wp:paragraph -->')).toEqual(['paragraph'])
    expect(unpaired('<!-- wp:paragraph {"a": --><p>a</p><!-- /wp:paragraph -->')).toEqual(['paragraph'])
    expect(unpaired('<!-- wp:spacer [1] /-->')).toEqual(['spacer'])
  })
  it('leaves other comments, and those in a tag, alone', () => {
    expect(names('<!--more--><!-- note --><!--wp:quote--><img alt="<!-- wp:search /-->"><!-- wp:')).toEqual(
      [],
    )
  })
  it.each([
    ['opening comments', '<!-- wp:group -->'.repeat(50_000)],
    ['closing comments', `${'<!-- wp:a -->'.repeat(20_000)}${'<!-- /wp:b -->'.repeat(20_000)}`],
    ['unfinished comments', '<!-- wp:a '.repeat(50_000)],
  ])('reads a lot of %s in bounded time', (_, content) => {
    const start = performance.now()
    readBlocks(content)
    expect(performance.now() - start).toBeLessThan(6000)
  })
})
