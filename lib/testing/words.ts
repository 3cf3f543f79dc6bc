import { typeset } from '../typography.ts'

/**
 * The words of a text as a page shows it: typeset, then letters and digits only, so that spaces, quotation marks and
 * hyphenation do not count.
 */
export function wordsOf(text: string): string[] {
  return typeset(text.normalize('NFC').replaceAll('\u00ad', '')).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** The words of `text` that are not in `shown`, each once. */
export function missingWords(text: string, shown: string): string[] {
  const seen = new Set(wordsOf(shown))
  return [...new Set(wordsOf(text))].filter((word) => !seen.has(word))
}
