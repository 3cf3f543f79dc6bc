import { describe, expect, it } from 'vitest'
import { check } from '../document/check.ts'
import type { AnyNode, Document } from '../document/types.ts'
import { isAnchor } from '../document/validate.ts'
import { lostWords } from './conservation.ts'
import { convert } from './convert.ts'
import type { ConvertContext, Converted } from './draft.ts'
import { allPosts, dumpPosts, exportPosts, hasCases } from './fixtures.ts'
import { notedMatter, notedSections, sectionsOf } from './notation.ts'

/** The other posts at hand: counts and hard spots worked out by reading them, and what must hold for all. */

const context: ConvertContext = { attachments: new Map(), hosts: ['www.leconnecteur.org'] }
const folder = hasCases ? '' : ' (skipped: no cases folder)'

function count(node: AnyNode, type: AnyNode['type']): number {
  const children: readonly AnyNode[] = 'content' in node ? (node.content ?? []) : []
  return children.reduce((sum, child) => sum + count(child, type), node.type === type ? 1 : 0)
}

const counts = (document: Document) => ({
  sections: count(document, 'section'),
  figures: count(document, 'figure'),
  pullQuotes: count(document, 'pullQuote'),
  summary: count(document, 'summaryItem'),
  notes: count(document, 'footnote'),
  calls: count(document, 'footnoteRef'),
  lists: count(document, 'bulletList'),
  items: count(document, 'listItem'),
})

describe.skipIf(!hasCases)(`the stripped dump${folder}`, async () => {
  const posts = hasCases ? await dumpPosts() : []
  const converted = new Map(posts.map((item): [number, Converted] => [item.id, convert(item, context)]))
  const article = (id: number) => {
    const found = converted.get(id)
    if (!found) throw new Error(`${id} is not in the dump`)
    return found
  }

  it('finds every structure of the five posts', () => {
    const none = { figures: 0, pullQuotes: 0, summary: 0, notes: 0, calls: 0, lists: 0, items: 0 }
    expect(counts(article(8760).document)).toEqual({
      ...none,
      sections: 3,
      figures: 2,
      pullQuotes: 5,
      summary: 3,
      notes: 2,
      calls: 2,
    })
    expect(counts(article(3101).document)).toEqual({ ...none, sections: 9, figures: 5, summary: 8 })
    expect(counts(article(2356).document)).toEqual({ ...none, sections: 6, lists: 1, items: 8 })
    expect(counts(article(6627).document)).toEqual({
      ...none,
      sections: 11,
      figures: 6,
      pullQuotes: 3,
      summary: 8,
      notes: 3,
      calls: 3,
    })
    expect(counts(article(2014).document)).toEqual({ ...none, sections: 13, lists: 4, items: 11 })
  })

  it('counts 96 paragraphs, as the key of all five posts does', () => {
    const paragraphs = [...converted.values()].map(({ document }) => {
      const blocks = [
        ...document.content,
        ...document.content.flatMap((part): AnyNode[] => (part.type === 'section' ? part.content : [])),
      ]
      return blocks.filter(
        (block) => block.type === 'paragraph' && !JSON.stringify(block).includes('"Contact:"'),
      ).length
    })
    expect(paragraphs.reduce((sum, each) => sum + each, 0)).toBe(96)
  })

  it('8760: byline with roles, standfirst under the link to the summary, disclosure, notes', () => {
    const noted = notedMatter(article(8760))
    expect(noted.kind).toBe('report')
    expect(noted.byline).toEqual([
      { name: 'Cindy Pappalardo-Roy', role: 'author' },
      { name: 'Alexis Echegut', role: 'with' },
      { name: 'Damien Caillard', role: 'with' },
    ])
    expect(noted.standfirst).toMatch(/^Comment combiner action commerciale .* le 15 mai 2018\.$/u)
    expect(noted.summary.map(({ hashtag, target }) => [hashtag, target])).toEqual([
      ['#DéfinitionSocialSelling', 1],
      ['#LeSocialSellingForum', 2],
      ['#LévènementClermontois', 3],
    ])
    expect(noted.footnotes).toEqual([
      { marker: '*', text: 'Foliweb : ateliers pour les TPE, entrepreneurs et indépendants.' },
      { marker: '**', text: 'CRM : Customer Relationship Management, pour gestion de la relation client.' },
    ])
    expect(noted.furtherReading).toEqual(['le site national du Social Selling Forum'])
    expect(noted.credits.map(({ kind }) => kind)).toEqual([
      'disclosure',
      'thanks',
      'method',
      'thanks',
      'visuals',
    ])
    expect(noted.credits.at(-1)?.people).toEqual([
      { name: 'Alexis Echegut', role: 'image' },
      { name: 'Damien Caillard', role: 'image' },
    ])
  })

  it('8760: five attributed pull quotes, each in its section; quotes inside a paragraph stay there', () => {
    const quotes = notedSections(article(8760).document).map(({ blocks }) =>
      JSON.stringify(blocks)
        .match(/"attribution":"[^"]+"/gu)
        ?.map((each) => each.slice(15, -1)),
    )
    expect(quotes).toEqual([
      ['Pascal Brassier'],
      ['Loïc Simon'],
      ['Laeticia Raynaud', 'Audrey Pouchol', 'Cédric Debacq'],
    ])
  })

  it('3101: nine questions, two of them without a question mark; a lost film is named', () => {
    const { document, flags } = article(3101)
    const sections = notedSections(document)
    expect(sections.map(({ kind }) => kind)).toEqual(Array(9).fill('question'))
    expect(sections[4]?.heading).toMatch(/^Mais tu .{40,60} \.\.\.$/)
    expect(sections[7]?.heading).toMatch(/^Pourtant, .{70,90} motivés\.$/)
    expect(flags.filter(({ code }) => code === 'embed-lost')).toHaveLength(1)
    expect(flags.filter(({ code }) => code === 'further-reading-glued')).toHaveLength(1)
  })

  it('3101: eight entries lead to their sections, credits name who did what', () => {
    const noted = notedMatter(article(3101))
    const targets = noted.summary.map(({ target }) => target)
    expect([targets[0], targets[1], ...targets.slice(3)]).toEqual([1, 2, 5, 6, 7, 8, 9])
    expect([3, 4]).toContain(targets[2])
    expect(noted.credits.map(({ kind, people, date }) => ({ kind, people, date }))).toEqual([
      { kind: 'method', people: [{ name: 'Charles Marginier', role: 'proofreading' }], date: '2017-12-07' },
      {
        kind: 'visuals',
        people: [
          { name: 'Charles Marginier', role: 'image' },
          { name: 'Damien Caillard', role: 'image' },
        ],
        date: null,
      },
    ])
  })

  it('2356: four glued headings, a glued list, an introduction by another hand', () => {
    const { document, credits } = article(2356)
    const sections = notedSections(document)
    expect(sections.map(({ kind }) => kind)).toEqual([...Array(5).fill('enumerated'), 'section'])
    expect(sections[5]?.heading).toBe('Ce qu’il faut retenir de cette expérience')
    expect(credits).toEqual([
      { name: 'Cédric Debacq', role: 'author' },
      { name: 'Damien Caillard', role: 'introduction' },
    ])
    expect(notedMatter(article(2356)).intro).toHaveLength(1)
  })
})

describe.skipIf(!hasCases)(`the same posts with their mark-up${folder}`, async () => {
  const exported = hasCases ? await exportPosts('leconnecteur') : []
  const dump = hasCases ? await dumpPosts() : []

  it.each(exported.map((item) => [item.id, item] as const))(
    '%i: the same structure, with the source’s own anchors',
    (id, item) => {
      const stripped = dump.find((other) => other.id === id)
      if (!stripped) throw new Error(`${id} is not in the dump`)
      const [real, inferred] = [convert(item, context), convert(stripped, context)]
      const shape = (converted: Converted) =>
        notedSections(converted.document).map(({ kind, heading, timecodeSeconds }) => ({
          kind,
          heading,
          timecodeSeconds,
        }))
      expect(shape(real)).toEqual(shape(inferred))
      const { furtherReading: links, contents, summary, intro: __, ...matter } = notedMatter(real)
      const {
        furtherReading,
        contents: otherContents,
        summary: otherSummary,
        intro: _,
        ...other
      } = notedMatter(inferred)
      expect(matter).toEqual(other)
      expect(links.join(' ')).toBe(furtherReading.join(' '))
      expect(contents).toEqual(otherContents)
      expect(summary.map(({ hashtag, text }) => ({ hashtag, text }))).toEqual(
        otherSummary.map(({ hashtag, text }) => ({ hashtag, text })),
      )
      expect(real.flags.filter(({ code }) => code === 'anchor-missing')).toEqual([])
    },
  )

  it('keeps the ids of the source and leads the link of the summary to it', () => {
    const item = exported.find(({ id }) => id === 6627)
    if (!item) throw new Error('6627 is not in the export')
    const anchors = sectionsOf(convert(item, context).document).map(({ attrs }) => attrs.anchor)
    expect(anchors.slice(0, 2)).toEqual(['attachement', 'corporatehacker'])
    expect(anchors).toContain('biniou')
  })
})

describe.skipIf(!hasCases)(`every post at hand${folder}`, async () => {
  const posts = hasCases ? await allPosts() : []

  it.each(posts)('%s: no word is lost, the document passes its check, anchors are valid', (_, item) => {
    const converted = convert(item, context)
    expect([...lostWords(item, converted)]).toEqual([])
    expect(check(converted.document)).toEqual(converted.document)
    expect(sectionsOf(converted.document).every(({ attrs }) => isAnchor(attrs.anchor))).toBe(true)
  })

  it('finds as many citations, pull quotes, notes and sections as a reader counts', () => {
    const total = (type: AnyNode['type'], file: string) =>
      posts
        .filter(([name]) => name.startsWith(file))
        .reduce((sum, [, item]) => sum + count(convert(item, context).document, type), 0)
    expect(['minter', 'ccm', 'connected', 'media'].map((file) => total('section', file))).toEqual([
      8, 9, 2, 9,
    ])
    expect(['minter', 'ccm', 'connected', 'media'].map((file) => total('blockquote', file))).toEqual([
      1, 0, 3, 1,
    ])
    expect(['minter', 'ccm', 'connected', 'media'].map((file) => total('pullQuote', file))).toEqual([
      0, 0, 0, 1,
    ])
    expect(['minter', 'ccm', 'connected', 'media'].map((file) => total('footnoteRef', file))).toEqual([
      0, 0, 0, 2,
    ])
    expect(['minter', 'ccm', 'connected', 'media'].map((file) => total('standfirst', file))).toEqual([
      0, 4, 0, 0,
    ])
  })
})
