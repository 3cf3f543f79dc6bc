import { describe, expect, it } from 'vitest'
import { filled, outlined, type StructureCase } from './outline-notation.ts'

const cases: StructureCase[] = [
  [
    'two lines in capitals above text',
    'classic',
    'UN GRAND TITRE\n\n@A\n\nUN AUTRE TITRE\n\n@B',
    ['section: UN GRAND TITRE', '  @A', 'section: UN AUTRE TITRE', '  @B'],
  ],
  [
    'capitals in bold, one before a colon',
    'classic',
    '<b>UN GRAND TITRE</b>\n\n@A\n\n<b>UN AUTRE TITRE :</b>\n\n@B',
    ['section: UN GRAND TITRE', '  @A', 'section: UN AUTRE TITRE :', '  @B'],
  ],
  [
    'capitals in text without tags',
    'stripped',
    'UN GRAND TITRE\n@A\nUN AUTRE TITRE !\n@B',
    ['section: UN GRAND TITRE', '  @A', 'section: UN AUTRE TITRE !', '  @B'],
  ],
  [
    'a bold lead of a paragraph is no heading',
    'classic',
    '<b>Premier point.</b> @A\n\n<b>Deuxième point :</b> @B',
    ['Premier point. @A', 'Deuxième point : @B'],
  ],
  [
    'bold sentences are not headings',
    'classic',
    '@A\n\n<b>Attention, ce point est vraiment important.</b>\n\n@B\n\n<b>Inscrivez-vous dès maintenant !</b>\n\n@A',
    ['@A', 'Attention, ce point est vraiment important.', '@B', 'Inscrivez-vous dès maintenant !', '@A'],
  ],
  [
    'a bold title, not a bold day and hour',
    'classic',
    '@A\n\n<b>Inscription gratuite</b>\n\n@B\n\n<b>Le 6 mars 2012, de 14h à 17h</b>\n\n@A',
    ['@A', 'section: Inscription gratuite', '  @B', '  Le 6 mars 2012, de 14h à 17h', '  @A'],
  ],
  [
    'a bold link calls to act',
    'classic',
    '@A\n\n<b><a href="https://x.fr/">Inscrivez-vous ici</a></b>\n\n@B',
    ['@A', 'Inscrivez-vous ici', '@B'],
  ],
  [
    'Roman numbers',
    'stripped',
    'I. Les débuts\n@A\nII. La suite\n@B\nIII - La fin\n@A',
    ['ordinal: I. Les débuts', '  @A', 'ordinal: II. La suite', '  @B', 'ordinal: III - La fin', '  @A'],
  ],
  [
    'numbers typed with a bar or a degree',
    'classic',
    '<b>1/ Les débuts</b>\n\n@A\n\n<b>2/ La suite</b>\n\n@B\n\n<b>3° La fin</b>\n\n@A',
    ['ordinal: 1/ Les débuts', '  @A', 'ordinal: 2/ La suite', '  @B', 'ordinal: 3° La fin', '  @A'],
  ],
  [
    'a bold title before a colon',
    'classic',
    '<b>Ce qu’il faut retenir :</b>\n\n@A\n\n<b>En bref</b>\n<ul><li>a</li></ul>',
    ['section: Ce qu’il faut retenir :', '  @A', 'section: En bref', '  • a'],
  ],
  [
    'time codes in either bracket',
    'classic',
    '<b>Les débuts (1:00)</b>\n\n@A\n\n<b>La suite [12:30]</b>\n\n@B\n\n<b>02:15 – La fin</b>\n\n@A\n\n<b>La fin (1h02)</b>\n\n@A',
    [
      'timecoded: Les débuts (1:00)',
      '  @A',
      'timecoded: La suite [12:30]',
      '  @B',
      'section: 02:15 – La fin',
      '  @A',
      'section: La fin (1h02)',
      '  @A',
    ],
  ],
  [
    'a pictogram before the title',
    'classic',
    '<b>🚀 Le lancement</b>\n\n@A\n\n<b>Étape 1 : partir</b>\n\n@B',
    ['section: 🚀 Le lancement', '  @A', 'ordinal: Étape 1 : partir', '  @B'],
  ],
  ['a name alone at the top is no heading', 'stripped', 'Zoé Mars\n@A\n@B', ['Zoé Mars', '@A', '@B']],
  [
    'a title that begins with a quotation',
    'stripped',
    '« Une ville qui change » : le pari de Zoé Mars\n@A\n« Le bois, c’est la vie »\n@B',
    [
      'section: « Une ville qui change » : le pari de Zoé Mars',
      '  @A',
      '  exergue[] Le bois, c’est la vie',
      '  @B',
    ],
  ],
  [
    'a version number is no ordinal',
    'stripped',
    '1er conseil : partir\nIl arrive à la version 2.2e conseil n’est pas loin.2e conseil : revenir\nTexte. Le 2e conseil : un piège.\nFin.',
    [
      'ordinal: 1er conseil : partir',
      '  Il arrive à la version 2.2e conseil n’est pas loin.',
      'ordinal: 2e conseil : revenir',
      '  Texte. Le 2e conseil : un piège.',
      '  Fin.',
    ],
  ],
  [
    'typed numbers above text',
    'stripped',
    '1. Oser\n@A\n2. Rire\n@B\n3. Dormir\n@A',
    ['ordinal: 1. Oser', '  @A', 'ordinal: 2. Rire', '  @B', 'ordinal: 3. Dormir', '  @A'],
  ],
  [
    'telephone numbers',
    'stripped',
    'Contact : zoe@mars.fr\n@A\nTél. 04 73 00 00 00\n@B',
    ['Contact : zoe@mars.fr', '@A', 'Tél. 04 73 00 00 00', '@B'],
  ],
]

describe('headings', () => {
  it.each(cases)('%s', (_, form, source, lines, given = {}) => {
    expect(outlined(form, source, given)).toEqual(lines.map(filled))
  })
})
