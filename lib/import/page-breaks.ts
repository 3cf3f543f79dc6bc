import { textLines } from '../document/text.ts'
import type { Document } from '../document/types.ts'

/** Letters and digits enough to know the beginning of a page again. */
const ENOUGH = 40

const MOST_PAGES = 500

/** The letters and digits of a text, for comparison. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()

/** The first letters of a piece of source, its tags, comments, shortcodes and character references left out. */
function opening(source: string): string {
  const text = source
    .slice(0, 20_000)
    .replace(/<[^<>]{0,5000}>|\[\/?[a-z][^[\]]{0,2000}\]|&[#\w]{1,12};/gi, ' ')
  return lettersOf(text).slice(0, ENOUGH)
}

/** WordPress cut an article in pages at `<!--nextpage-->`: the section that each page from the second on opens or continues. */
export function pageBreaks(source: string, document: Document): { page: number; anchor: string | null }[] {
  const [, ...pages] = source.split('<!--nextpage-->', MOST_PAGES)
  if (pages.length === 0) return []
  const sections = document.content
    .filter((part) => part.type === 'section')
    .map((section) => ({ anchor: section.attrs.anchor, letters: lettersOf(textLines(section).join('')) }))
  return pages.map((content, index) => {
    const first = opening(content)
    const found = first === '' ? undefined : sections.find(({ letters }) => letters.includes(first))
    return { page: index + 2, anchor: found?.anchor ?? null }
  })
}
