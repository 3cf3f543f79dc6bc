const WORDS =
  /(?:^|[.!?…;,»"”)\]|]\s{0,5}|\s[-–—/|]\s{1,5}|[([]\s{0,5})(?:crédits?(?:\s(?:photos?|images?|visuels?))?|photos?|photographies?|illustrations?|visuels?)\s{0,3}:\s{0,3}(\S[^\n]{0,199})$/iu
const SIGN =
  /(?:^|\s|[([]\s{0,5})(?:(?:crédits?|photos?)\s{0,3}:?\s{0,3})?(?:©|\(c\)|&copy;|&#169;|copyright\s)\s{0,3}(\S[^\n]{0,199})$/iu

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/gu, ' ')
    .trim()

/**
 * The words of a caption and, apart, who made the picture: "La fête. Crédit : Zoé", "La fête (© Zoé)". No word is lost
 * but the mark that announces the credit; a caption that ends otherwise is left whole.
 */
export function splitCredit(caption: string): { caption: string; credit: string | null } {
  const match = WORDS.exec(caption) ?? SIGN.exec(caption)
  if (!match) return { caption, credit: null }
  const [whole, name = ''] = match
  const opened = /^[([]/.test(whole)
  const credit = plain(opened ? name.replace(/[)\]]\s*\.?\s*$/, '') : name)
  if (credit === '') return { caption, credit: null }
  const before = caption.slice(0, match.index) + (/^[.!?…»"”)\]]/u.exec(whole)?.[0] ?? '')
  return { caption: before.trim(), credit }
}
