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
    '<b>La Gazette : Qui êtes-vous ?</b>\n<b>Zoé Mars :</b> @A\n\n<b>La Gazette : Et demain ?</b>\n<b>Zoé Mars :</b> @B',
    [
      'question: La Gazette : Qui êtes-vous ?',
      '  Zoé Mars : @A',
      'question: La Gazette : Et demain ?',
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
  [
    'one question in italics is no heading',
    'classic',
    '@A\n\n<em>Et pourquoi pas ?</em>\n\n@B',
    ['@A', 'Et pourquoi pas ?', '@B'],
  ],
  [
    'an answer that begins with thanks, below an ellipsis',
    'stripped',
    'Par Ana Li\nZoé Mars a quitté Paris pour Thiers, où elle fabrique des luths que les musiciens du monde entier s’arrachent.\nComment vas-tu ?\nJe vais bien, merci. @A @B\nTu parles souvent de transmission.\nOui, c’est le cœur de mon métier. @A @B\nUn dernier mot…\nMerci à tous. @A',
    [
      'chapô: Zoé Mars a quitté Paris pour Thiers, où elle fabrique des luths que les musiciens du monde entier s’arrachent.',
      'question: Comment vas-tu ?',
      '  Je vais bien, merci. @A @B',
      '  Tu parles souvent de transmission.',
      '  Oui, c’est le cœur de mon métier. @A @B',
      'question: Un dernier mot…',
      '  Merci à tous. @A',
      'signé Ana Li author',
    ],
    { title: 'Entretien / Zoé Mars' },
  ],
  [
    'speakers named in full',
    'stripped',
    'Par Ana Li\nZoé Mars a quitté Paris pour Thiers, où elle fabrique des luths que les musiciens du monde entier s’arrachent.\nLa Gazette : Bonjour Zoé, comment allez-vous ?\nZoé Mars : @A\nLa Gazette : Et demain ?\nZoé Mars : @B',
    [
      'chapô: Zoé Mars a quitté Paris pour Thiers, où elle fabrique des luths que les musiciens du monde entier s’arrachent.',
      'question: La Gazette : Bonjour Zoé, comment allez-vous ?',
      '  Zoé Mars : @A',
      'question: La Gazette : Et demain ?',
      '  Zoé Mars : @B',
      'signé Ana Li author',
    ],
    { title: 'Entretien / Zoé Mars' },
  ],
  [
    'short answers beside their questions',
    'classic',
    '<b>Où ?</b> À Thiers.\n\n<b>Quand ?</b> Demain.\n\n<b>Comment ?</b> En train.',
    ['question: Où ?', '  À Thiers.', 'question: Quand ?', '  Demain.', 'question: Comment ?', '  En train.'],
  ],
]

describe('questions', () => {
  it.each(cases)('%s', (_, form, source, lines, given = {}) => {
    expect(outlined(form, source, given)).toEqual(lines.map(filled))
  })
})
