/**
 * What a word is, and how it is written without accents or case. Both engines and the highlighting use this one analysis,
 * `stems.ts` with it, so that all three agree. Pure.
 */

/** Raise it when the analysis changes: `chapo doctor` then indexes every article anew. */
export const ANALYSIS_VERSION = 2

/**
 * A number with its spaces (10 000), a word, or `aujourd’hui`, which the apostrophe does not cut. An elided article
 * (l’, d’, qu’) is a word of its own, and a stop word. Letters of French are named first: where a text holds any character
 * beyond Latin-1, as that apostrophe, V8 looks each letter up in the whole list of `\p{L}`.
 */
export const WORD =
  /(?<!\d)\d{1,3}(?:[\u0020\u00a0\u202f]\d{3})+(?!\d)|aujourd['’]hui|(?:[a-z\dà-öø-ÿ]|[\p{L}\p{N}\p{M}])+/giu

/** Words that stand in nearly every sentence, folded; those that ask a question are among them. */
const STOP_WORDS = new Set(
  `a ai aie ainsi alors as au aussi aux avec avez avoir avons c ca car ce ceci cela celle celles celui ces cet cette ceux
  chez comme comment d dans de des donc dont du elle elles en es est et etait etaient etes etre eu eux faire fait faut font il ils j je
  jusqu jusque l la le les leur leurs lorsqu lorsque lui m ma mais me meme memes mes moi mon n ne ni nos notre nous on ont
  ou par pas plus pour pourquoi puisqu puisque qu quand que quel quelle quelles quels qui quoi quoiqu s sa sans se ses si
  sert servent son sont sur t ta te tes toi ton tu un une va vers vos votre vous y combien`.split(/\s+/),
)

/** Without accents, case or ligatures: `Œuvres` → `oeuvres`. */
export function fold(word: string): string {
  const plain = word.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '')
  return plain.replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss').replaceAll('ı', 'i')
}

export const isStopWord = (word: string): boolean => STOP_WORDS.has(fold(word))

/** A word as a dictionary writes it: lower case, its accents kept, numbers without their spaces. */
export function lowered(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s'’]/g, '')
}

/** The words of a text, with their place. */
export function wordsIn(text: string): { word: string; start: number; end: number }[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }))
}

/** The words of a name or a query without accents or case, stop words left out: whole, unlike stems. */
export const foldedWords = (text: string): string[] =>
  wordsIn(text)
    .filter(({ word }) => !isStopWord(word))
    .map(({ word }) => fold(word).replace(/[^\p{L}\p{N}]/gu, ''))
    .filter((word) => word !== '')

/** Verbs change their endings more than their stems tell: the other forms under which a verb may stand in a text. */
export function verbForms(word: string): string[] {
  const [, root, ending] = /^(\p{L}{3,})(er|re|ir|ent|ons|ez)$/u.exec(lowered(word)) ?? []
  if (root === undefined || ending === undefined) return []
  return ['er', 'ent', 'ons', ...(ending === 'ir' ? ['it', 'issent', 'issons'] : [])].map(
    (other) => `${root}${other}`,
  )
}
