import { describe, expect, it } from 'vitest'
import { filled, outlined, type StructureCase } from './outline-notation.ts'

const cases: StructureCase[] = [
  [
    'bullets and a note',
    'classic',
    'Liste :\n* un\n* deux\n* trois\n\nL’iPhone* sort.\n\n* prix constaté au 2 mars',
    ['Liste : / * un / * deux / * trois', 'L’iPhone^1 sort.', 'note 1 *: prix constaté au 2 mars'],
  ],
  [
    'a note that prints its marker in another way than its call',
    'classic',
    'Par A<sup><a href="#n1">1</a></sup> et B.\n\n<p id="n1">[1] La note.</p>',
    ['Par A^1 et B.', 'note 1 1: La note.'],
  ],
  [
    'notes between their numbers',
    'classic',
    'Un mot{{1}} et {{2}} un autre.[[1]]La <em>note</em> une[[1]] Suite.\n\n@A{{1}}\n\n[[2]]La note\ndeux[[2]]\n[[3]]Personne ne l’appelle[[3]]',
    [
      'Un mot^1 et^2 un autre. Suite.',
      '@A^1',
      '[[3]]Personne ne l’appelle[[3]]',
      'note 1 [[1]]…[[1]]: La note une',
      'note 2 [[2]]…[[2]]: La note deux',
    ],
  ],
  [
    'numbers in double brackets that nothing pairs',
    'classic',
    'Un {{1}} mot {{7}}.\n\n[[1]]sans fin\n\n[[2]]x[[2]] [[[1]] [[1]]',
    ['Un {{1}} mot {{7}}.', '[[1]]sans fin', '[[2]]x[[2]] [[[1]] [[1]]'],
  ],
  [
    'a title of notes is not the lead of a list',
    'stripped',
    'Le Foliweb* ouvre ici.\n@A\nNotes :\n* Foliweb : ateliers.',
    ['Le Foliweb^1 ouvre ici.', '@A', 'note 1 *: Foliweb : ateliers.'],
  ],
  [
    'hotel stars, emphasis, products',
    'classic',
    'Le Foliweb* ouvre. Hôtel 3* et 4**. **gras** *ital* 2*3=6. a * b. CRM** aussi.\n\n@A\n\n*Foliweb : ateliers\n**CRM : gestion',
    [
      'Le Foliweb^1 ouvre. Hôtel 3* et 4**. **gras** *ital* 2*3=6. a * b. CRM^2 aussi.',
      '@A',
      'note 1 *: Foliweb : ateliers',
      'note 2 **: CRM : gestion',
    ],
  ],
  [
    'bold and italic markers',
    'classic',
    'Le Foliweb<strong>*</strong> ouvre et <em>le CRM**</em> ferme.\n\n@A\n\n<em>* Foliweb : ateliers.</em>\n<em>** CRM : gestion.</em>',
    [
      'Le Foliweb^1 ouvre et le CRM^2 ferme.',
      '@A',
      'note 1 *: Foliweb : ateliers.',
      'note 2 **: CRM : gestion.',
    ],
  ],
  [
    'raised stars',
    'classic',
    'Le Foliweb<sup>*</sup> ouvre et le CRM<sup>**</sup>.\n\n@A\n\n<small><sup>*</sup> Foliweb : ateliers.</small>\n\n<small><sup>**</sup> CRM : gestion.</small>',
    ['Le Foliweb^1 ouvre et le CRM^2.', '@A', 'note 1 *: Foliweb : ateliers.', 'note 2 **: CRM : gestion.'],
  ],
  [
    'round numbers',
    'classic',
    'Le Foliweb (1) ouvre, le CRM (2) aussi. En (3) rien.\n\n@A\n\n(1) Foliweb : ateliers.\n(2) CRM : gestion.',
    [
      'Le Foliweb^1 ouvre, le CRM^2 aussi. En (3) rien.',
      '@A',
      'note 1 (1): Foliweb : ateliers.',
      'note 2 (2): CRM : gestion.',
    ],
  ],
  [
    'raised numbers, and m²',
    'classic',
    'Le Foliweb<sup>1</sup> ouvre, le CRM<sup>2</sup> aussi, 10 m<sup>2</sup>.\n\n@A\n\n<sup>1</sup> Foliweb : ateliers.\n<sup>2</sup> CRM : gestion.',
    [
      'Le Foliweb^1 ouvre, le CRM^2 aussi, 10 m2.',
      '@A',
      'note 1 1: Foliweb : ateliers.',
      'note 2 2: CRM : gestion.',
    ],
  ],
  [
    'a title of notes with one left',
    'classic',
    'Le Foliweb [1] ouvre.\n\n@A\n\n<h3>Notes</h3>\n[1] Foliweb : ateliers.\n\n[2] Orpheline.',
    ['Le Foliweb^1 ouvre.', '@A', 'section: Notes', '  [2] Orpheline.', 'note 1 [1]: Foliweb : ateliers.'],
  ],
  [
    'a list of notes',
    'classic',
    'Le Foliweb<a href="#fn1" id="r1">1</a> ouvre.\n\n@A\n\n<h3>Notes</h3>\n<ol><li id="fn1">Foliweb : ateliers. <a href="#r1">↩</a></li></ol>',
    ['Le Foliweb^1 ouvre.', '@A', 'note 1 1: Foliweb : ateliers.'],
  ],
  [
    'a star behind a space',
    'stripped',
    'Le Foliweb * ouvre, le CRM ** aussi.\n@A\n* Foliweb : ateliers.\n** CRM : gestion.',
    [
      'Le Foliweb^1 ouvre, le CRM^2 aussi.',
      '@A',
      'note 1 *: Foliweb : ateliers.',
      'note 2 **: CRM : gestion.',
    ],
  ],
  [
    'a note of the editors',
    'classic',
    'Prix* en euros.\n\n@A\n\n*NDLR : les prix ont changé.',
    ['Prix^1 en euros.', '@A', 'note 1 *: NDLR : les prix ont changé.'],
  ],
  [
    'one note called twice',
    'classic',
    'Mot[1], autre[2] et encore[1].\n\n@A\n\n[1]: Première.\n[2]. Seconde.',
    ['Mot^1, autre^2 et encore^1.', '@A', 'note 1 [1]: Première.', 'note 2 [2]: Seconde.'],
  ],
  ['indexes of a table', 'classic', 'Un tableau a[0] et b[1].\n\n@A', ['Un tableau a[0] et b[1].', '@A']],
  [
    'ordinals and formulas',
    'classic',
    'Le 1<sup>er</sup> mars, XIX<sup>e</sup> siècle et H<sub>2</sub>O.\n\n@A',
    ['Le 1er mars, XIXe siècle et H2O.', '@A'],
  ],
  [
    'an enumeration in the text',
    'classic',
    'Trois idées (1) oser, (2) rire, (3) dormir.\n\n(1) Oser, c’est le début.\n\n@A @B @A',
    ['Trois idées (1) oser, (2) rire, (3) dormir.', '(1) Oser, c’est le début.', '@A @B @A'],
  ],
  [
    'a title of notes',
    'stripped',
    'Le Foliweb [1] ouvre ici.\n@A\nNotes\n[1] Foliweb : ateliers.',
    ['Le Foliweb^1 ouvre ici.', '@A', 'note 1 [1]: Foliweb : ateliers.'],
  ],
  [
    'every separator, two links lost',
    'classic',
    '<h3 id="un">Un début</h3>\nx y z.\n<h3 id="b">Deux</h3>\nb.\n<h3 id="c">Trois</h3>\nc.\n<h3>Résumé (cliquez)</h3>\n<ul><li><a href="#un">#Un</a>– collé</li><li><a href="#b">#DeuxFois</a> -texte</li><li><a href="#c">#Trois!</a>/ suite</li><li><a href="#nada">#Rien</a> – perdu</li><li>#SansLien : deux points</li></ul>',
    [
      'section: Un début',
      '  x y z.',
      'section: Deux',
      '  b.',
      'section: Trois',
      '  c.',
      '#Un → un: collé',
      '#DeuxFois → b: texte',
      '#Trois! → c: suite',
      '#Rien → c: perdu',
      '#SansLien → c: deux points',
    ],
  ],
  [
    'mixed bullets, tags that end in ? and !',
    'stripped',
    "Comment est-ce venu ?\n@A\nEt après ?\n@B\nRésumé de l'article (cliquez sur les #liens)\n- #Venu– collé ici\n- #EtAprès? / la suite\n- #Fin!— cadratin\n* #Étoile – avec étoile\n• #Puce… – trois points",
    [
      'question: Comment est-ce venu ?',
      '  @A',
      'question: Et après ?',
      '  @B',
      '#Venu → venu: collé ici',
      '#EtAprès? → et-apres: la suite',
      '#Fin! → et-apres: cadratin',
      '#Étoile → et-apres: avec étoile',
      '#Puce → et-apres: … – trois points',
    ],
  ],
  [
    'tags without words',
    'stripped',
    'Comment est-ce venu ?\n@A\nEt après ?\n@B\nSommaire\n#Venu\n#Après',
    [
      'question: Comment est-ce venu ?',
      '  @A',
      'question: Et après ?',
      '  @B',
      '#Venu → venu: ',
      '#Après → apres: ',
    ],
  ],
  [
    'tags that lead nowhere',
    'stripped',
    '@A\n#numérique #innovation\n@B\n#EtAprès?',
    ['@A', '#numérique #innovation', '@B', '#EtAprès?'],
  ],
  [
    'paragraphs in the items',
    'classic',
    '<h2 id="a">Un début</h2>\n@A\n<h2 id="b">La suite</h2>\n@B\n\n<strong>En résumé :</strong>\n<ul><li><p><a href="#a"><strong>#Début</strong></a> : un</p></li><li><a href="#b">#Suite</a></li></ul>',
    ['section: Un début', '  @A', 'section: La suite', '  @B', '#Début → a: un', '#Suite → b: '],
  ],
  [
    'a contents list with a list inside',
    'classic',
    '<p><strong>Sommaire</strong></p>\n<ul><li><a href="#a">Un début</a></li><li><a href="#b">La suite</a><ul><li><a href="#c">Encore</a></li></ul></li></ul>\n<h2 id="a">Un début</h2>\n@A\n<h2 id="b">La suite</h2>\n@B\n<h3 id="c">Encore</h3>\n@A',
    ['(contents)', 'section: Un début', '  @A', 'section: La suite', '  @B', 'section: Encore', '  @A'],
  ],
  [
    'a contents list without title',
    'classic',
    '<ul><li><a href="#a">Un début</a></li><li><a href="#b">La suite</a></li></ul>\n<h2 id="a">Un début</h2>\n@A\n<h2 id="b">La suite</h2>\n@B',
    ['(contents)', 'section: Un début', '  @A', 'section: La suite', '  @B'],
  ],
  [
    'a call in a caption',
    'classic',
    '[caption id="attachment_5" width="300"]<img src="/a.jpg" alt="" /> Le Foliweb*[/caption]\n@A\n\n* Foliweb : ateliers',
    ['(figure)', '@A', 'note 1 *: Foliweb : ateliers'],
  ],
  [
    'calls in a list',
    'classic',
    '<ul><li>Le Foliweb*</li><li>Le CRM**</li></ul>\n@A\n\n* Foliweb : ateliers\n** CRM : gestion',
    ['• Le Foliweb^1 • Le CRM^2', '@A', 'note 1 *: Foliweb : ateliers', 'note 2 **: CRM : gestion'],
  ],
  [
    'entries in one paragraph',
    'classic',
    '<h2 id="a">Un</h2>\n@A\n<h2 id="b">Deux</h2>\n@B\n<p><a href="#a">#Un</a> – premier<br /><a href="#b">#Deux?</a> – second</p>',
    ['section: Un', '  @A', 'section: Deux', '  @B', '#Un → a: premier', '#Deux? → b: second'],
  ],
]

describe('notes, summary and contents', () => {
  it.each(cases)('%s', (_, form, source, lines, given = {}) => {
    expect(outlined(form, source, given)).toEqual(lines.map(filled))
  })
})
