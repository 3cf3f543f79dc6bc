import { describe, expect, it } from 'vitest'
import { filled, outlined, type StructureCase } from './outline-notation.ts'

const cases: StructureCase[] = [
  ['a byline with a place', 'classic', '<em>Par A Roy, à Lyon</em>\n\n@A', ['@A', 'signé A Roy author']],
  ['our correspondent', 'classic', 'De notre correspondante Zoé Mars\n\n@A', ['@A', 'signé Zoé Mars author']],
  [
    'a byline with a trade',
    'classic',
    'Par <a href="/author/zoe">Zoé Mars</a>, journaliste au Connecteur\n\n@A',
    ['@A', 'signé Zoé Mars author'],
  ],
  ['names alone stay text', 'classic', 'Zoé Mars et Ana Li\n\n@A', ['Zoé Mars et Ana Li', '@A']],
  [
    'who recorded the words, at the end',
    'classic',
    '@A\n\n@B\n\n<em>Propos recueillis par Zoé Mars</em>',
    [
      '@A',
      '@B',
      'method[Zoé Mars interviewer]: Propos recueillis par Zoé Mars',
      'signé Zoé Mars interviewer',
    ],
  ],
  ['a plain name at the end stays text', 'classic', '@A\n\n@B\n\nZoé Mars', ['@A', '@B', 'Zoé Mars']],
  [
    'a name to the right signs the text',
    'classic',
    '@A\n\n@B\n\n<p style="text-align:right"><strong>Zoé MARS</strong></p>',
    ['@A', '@B', 'signé Zoé MARS author'],
  ],
  ['a day before the name', 'classic', 'Le 3 mars 2019 par Zoé Mars\n\n@A', ['@A', 'signé Zoé Mars author']],
  ['a day behind the name', 'classic', 'Par Zoé Mars, le 3 mars 2019\n\n@A', ['@A', 'signé Zoé Mars author']],
  ['the newsroom', 'classic', 'Par la rédaction\n\n@A', ['@A', 'signé la rédaction author']],
  [
    'a god is nobody’s byline',
    'classic',
    'Par Toutatis, quelle histoire\n\n@A',
    ['Par Toutatis, quelle histoire', '@A'],
  ],
  ['an idiom', 'classic', 'Par ici la sortie\n\n@A', ['Par ici la sortie', '@A']],
  [
    'two roles, no colon',
    'classic',
    'Texte et photos Zoé Mars\n\n@A',
    ['@A', 'signé Zoé Mars author, Zoé Mars image'],
  ],
  [
    'two people on two lines, no colon',
    'classic',
    'Texte Zoé Mars\nPhotos Ana Li\n\n@A',
    ['@A', 'signé Zoé Mars author, Ana Li image'],
  ],
  [
    'a report and its pictures',
    'classic',
    'Reportage Zoé Mars - Photos Ana Li\n\n@A',
    ['@A', 'signé Zoé Mars author, Ana Li image'],
  ],
  ['published by', 'classic', 'Publié le 3 mars 2019 par Zoé Mars\n\n@A', ['@A', 'signé Zoé Mars author']],
  [
    'three roles on three lines',
    'classic',
    'Par Zoé Mars\nPhotos : Ana Li\nVidéo : Bo Ra\n\n@A\n\n@B',
    ['@A', '@B', 'signé Zoé Mars author, Ana Li image, Bo Ra camera'],
  ],
  [
    'below a kicker in bold',
    'classic',
    '<p><strong>PORTRAIT.</strong></p>\n<p>Par <strong>Zoé Mars</strong></p>\n<p>@A</p><p>@B</p>',
    ['PORTRAIT.', '@A', '@B', 'signé Zoé Mars author'],
  ],
  ['in a heading', 'classic', '<h4>Par Zoé Mars</h4>\n@A\n\n@B', ['@A', '@B', 'signé Zoé Mars author']],
  [
    'text and pictures named at the end',
    'classic',
    '@A\n\n@B\n\nTexte : Zoé Mars\nPhotos : Ana Li',
    ['@A', '@B', 'signé Zoé Mars author, Ana Li image'],
  ],
  [
    'an excerpt that is cut is no standfirst',
    'classic',
    '<p>@A</p>\n\n<p>@B</p>',
    ['@A', '@B'],
    { excerpt: '@A[&hellip;]' },
  ],
  [
    'a standfirst in two bold pieces',
    'classic',
    '<p><b>Un chapô tout en gras.</b> <b>En deux morceaux !</b></p>\n<p>@A</p>',
    ['chapô: Un chapô tout en gras. En deux morceaux !', '@A'],
  ],
  [
    'a standfirst that begins with a question',
    'classic',
    '<strong>Comment une luthière de Thiers a-t-elle conquis le marché mondial ? Elle raconte sa méthode, ses doutes et ses projets.</strong>\n\n<strong>Qui êtes-vous ?</strong>\n\n@B\n\n<strong>Et demain ?</strong>\n\n@A',
    [
      'chapô: Comment une luthière de Thiers a-t-elle conquis le marché mondial ? Elle raconte sa méthode, ses doutes et ses projets.',
      'question: Qui êtes-vous ?',
      '  @B',
      'question: Et demain ?',
      '  @A',
    ],
  ],
  [
    'an article all in bold has none',
    'classic',
    '<strong>@A</strong>\n\n<strong>@B</strong>\n\n<strong>@A</strong>\n\n<strong>@B</strong>',
    ['@A', '@B', '@A', '@B'],
  ],
  [
    'a long heading stays one',
    'classic',
    '<h2>@A</h2>\n\n@B\n\n<h2>Une partie</h2>\n@A',
    ['section: @A', '  @B', 'section: Une partie', '  @A'],
  ],
  [
    'a standfirst above the byline',
    'classic',
    '<strong>Un chapô en gras, en une phrase qui pose le sujet.</strong>\n\nPar Zoé Mars\n\n@A',
    ['chapô: Un chapô en gras, en une phrase qui pose le sujet.', '@A', 'signé Zoé Mars author'],
  ],
  [
    'verses open the text',
    'classic',
    '<em>Ô temps, suspends ton vol,\net vous, heures propices,</em>\n\n@A',
    ['Ô temps, suspends ton vol, / et vous, heures propices,', '@A'],
  ],
  ['in English', 'classic', 'By Zoé Mars and Ana Li\n\n@A', ['@A', 'signé Zoé Mars author, Ana Li author']],
  [
    'an organisation in bold signs nothing',
    'classic',
    '@A\n\n@B\n\n<strong>Le Camping</strong>',
    ['@A', '@B', 'Le Camping'],
  ],
  [
    'a town hall in italics signs nothing',
    'classic',
    '@A\n\n@B\n\n<em>Mairie de Lyon</em>',
    ['@A', '@B', 'Mairie de Lyon'],
  ],
  [
    'a name in italics above a credit',
    'classic',
    '@A\n\n@B\n\n<em>Zoé Mars</em>\n\nCrédit photo : Ana Li',
    ['@A', '@B', 'visuals[Ana Li image]: Crédit photo : Ana Li', 'signé Zoé Mars author'],
  ],
]

describe('bylines and standfirsts', () => {
  it.each(cases)('%s', (_, form, source, lines, given = {}) => {
    expect(outlined(form, source, given)).toEqual(lines.map(filled))
  })
})
