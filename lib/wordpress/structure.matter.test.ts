import { describe, expect, it } from 'vitest'
import { filled, outlined, type StructureCase } from './outline-notation.ts'

const cases: StructureCase[] = [
  [
    'a link in the middle of the text stays there',
    'classic',
    '@A\n\nLire aussi : <a href="/a">Un article</a>\n\n@B\n\n@A',
    ['@A', 'Lire aussi : Un article', '@B', '@A'],
  ],
  [
    'links at the end',
    'classic',
    '@A\n\n@B\n\n<strong>À lire aussi</strong>\n<ul><li><a href="/a">Un</a></li><li><a href="/b">Deux</a></li></ul>',
    ['@A', '@B', 'lire: Un', 'lire: Deux'],
  ],
  [
    'prose under such a title is a section',
    'classic',
    '@A\n\n@B\n\n<h3>Pour aller plus loin</h3>\n<ul><li><a href="/a">Un</a></li><li><a href="/b">Deux</a></li></ul>\n\n<h3>Pour en savoir plus</h3>\nUn paragraphe de conclusion, qui n’a aucun lien du tout.',
    [
      '@A',
      '@B',
      'section: Pour aller plus loin',
      '  • Un • Deux',
      'section: Pour en savoir plus',
      '  Un paragraphe de conclusion, qui n’a aucun lien du tout.',
    ],
  ],
  [
    'two lines without tags',
    'stripped',
    '@A\n@B\nÀ lire : « Le Gaucher boiteux », de Michel Serres\nÀ lire aussi : un autre article',
    ['@A', '@B', 'À lire : « Le Gaucher boiteux », de Michel Serres', 'lire: un autre article'],
  ],
  [
    'prose that begins the same',
    'classic',
    '@A\n\nEn savoir plus sur <a href="http://42.fr">42</a>, vainqueurs du hackathon\n\n@B',
    ['@A', 'En savoir plus sur 42, vainqueurs du hackathon', '@B'],
  ],
  [
    'links between text and text',
    'classic',
    '@A\n\n@B\n\n<h4>Liens utiles</h4>\n<p><a href="http://a.fr">A</a><br><a href="http://b.fr">B</a></p>\n<p>@A</p>',
    ['@A', '@B', '@A', 'lire: A', 'lire: B'],
  ],
  [
    'a list without tags',
    'stripped',
    '@A\n@B\nPour aller plus loin :\n- le site de Zoé\n- le livre d’Ana',
    ['@A', '@B', 'lire: le site de Zoé', 'lire: le livre d’Ana'],
  ],
  [
    'who took the pictures',
    'classic',
    '@A\n\n@B\n\nPhotos Ana Li\n\n© Zoé Mars\n\nCrédit photo : DR\n\nPhoto : AFP / Ana Li',
    [
      '@A',
      '@B',
      'visuals[Ana Li image]: Photos Ana Li',
      'visuals[Zoé Mars image]: © Zoé Mars',
      'visuals[]: Crédit photo : DR',
      'visuals[AFP image]: Photo : AFP / Ana Li',
    ],
  ],
  [
    'where and when the interview was made',
    'classic',
    '@A\n\n@B\n\n<em>Entretien réalisé aux Orgerets le 4 mars par Zoé Mars. Propos recueillis par Zoé Mars et Ana Li.</em>',
    [
      '@A',
      '@B',
      'method[Zoé Mars interviewer, Ana Li interviewer · Les Orgerets · 2018-03-04]: Entretien réalisé aux Orgerets le 4 mars par Zoé Mars. Propos recueillis par Zoé Mars et Ana Li.',
      'signé Zoé Mars interviewer, Ana Li interviewer',
    ],
  ],
  [
    'a note of the editors stays text',
    'classic',
    '@A (NDLR : voir plus bas)\n\nNDLR : la rédaction a vérifié ces chiffres.\n\n@B',
    ['@A (NDLR : voir plus bas)', 'NDLR : la rédaction a vérifié ces chiffres.', '@B'],
  ],
  [
    'a year is nobody',
    'classic',
    '@A\n\n@B\n\n© 2019 La Gazette. Tous droits réservés.',
    ['@A', '@B', '© 2019 La Gazette. Tous droits réservés.'],
  ],
  [
    'thanks in the middle of the text',
    'classic',
    '@A\n\nMerci à toute l’équipe pour ce travail.\n\n@B\n\n@A\n\n@B\n\n@A\n\n@B\n\n@A\n\n@B',
    ['@A', 'Merci à toute l’équipe pour ce travail.', '@B', '@A', '@B', '@A', '@B', '@A', '@B'],
  ],
  [
    'the author’s box',
    'classic',
    '@A\n\n@B\n\n<hr>\n\n<em><strong>L’auteur :</strong> Arnaud Rayrole est directeur général de <a href="http://lecko.fr">Lecko</a>, société de conseil.</em>',
    [
      '@A',
      '@B',
      'text[Arnaud Rayrole author]: L’auteur : Arnaud Rayrole est directeur général de Lecko, société de conseil.',
      'signé Arnaud Rayrole author',
    ],
  ],
  [
    'the author’s box below its title',
    'classic',
    '@A\n\n@B\n\n<strong>À propos de l’auteur</strong>\n\nZoé Mars est luthière à Thiers.',
    [
      '@A',
      '@B',
      'text[Zoé Mars author]: À propos de l’auteur / Zoé Mars est luthière à Thiers.',
      'signé Zoé Mars author',
    ],
  ],
  [
    'a plugin’s stamp',
    'classic',
    '@A\n\n@B\n\nTitre was last modified: <time datetime="2012-04-02">avril 2nd, 2012</time> by <span>Yann Gourvennec</span>',
    ['@A', '@B'],
  ],
  [
    'a stamp without tags',
    'stripped',
    '@A\n@B\n5 conseils pour inspirer vos collaborateurs was last modified: février 28th, 2012 by Yann Gourvennec',
    ['@A', '@B'],
    { title: '5 conseils pour inspirer vos collaborateurs' },
  ],
  ['a stamp in French', 'classic', '@A\n\n@B\n\nDernière modification : 2 avril 2012', ['@A', '@B']],
  [
    'three credits in one paragraph',
    'classic',
    '@A\n\n@B\n\n<em>Crédits photos : Zoé Mars\nIllustration : Ana Li\nRelecture : Bo Ra</em>',
    [
      '@A',
      '@B',
      'visuals[Zoé Mars image]: Crédits photos : Zoé Mars',
      'visuals[Ana Li image]: Illustration : Ana Li',
      'text[Bo Ra proofreading]: Relecture : Bo Ra',
    ],
  ],
  [
    'an answer that begins with thanks',
    'classic',
    '<b>Un dernier mot ?</b>\n\nMerci à vous pour cet échange, et longue vie au magazine.',
    ['section: Un dernier mot ?', '  Merci à vous pour cet échange, et longue vie au magazine.'],
  ],
  [
    'a village in the plural',
    'classic',
    '<b>Qui êtes-vous ?</b>\n\n@A\n\n<em>Propos recueillis aux Orgerets, le 12 février 2019, par Zoé Mars</em>',
    [
      'section: Qui êtes-vous ?',
      '  @A',
      'method[Zoé Mars interviewer · Les Orgerets · 2019-02-12]: Propos recueillis aux Orgerets, le 12 février 2019, par Zoé Mars',
      'signé Zoé Mars interviewer',
    ],
  ],
  [
    'a place and two people',
    'classic',
    '<b>Qui êtes-vous ?</b>\n\n@A\n\n<em>Entretien réalisé au Bivouac, à Clermont-Ferrand, le vendredi 8 février par Zoé Mars et mis en forme par Ana Li.</em>',
    [
      'section: Qui êtes-vous ?',
      '  @A',
      'method[Zoé Mars interviewer, Ana Li editing · Bivouac · 2019-02-08]: Entretien réalisé au Bivouac, à Clermont-Ferrand, le vendredi 8 février par Zoé Mars et mis en forme par Ana Li.',
      'signé Zoé Mars interviewer',
    ],
  ],
  [
    'a first name, and a proviso',
    'classic',
    '<b>Qui êtes-vous ?</b>\n\n@A\n\nEntretien réalisé par téléphone le 4 février par Zoé. Visuels fournis par Ana Li, sauf mention contraire.',
    [
      'section: Qui êtes-vous ?',
      '  @A',
      'method[Zoé interviewer · 2019-02-04]: Entretien réalisé par téléphone le 4 février par Zoé.',
      'visuals[Ana Li image]: Visuels fournis par Ana Li, sauf mention contraire.',
      'signé Zoé interviewer',
    ],
  ],
  [
    'film, translation, support',
    'classic',
    '@A\n\n@B\n\nCrédits : Zoé Mars\n\nCrédit vidéo : Bo Ra\n\nVidéo : Bo Ra\n\nTraduit de l’anglais par Ana Li\n\nAvec le soutien de la Région Auvergne\n\nCet article est sponsorisé par ACME.',
    [
      '@A',
      '@B',
      'Avec le soutien de la Région Auvergne',
      'visuals[Zoé Mars image]: Crédits : Zoé Mars',
      'video[Bo Ra camera]: Crédit vidéo : Bo Ra',
      'video[Bo Ra camera]: Vidéo : Bo Ra',
      'text[Ana Li translation]: Traduit de l’anglais par Ana Li',
      'disclosure[]: Cet article est sponsorisé par ACME.',
    ],
  ],
]

describe('credits, boxes, stamps and links', () => {
  it.each(cases)('%s', (_, form, source, lines, given = {}) => {
    expect(outlined(form, source, given)).toEqual(lines.map(filled))
  })
})
