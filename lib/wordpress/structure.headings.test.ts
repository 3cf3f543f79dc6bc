import { describe, expect, it } from 'vitest'
import { filled, outlined, type StructureCase } from './outline-notation.ts'

const cases: StructureCase[] = [
  [
    'Q and R label the turns',
    'classic',
    'Q : Comment allez-vous ?\nR : Très bien, merci.\n\nQ : Et demain ?\nR : On verra.',
    [
      'question: Q : Comment allez-vous ?',
      '  R : Très bien, merci.',
      'question: Q : Et demain ?',
      '  R : On verra.',
    ],
  ],
  [
    'a label in bold, initials of who asks',
    'classic',
    '<b>Q :</b> Comment allez-vous ?\n\nR : Très bien.\n\n<b>MD : Et demain ?</b>\n\nZM : On verra.',
    [
      'question: Q : Comment allez-vous ?',
      '  R : Très bien.',
      'question: MD : Et demain ?',
      '  ZM : On verra.',
    ],
  ],
  [
    'initials in text without tags',
    'stripped',
    'MD : Comment allez-vous ?\nZM : Très bien.\nMD : Et demain ?\nZM : On verra.',
    [
      'question: MD : Comment allez-vous ?',
      '  ZM : Très bien.',
      'question: MD : Et demain ?',
      '  ZM : On verra.',
    ],
  ],
  [
    'a question behind a dash, in bold',
    'classic',
    '<strong>– Et après ?</strong>\n\n@A\n\n<strong>— Vraiment ?</strong>\n\n@B',
    ['question: – Et après ?', '  @A', 'question: — Vraiment ?', '  @B'],
  ],
  [
    'a question behind a dash, alone',
    'stripped',
    '– Et après ?\n@A\n– Vraiment ?\n@B',
    ['question: – Et après ?', '  @A', 'question: – Vraiment ?', '  @B'],
  ],
  [
    'a dialogue behind dashes stays text',
    'classic',
    '– Bonjour, dit-elle.\n– Bonjour.\n\n@A',
    ['– Bonjour, dit-elle. / – Bonjour.', '@A'],
  ],
  [
    'a dialogue in text without tags is no list',
    'stripped',
    '@A\n– Bonjour, dit-elle.\n– Bonjour.\n@B',
    ['@A', '– Bonjour, dit-elle.', '– Bonjour.', '@B'],
  ],
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
    'questions in italics',
    'classic',
    '<em>Comment allez-vous ?</em>\n\n@A\n\n<em>Et demain ?</em>\n\n@B\n\n<em>Un mot de la fin ?</em>\n\n@A',
    [
      'question: Comment allez-vous ?',
      '  @A',
      'question: Et demain ?',
      '  @B',
      'question: Un mot de la fin ?',
      '  @A',
    ],
  ],
  [
    'questions underlined',
    'classic',
    '<u>Comment allez-vous ?</u>\n\n@A\n\n<u>Et demain ?</u>\n\n@B',
    ['question: Comment allez-vous ?', '  @A', 'question: Et demain ?', '  @B'],
  ],
  [
    'a question of two lines',
    'classic',
    '<strong>Vous avez dit oui.\nPourquoi ?</strong>\n\n@A\n\n<strong>Et demain ?</strong>\n@B',
    ['question: Vous avez dit oui. / Pourquoi ?', '  @A', 'question: Et demain ?', '  @B'],
  ],
  [
    'a question alone, not one inside a paragraph',
    'stripped',
    '@A\nEt pourquoi pas ?\n@B\nQue faire alors ? Rien.\n@A',
    ['@A', 'section: Et pourquoi pas ?', '  @B', '  Que faire alors ? Rien.', '  @A'],
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
  [
    'an interview without question marks',
    'classic',
    '<b>Parlez-nous de vous.</b>\n\n@A\n\n<b>Racontez-nous la suite…</b>\n\n@B\n\n<b>Un conseil ?</b>\n\n@A',
    [
      'question: Parlez-nous de vous.',
      '  @A',
      'question: Racontez-nous la suite…',
      '  @B',
      'question: Un conseil ?',
      '  @A',
    ],
    { title: 'Entretien / Zoé Mars' },
  ],
  [
    'plain questions, bold answers',
    'classic',
    'Qui êtes-vous ?\n<b>@A</b>\n\nEt demain ?\n<b>@B</b>',
    ['question: Qui êtes-vous ?', '  @A', 'question: Et demain ?', '  @B'],
    { title: 'Entretien / Zoé Mars' },
  ],
  [
    'the magazine’s name before each question',
    'classic',
    '<b>Le Connecteur : Qui êtes-vous ?</b>\n<b>Zoé Mars :</b> @A\n\n<b>Le Connecteur : Et demain ?</b>\n<b>Zoé Mars :</b> @B',
    [
      'question: Le Connecteur : Qui êtes-vous ?',
      '  Zoé Mars : @A',
      'question: Le Connecteur : Et demain ?',
      '  Zoé Mars : @B',
    ],
  ],
  [
    'a question mark outside the bold',
    'classic',
    '<b>Qui êtes-vous</b> ?\n\n@A\n\n<b>Et demain</b>&nbsp;?\n\n@B',
    ['question: Qui êtes-vous ?', '  @A', 'question: Et demain ?', '  @B'],
  ],
  [
    'questions and answers in one paragraph',
    'classic',
    '<b>Qui êtes-vous ?</b> @A\n\n<b>Et demain ?</b> @B',
    ['question: Qui êtes-vous ?', '  @A', 'question: Et demain ?', '  @B'],
  ],
  [
    'a bold question that nothing follows',
    'classic',
    '<h2>Un titre</h2>\n@A\n\n<b>Alors, convaincus ?</b>',
    ['section: Un titre', '  @A', '  Alors, convaincus ?'],
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
    'one question in italics is no heading',
    'classic',
    '@A\n\n<em>Et pourquoi pas ?</em>\n\n@B',
    ['@A', 'Et pourquoi pas ?', '@B'],
  ],
]

describe('headings and questions', () => {
  it.each(cases)('%s', (_, form, source, lines, given = {}) => {
    expect(outlined(form, source, given)).toEqual(lines.map(filled))
  })
})
