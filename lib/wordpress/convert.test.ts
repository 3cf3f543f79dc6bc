import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { textLines } from '../document/text.ts'
import type { AnyNode } from '../document/types.ts'
import { lostWords } from './conservation.ts'
import { convert } from './convert.ts'
import type { ConvertContext } from './draft.ts'
import { hasCases, readCases, sourceItem, strippedItem } from './fixtures.ts'
import { notedMatter, notedSections, sectionsOf } from './notation.ts'
import type { SourceItem } from './source.ts'

const context: ConvertContext = { attachments: new Map(), hosts: [] }
const read = (item: SourceItem) => {
  const converted = convert(item, context)
  const { document, flags } = converted
  return {
    ...notedMatter(converted),
    document,
    sections: notedSections(document),
    flags: flags.map(({ code }) => code),
  }
}
const classic = (content: string, given: Partial<SourceItem> = {}) => read(sourceItem({ content, ...given }))
const stripped = (content: string, given: Partial<SourceItem> = {}) => read(strippedItem(content, given))

function linksOf(node: AnyNode): [string, string][] {
  const children: readonly AnyNode[] = 'content' in node ? (node.content ?? []) : []
  const own =
    node.type === 'text'
      ? (node.marks ?? []).flatMap((mark): [string, string][] =>
          mark.type === 'link' ? [[node.text, mark.attrs.href]] : [],
        )
      : []
  return [...own, ...children.flatMap(linksOf)]
}

describe('headings', () => {
  it('parts numbered headings glued to paragraphs, and only those', () => {
    const { sections, flags } = stripped(
      '1er conseil : partir tôt\nTexte un. Fini le matin.2e conseil : marcher\nArrivé en 2e position, v2.3e incluse, il dort.3e conseil : dormir\nFin.',
    )
    expect(sections.map(({ heading, blocks }) => [heading, blocks])).toEqual([
      ['1er conseil : partir tôt', [{ type: 'paragraph', text: 'Texte un. Fini le matin.' }]],
      [
        '2e conseil : marcher',
        [{ type: 'paragraph', text: 'Arrivé en 2e position, v2.3e incluse, il dort.' }],
      ],
      ['3e conseil : dormir', [{ type: 'paragraph', text: 'Fin.' }]],
    ])
    expect(flags).toEqual(['heading-inferred', 'heading-inferred', 'heading-inferred'])
  })

  it('makes questions of bold paragraphs, not of bold words, bold text or a bold standfirst', () => {
    const { sections, standfirst } = classic(
      '<strong>Un chapô tout en gras, qui pose le sujet.</strong>\n\n<strong>Qui êtes-vous ?</strong>\n\nUne <strong>luthière</strong>.\n\n<strong>Et demain ?</strong>\nOn verra.\n\n<strong>Un texte en gras qui se termine par un point, sans question.</strong>',
    )
    expect(standfirst).toBe('Un chapô tout en gras, qui pose le sujet.')
    expect(sections.map(({ heading, kind }) => [heading, kind])).toEqual([
      ['Qui êtes-vous ?', 'question'],
      ['Et demain ?', 'question'],
    ])
    expect(sections[1]?.blocks).toHaveLength(2)
  })

  it('keeps the level of real headings', () => {
    expect(classic('<h2>Un</h2>\na\n<h4>Deux</h4>\nb').sections.map(({ level }) => level)).toEqual([2, 4])
  })

  it('reads no heading in the items of a list that lost its marks, but one below a lost film', () => {
    const { sections } = stripped(
      'Il faut :\nOser\nRire encore\nVoilà.\nLe film complet :\nL’interview bonus\nElle revient sur la journée.',
    )
    expect(sections.map(({ heading }) => heading)).toEqual(['L’interview bonus'])
  })

  it('reads no heading in short lines that follow each other', () => {
    expect(
      stripped('Une phrase.\nMairie de Lyon\nPlace de la Comédie\nLyon\nUne autre phrase.').sections,
    ).toEqual([])
  })
})

describe('anchors and links', () => {
  it('keeps named anchors and leads in-page links to them, whatever their case or encoding', () => {
    const { document } = classic(
      '<a name="Trio"></a><strong>Quel est votre rôle ?</strong>\nRéponse.\n\n<p id="réseaux"><strong>Et après ?</strong></p>\nSuite. <a href="#trio">voir</a> <a href="#r%C3%A9seaux">là</a> <a href="#perdu">rien</a>',
    )
    expect(sectionsOf(document).map(({ attrs }) => [attrs.anchor, attrs.aliases])).toEqual([
      ['Trio', []],
      ['reseaux', ['réseaux']],
    ])
    expect(linksOf(document)).toEqual([
      ['voir', '#Trio'],
      ['là', '#reseaux'],
    ])
  })

  it('names a dead in-page link', () => {
    expect(classic('<h2>Un</h2>\nVoir <a href="#perdu">rien</a>.').flags).toEqual(['anchor-missing'])
  })

  it('leads a link to an id inside a section to that section', () => {
    const { document } = classic(
      '<h2 id="un">Un</h2>\n<p id="photo">a</p>\n<h2>Deux</h2>\n<a href="#photo">voir</a>',
    )
    expect(linksOf(document)).toEqual([['voir', '#un']])
    expect(sectionsOf(document)[0]?.attrs.aliases).toEqual(['photo'])
  })
})

describe('summary', () => {
  const text = '<h3 id="a">Un début</h3>\nTexte du début.\n<h3 id="b">La suite</h3>\nTexte de suite.\n'

  it('follows the links of its entries; a dangling one is named and leads in order', () => {
    const { summary, summaryHeading, flags } = classic(
      `${text}<h3>Résumé (cliquez sur les #liens)</h3>\n<ul><li><a href="#a">#Début</a> – le début</li><li><b><a href="#b">#LaSuite</a></b>/ la suite</li><li><a href="#z">#Perdu</a>: rien</li></ul>`,
    )
    expect(summaryHeading).toEqual({ title: 'Résumé', hint: 'cliquez sur les #liens' })
    expect(summary).toEqual([
      { hashtag: '#Début', text: 'le début', target: 1 },
      { hashtag: '#LaSuite', text: 'la suite', target: 2 },
      { hashtag: '#Perdu', text: 'rien', target: 2 },
    ])
    expect(flags).toEqual(['anchor-missing', 'summary-target-uncertain'])
  })

  it('reads lines with their own separators, and hashtags with accents, apostrophes and "!"', () => {
    const { summary } = classic(`${text}Sommaire :\n#Début - un\n#L'Après! / deux`)
    expect(summary.map(({ hashtag, text: words }) => [hashtag, words])).toEqual([
      ['#Début', 'un'],
      ["#L'Après!", 'deux'],
    ])
  })

  it('is no summary: a hashtag in prose', () => {
    expect(stripped('Un titre ?\n#PaulineEnCampagne a marché.\nFin.').summary).toEqual([])
  })

  it('stays text in an article without sections', () => {
    const { document, flags } = classic('Texte.\n\nRésumé :\n#Un – un\n#Deux – deux')
    expect(JSON.stringify(document)).toContain('#Deux')
    expect(flags).toContain('summary-without-section')
  })
})

describe('notes', () => {
  it('tells star notes from bullets, product stars, bold and products of numbers', () => {
    const { document, footnotes, flags } = classic(
      'Le Foliweb* ouvre, l’hôtel 4* aussi, un **gras** et 5*3*2. Ibis***.\n\n* pommes\n* poires\n\n* Foliweb : ateliers gratuits.\n\n** Seul : sans appel',
    )
    expect(footnotes).toEqual([{ marker: '*', text: 'Foliweb : ateliers gratuits.' }])
    expect(JSON.stringify(document)).toContain('4* aussi, un **gras** et 5*3*2. Ibis***.')
    expect(JSON.stringify(document)).toContain('* pommes')
    expect(flags).toContain('note-without-call')
  })

  it('numbers notes by their first call; a bracket glued to a variable is text', () => {
    const { document, footnotes } = classic(
      'Voir [1] et t[1]. [ref]Note en ligne.[/ref]\n\n[1] Première note.',
    )
    expect(footnotes.map(({ text }) => text)).toEqual(['Première note.', 'Note en ligne.'])
    expect(document.content[0]).toMatchObject({
      content: [
        { type: 'text', text: 'Voir' },
        { type: 'footnoteRef', attrs: { noteId: '1' } },
        { type: 'text', text: ' et t[1].' },
        { type: 'footnoteRef', attrs: { noteId: '2' } },
      ],
    })
  })

  it('finds a call glued to an address and its note', () => {
    const { footnotes } = stripped('Un mot [1].\nVoir http://exemple.fr/page[2].\nFin.\n[1] Un.\n[2] Deux.')
    expect(footnotes.map(({ text }) => text)).toEqual(['Un.', 'Deux.'])
  })

  it('reads the notes that the block editor stores beside the text', () => {
    const meta = { footnotes: JSON.stringify([{ id: 'u1', content: 'Texte <em>x</em>' }]) }
    const { footnotes } = classic(
      '<p>Mot<sup data-fn="u1" class="fn"><a href="#u1" id="u1-link">1</a></sup>.</p>',
      { meta },
    )
    expect(footnotes).toEqual([{ marker: '1', text: 'Texte x' }])
  })

  it('follows linked markers both ways', () => {
    const { footnotes } = classic(
      'Un mot <a href="#n1" id="r1">(1)</a><a href="#n2">[2]</a>.\n\n<p id="n2"><a href="#r1">[2]</a> Deux. ↩</p>',
    )
    expect(footnotes).toEqual([{ marker: '[2]', text: 'Deux.' }])
  })
})

describe('standfirst and byline', () => {
  it.each([
    ['bold', { content: '<strong>Chapô en gras.</strong>\n\nTexte un.' }],
    ['before <!--more-->', { content: 'Chapô en gras.\n<!--more-->\nTexte un.' }],
    ['equal to the excerpt', { content: 'Chapô en gras.\n\nTexte un.', excerpt: 'Chapô en gras.' }],
  ])('takes a paragraph that is %s', (_, given) => {
    const { standfirst, intro } = read(sourceItem(given))
    expect([standfirst, intro]).toEqual(['Chapô en gras.', ['Texte un.']])
  })

  it('takes none from plain paragraphs; the column then shows the excerpt', () => {
    const item = sourceItem({ content: 'Un premier paragraphe.\n\nUn autre.', excerpt: 'Un <b>extrait</b>.' })
    const converted = convert(item, context)
    expect(notedMatter(converted).standfirst).toBe('')
    expect(converted.standfirst).toBe('Un extrait.')
  })

  it('takes the byline out of the first lines only', () => {
    const { byline, intro } = classic('Par Zoé Mars\net Ana Li\nTexte.\n\nPar Bo Ra')
    expect(byline.map(({ name }) => name)).toEqual(['Zoé Mars', 'Ana Li'])
    expect(intro).toEqual(['Texte.', 'Par Bo Ra'])
  })
})

it('finds a byline under a short first line, not further down', () => {
  expect(stripped('Publié le 3 mars\nPar Zoé Mars\nUne question ?\nOui.').byline).toHaveLength(1)
  expect(stripped('Un texte.\nUn autre.\nPar Zoé Mars\nFin.').byline).toEqual([])
})

it('lets an answer begin with thanks and still finds the thanks at the end', () => {
  const { credits, sections } = stripped(
    'Qui êtes-vous ?\nMerci à vous de me recevoir.\nEt demain ?\nOn verra.\nCrédit photo © Zoé Mars\nUn grand merci à toute l’équipe.',
  )
  expect(credits.map(({ kind }) => kind)).toEqual(['visuals', 'thanks'])
  expect(sections[0]?.blocks).toHaveLength(1)
})

describe('notes written where they are called', () => {
  const notesIn = (content: string) => {
    const { document } = convert(sourceItem({ content }), context)
    return document.content.flatMap((part) => textLines(part))
  }
  it.each([
    '[ref]…[/ref]',
    '[footnote]…[/footnote]',
    '[fn]…[/fn]',
    '[mfn]…[/mfn]',
    '[efn_note]…[/efn_note]',
    '((…))',
  ])('%s', (form) =>
    expect(notesIn(`Un mot${form.replace('…', 'Une note <b>ici</b>.')} et la suite.`)).toEqual([
      'Un mot et la suite.',
      'Une note ici.',
    ]),
  )
  it('several forms in a line, none inside another; brackets of a formula are text', () => {
    expect(notesIn('Un[mfn]Note un[/mfn], deux[ref]note (([fn]x[/fn]))[/ref]. f((a+b)*c)')).toEqual([
      'Un, deux. f((a+b)*c)',
      'Note un',
      'note (([fn]x[/fn]))',
    ])
  })
})

describe.skipIf(!hasCases)(`conversion cases${hasCases ? '' : ' (skipped: no cases folder)'}`, () => {
  const shape = z.object({
    cases: z.array(z.object({ id: z.string(), format: z.string(), input: z.unknown() })),
  })
  const cases = hasCases ? shape.parse(readCases('conversion.json')).cases : []
  const inputs = cases.flatMap(({ id, format, input }) =>
    typeof input === 'string' ? [{ id, format, input }] : [],
  )

  it.each(inputs)('$id loses no word', ({ format, input }) => {
    const item = format === 'stripped' ? strippedItem(input) : sourceItem({ content: input })
    expect([...lostWords(item, convert(item, context))]).toEqual([])
  })
})

it('names a note of the block editor that no word calls', () => {
  const meta = { footnotes: JSON.stringify([{ id: 'u1', content: 'Jamais <em>appelée</em>' }]) }
  const { flags } = convert(sourceItem({ content: '<p>Du texte.</p>', meta }), context)
  expect(flags.map(({ code, detail }) => `${code}: ${detail}`)).toEqual(['note-without-call: Jamais appelée'])
})
