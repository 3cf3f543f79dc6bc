import { describe, expect, test } from 'vitest'
import { typeset, typesetPieces, typesetTitle } from './typography.ts'

/** `_` is a no-break space, `~` a narrow one. */
const shown = (text: string) => text.replaceAll('_', '\u00a0').replaceAll('~', '\u202f')

const CASES: [source: string, set: string][] = [
  // Marks and their spaces
  ['Quoi ? Oui ; non !', 'Quoi~? Oui~; non~!'],
  ['Quoi? Oui; non!', 'Quoi~? Oui~; non~!'],
  ['Trois règles : une', 'Trois règles_: une'],
  ['Note: à lire', 'Note_: à lire'],
  ['Vraiment ?!', 'Vraiment~?!'],
  ['Il part (vraiment ?)', 'Il part (vraiment~?)'],
  ['Un point. Une virgule, rien', 'Un point. Une virgule, rien'],
  ['à 10:30, sur 16:9', 'à 10:30, sur 16:9'],
  ['En 2012: la fin', 'En 2012_: la fin'],
  ['un clin d’œil ;-)', 'un clin d’œil~;-)'],
  ['Déjà\u00a0? Oui\u202f!', 'Déjà~? Oui~!'],
  ['deux  ! espaces', 'deux~! espaces'],
  // Quotation marks
  ['« ceci »', '«~ceci~»'],
  ['«ceci»', '«~ceci~»'],
  ['"ceci" et "cela"', '«~ceci~» et «~cela~»'],
  ['“ceci”', '«~ceci~»'],
  ['« il dit “non” »', '«~il dit “non”~»'],
  ['« il dit "non" »', '«~il dit “non”~»'],
  ['« il dit « non » »', '«~il dit “non”~»'],
  ['l\'"idée"', 'l’«~idée~»'],
  ['("ceci")', '(«~ceci~»)'],
  ['un écran de 15"', 'un écran de 15"'],
  ['"sans fin', '"sans fin'],
  ['« suite au paragraphe suivant', '«~suite au paragraphe suivant'],
  ['"Pourquoi ?"', '«~Pourquoi~?~»'],
  ['« Il faut juste devenir exemplaire.«', '«~Il faut juste devenir exemplaire.~»'],
  ['le livre « À mon boss« : 50 €', 'le livre «~À mon boss~»_: 50_€'],
  ['l’»intégration du numérique », disent-ils', 'l’«~intégration du numérique~», disent-\u2060ils'],
  ["l'»intégration », puis -« Nous »", 'l’«~intégration~», puis -«~Nous~»'],
  ['fin de la citation », dit-il. « Et puis', 'fin de la citation~», dit-\u2060il. «~Et puis'],
  // What a word processor left
  ['segment BtoB,\u00a0 l’un des', 'segment BtoB, l’un des'],
  ['efficaces. \u00a0\u00a0 83 %', 'efficaces. 83_%'],
  ['Lemaire a\u00a0tout\u00a0simplement répondu', 'Lemaire a tout simplement répondu'],
  ['James\u00a0Dyson, 10\u00a0ans, le XIXe\u00a0siècle', 'James_Dyson, 10_ans, le XIXe_siècle'],
  // One letter and a hyphen
  ['l’e-commerce, répond-t-il', 'l’e-\u2060commerce, répond-t-\u2060il'],
  ['vis-à-vis, peut-être', 'vis-à-\u2060vis, peut-être'],
  // Apostrophes
  ["l'eau d'aujourd'hui", 'l’eau d’aujourd’hui'],
  ["qu'« ils »", 'qu’«~ils~»'],
  ["5'30 de course", "5'30 de course"],
  ["'ainsi'", "'ainsi'"],
  // Ellipsis
  ['N’est-ce pas ? Penses-tu', 'N’est-\u2060ce pas~? Penses-\u2060tu'],
  ['le 5è rang, arc-en-ciel, va-et-vient', 'le 5e rang, arc-en-ciel, va-et-vient'],
  ['Et puis...', 'Et puis…'],
  ['(...)', '(…)'],
  ['par exemple ...', 'par exemple_…'],
  ['Et puis ... ?', 'Et puis_…~?'],
  ['....', '....'],
  // Ordinals
  ['la 1ère fois', 'la 1re fois'],
  ['les 1ères fois', 'les 1res fois'],
  ['le 2ème, le 3ième et le 10eme', 'le 2e, le 3e et le 10e'],
  ['au XIXème siècle', 'au XIXe_siècle'],
  ['le 1er mai', 'le 1er_mai'],
  ['un problème, une crème', 'un problème, une crème'],
  // Ranges
  ['1914-1918', '1914–1918'],
  ['2019-2018', '2019-2018'],
  ['le 2019-03-02', 'le 2019-03-02'],
  ['ISBN 978-2-07-036822-8', 'ISBN 978-2-07-036822-8'],
  ['pp. 12-15', 'pp._12–15'],
  ['les 18-25 ans', 'les 18–25_ans'],
  ['le score de 3-2', 'le score de 3-2'],
  // Numbers and units
  ['10 000 personnes', '10~000 personnes'],
  ['1 234 567 euros', '1~234~567_euros'],
  ['150000 €', '150~000_€'],
  ['30€ et 5 %', '30_€ et 5_%'],
  ['de 48,15% à 90%', 'de 48,15_% à 90_%'],
  ['à 12 km, 3 h et 20 °C', 'à 12_km, 3_h et 20_°C'],
  ['63000 Clermont', '63000 Clermont'],
  ['en 2019 350 personnes', 'en 2019 350 personnes'],
  ['le 2 mars 2019', 'le 2_mars 2019'],
  ['M. Durand, Mme Roche, n° 12', 'M._Durand, Mme_Roche, n°_12'],
  ['3 sorties', '3 sorties'],
  // What is left alone
  ['https://exemple.fr/?a=1;b!c', 'https://exemple.fr/?a=1;b!c'],
  ['voir www.exemple.fr/a:b ?', 'voir www.exemple.fr/a:b~?'],
  ["l'adresse d'ici@exemple.fr", "l’adresse d'ici@exemple.fr"],
  ["#Biniou! et #L'Eau", "#Biniou! et #L'Eau"],
  ['Copeaux.fr', 'Copeaux.fr'],
  ['', ''],
]

describe('text as French sets it', () => {
  test.each(CASES)('%s', (source, set) => {
    expect(typeset(source)).toBe(shown(set))
  })

  test.each(CASES)('is set once for all: %s', (_source, set) => {
    expect(typeset(shown(set))).toBe(shown(set))
  })
})

describe('a line in pieces', () => {
  test('marks see across pieces, and each piece keeps its own words', () => {
    expect(typesetPieces(['Il dit "', 'oui', '" et part'])).toEqual([
      'Il dit «\u202f',
      'oui',
      '\u202f» et part',
    ])
    expect(typesetPieces(["l'", 'eau', ' !'])).toEqual(['l’', 'eau', '\u202f!'])
    expect(typesetPieces(['10', ' 000 ', '€'])).toEqual(['10', '\u202f000\u00a0', '€'])
  })

  test('a piece that is left alone stays, and the words around it are set', () => {
    expect(typesetPieces(['la commande ', null, ' : voilà', null])).toEqual([
      'la commande ',
      null,
      '\u00a0: voilà',
      null,
    ])
    expect(typesetPieces(["l'", null, '!'])).toEqual(['l’', null, '!'])
  })

  test('hostile text costs no more than its length', () => {
    const hostile = [
      '"'.repeat(20_000),
      '1 '.repeat(20_000),
      '#'.repeat(20_000),
      "a'".repeat(20_000),
      '-1'.repeat(20_000),
      ' '.repeat(20_000),
    ]
    for (const text of hostile) {
      const start = performance.now()
      typeset(text)
      expect(performance.now() - start).toBeLessThan(1500)
    }
  })
})

describe('a title holds its small words to the next one', () => {
  test.each([
    ['Malik Derouet, le soleil en commun', 'Malik Derouet, le_soleil en_commun'],
    ['« Un piano à soi »', '«~Un_piano à_soi~»'],
    ['L’eau, la mer et une île', 'L’eau, la_mer et une_île'],
    ['Il faut des mains et les outils', 'Il_faut des_mains et les_outils'],
    ['Une nuit au café', 'Une_nuit au_café'],
    ['Bamboo & Bees', 'Bamboo &_Bees'],
  ])('%s', (title, set) => expect(typesetTitle(title)).toBe(shown(set)))

  test('not to a long word, nor in a chain: a line on a phone must hold it', () => {
    expect(typesetTitle('le développement de la mer')).toBe(shown('le développement de la_mer'))
  })
  test('text that is not a title keeps its spaces', () => {
    expect(typeset('Malik Derouet, le soleil')).toBe('Malik Derouet, le soleil')
  })
})
