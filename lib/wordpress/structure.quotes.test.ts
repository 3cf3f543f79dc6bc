import { describe, expect, it } from 'vitest'
import { filled, outlined, type StructureCase } from './outline-notation.ts'

const cases: StructureCase[] = [
  [
    'quotations, pull quotes and a dialogue',
    'classic',
    '@A\n\n<blockquote>« Une phrase mise en avant, courte. »</blockquote>\n\n@B\n\n<blockquote>Une citation sans guillemets, qui vient d’un livre.</blockquote>\n\n<p class="has-text-align-center"><strong>« Exergue en gras. » – Zoé Mars</strong></p>\n\n« Bonjour », dit-elle.\n\n« Un dialogue. »\n\n« Une réponse. »',
    [
      '@A',
      'exergue[] Une phrase mise en avant, courte.',
      '@B',
      'citation[] Une citation sans guillemets, qui vient d’un livre.',
      'exergue[Zoé Mars] Exergue en gras.',
      '« Bonjour », dit-elle.',
      '« Un dialogue. »',
      '« Une réponse. »',
    ],
  ],
  [
    'names behind a dash, in brackets or right behind',
    'stripped',
    '@A\n« Le seul risque, c’est de ne rien faire ! » Zoé Mars\n@B\n"Nous verrons bien ce que dira la suite" (Ana Li, maire)\n@A\n“Citation courbe entière.” — Bo Ra, directeur\n@B\n« Oui » et « non » sont des mots.\n@A',
    [
      '@A',
      'exergue[Zoé Mars] Le seul risque, c’est de ne rien faire !',
      '@B',
      'exergue[Ana Li, maire] Nous verrons bien ce que dira la suite',
      '@A',
      'exergue[Bo Ra, directeur] Citation courbe entière.',
      '@B',
      '« Oui » et « non » sont des mots.',
      '@A',
    ],
  ],
  [
    'marks that do not close, or close too soon',
    'stripped',
    '@A\n« Je commence et ne finis pas,\n@B\n« Une phrase. » Puis une autre phrase « citée ».\n@A\n"Kiosque", dans le parc, attend ses visiteurs.\n@B',
    [
      '@A',
      '« Je commence et ne finis pas,',
      '@B',
      '« Une phrase. » Puis une autre phrase « citée ».',
      '@A',
      '"Kiosque", dans le parc, attend ses visiteurs.',
      '@B',
    ],
  ],
  [
    'named by an element',
    'classic',
    '@A\n\n<blockquote><p>« Un. »</p><p>« Deux. »</p><cite>Zoé Mars</cite></blockquote>\n\n<blockquote><p>« Une phrase forte. »</p><cite>Zoé Mars, luthière</cite></blockquote>\n\n<blockquote><p>Une phrase forte.</p><p>Zoé Mars</p></blockquote>\n@B',
    [
      '@A',
      'citation[Zoé Mars] « Un. » / « Deux. »',
      'exergue[Zoé Mars, luthière] Une phrase forte.',
      'citation[] Une phrase forte. / Zoé Mars',
      '@B',
    ],
  ],
  ['a motto', 'stripped', '« Il faut oser. »\n@A\n@B', ['« Il faut oser. »', '@A', '@B']],
  ['a long quotation', 'stripped', '@A\n« @A @B @A @B »\n@B', ['@A', '« @A @B @A @B »', '@B']],
  [
    'marks inside marks',
    'stripped',
    '@A\n« Il m’a dit “oui” et j’ai su. »\n@B',
    ['@A', 'exergue[] Il m’a dit “oui” et j’ai su.', '@B'],
  ],
  [
    'a name and an office',
    'stripped',
    '@A\n« Il faut oser », Zoé Mars, maire de Thiers\n@B',
    ['@A', 'exergue[Zoé Mars, maire de Thiers] Il faut oser', '@B'],
  ],
  [
    'a quotation with its verb is a sentence',
    'stripped',
    '@A\n« Il faut oser », résume Zoé Mars.\n@B',
    ['@A', '« Il faut oser », résume Zoé Mars.', '@B'],
  ],
  [
    'two quotations in one block',
    'classic',
    '<blockquote>« @A »\n« @B »</blockquote>\n@A',
    ['citation[] « @A » / « @B »', '@A'],
  ],
  [
    'stars below a colon',
    'stripped',
    '@A\nIl faut :\n* oser ;\n* rire ;\n* dormir.\n@B',
    ['@A', 'Il faut :', '• oser ; • rire ; • dormir.', '@B'],
  ],
  [
    'typed numbers in text without tags',
    'stripped',
    '@A\nIl faut :\n1) oser ;\n2) rire ;\n3) dormir.\n@B',
    ['@A', 'Il faut :', '1 oser ; • rire ; • dormir.', '@B'],
  ],
  [
    'typed stars with mark-up stay text',
    'classic',
    '@A\n\n* oser ;\n* rire ;\n* dormir.\n\n@B',
    ['@A', '* oser ; / * rire ; / * dormir.', '@B'],
  ],
  [
    'the name in a paragraph of its own',
    'classic',
    '<blockquote><p>« Une phrase forte et belle. »</p><p>– Zoé Mars</p></blockquote>\n@A\n\n<blockquote>« Une autre phrase forte. »<br>Ana Li, maire</blockquote>\n@B',
    [
      'exergue[Zoé Mars] Une phrase forte et belle.',
      '@A',
      'exergue[Ana Li, maire] Une autre phrase forte.',
      '@B',
    ],
  ],
  [
    'set apart without an element',
    'classic',
    '@A\n\n<p class="exergue">Une phrase sans guillemets.</p>\n\n<p style="text-align: center;"><em>"Une phrase en italique et centrée."</em></p>\n\n<div class="pullquote">« Encore une. »</div>\n\n@B',
    [
      '@A',
      'Une phrase sans guillemets.',
      'exergue[] Une phrase en italique et centrée.',
      'exergue[] Encore une.',
      '@B',
    ],
  ],
  [
    'a quotation and an organisation without a dash',
    'stripped',
    '@A\n« Il faut oser. » Le Camping\n@B',
    ['@A', '« Il faut oser. » Le Camping', '@B'],
  ],
]

describe('pull quotes and lists', () => {
  it.each(cases)('%s', (_, form, source, lines, given = {}) => {
    expect(outlined(form, source, given)).toEqual(lines.map(filled))
  })
})
