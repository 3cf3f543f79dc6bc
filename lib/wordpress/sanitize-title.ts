/** Longest slug WordPress makes, in characters, percent-encoding included. */
const longestSlug = 200

/** Letters that WordPress writes in ASCII and that Unicode does not decompose (remove_accents, no locale). */
const asciiLetters: Record<string, string> = {
  ...{ Æ: 'AE', æ: 'ae', Œ: 'OE', œ: 'oe', Ĳ: 'IJ', ĳ: 'ij', Þ: 'TH', þ: 'th', ß: 's', ſ: 's' },
  ...{ Ð: 'D', ð: 'd', Đ: 'D', đ: 'd', Ø: 'O', ø: 'o', Ħ: 'H', ħ: 'h', Ł: 'L', ł: 'l', Ŀ: 'L', ŀ: 'l' },
  ...{ Ŧ: 'T', ŧ: 't', Ŋ: 'N', ŋ: 'n', ŉ: 'n', ĸ: 'k', ı: 'i', ɑ: 'a', Ə: 'E', ǝ: 'e' },
  ...{ ª: 'a', º: 'o', '€': 'E', '£': '' },
}

/** Latin-1, Latin Extended-A, pinyin, Romanian and Vietnamese letters; WordPress leaves the others as they are. */
const accentedLetter = /[ªºÀ-ÖØ-öø-ſƏƠơƯưǍ-ǜǝȘ-țɑẠ-ỹ€£]/g

const encoded = (characters: Iterable<string>) =>
  new RegExp([...characters].map((character) => encodeURIComponent(character).toLowerCase()).join('|'), 'g')

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index))

const dashes = encoded(['\u00a0', '–', '—', ...range(0x2000, 0x200a), '\u2028', '\u2029', '\u202f'])
const dropped = encoded([
  ...'¡¿«»‹›“”‘’‚‛„‟•©®°…™´ˊ',
  ...['\u00ad', '\u0300', '\u0301', '\u0304', '\u030c', '\u0341', '\ufeff', '\ufffc'],
  ...range(0x200b, 0x200f),
  ...range(0x202a, 0x202e),
])
const timesSign = encoded('×')

/**
 * The slug WordPress gives a title (sanitize_title, no locale): ASCII letters, digits, `-` and `_`, other scripts
 * percent-encoded in lower case, at most 200 characters; '' when nothing is left.
 */
export function sanitizeTitle(title: string): string {
  const text = removeAccents(title.replace(/<(?!\s)[^>]*(?:>|$)/g, ''))
    .replace(/%(?![0-9a-f]{2})/gi, '')
    .toLowerCase()
  const slug = encodeText(text).replace(/&nbsp;|&#160;|&ndash;|&#8211;|&mdash;|&#8212;|\//g, '-')
  const plain = slug.includes('%')
    ? slug.replace(dashes, '-').replace(dropped, '').replace(timesSign, 'x')
    : slug
  return plain
    .replace(/&[^;]{1,40};/g, '')
    .replaceAll('.', '-')
    .replace(/[^%a-z0-9\s_-]/g, '')
    .replace(/[\s-]+/g, '-')
    .replace(/^-|-$/g, '')
}

function removeAccents(text: string): string {
  return text
    .normalize('NFC')
    .replace(accentedLetter, (letter) => asciiLetters[letter] ?? letter.normalize('NFD').charAt(0))
}

/** Percent-encodes what is not ASCII, up to the last whole character that fits in a slug. */
function encodeText(text: string): string {
  let slug = ''
  for (const character of text.toWellFormed()) {
    const next = character <= '\x7f' ? character : encodeURIComponent(character).toLowerCase()
    if (slug.length + next.length > longestSlug) break
    slug += next
  }
  return slug
}
