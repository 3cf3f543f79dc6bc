const NO_BREAK = '\u00a0'
const NARROW_NO_BREAK = '\u202f'

/**
 * Text as French sets it: a mark that takes a space before it (`;`, `!`, `»`…) never begins a line, and `«` never ends
 * one. Only spaces that are there change; stored text keeps its own.
 */
export function bindPunctuation(text: string): string {
  return text
    .replace(/ (?=[;!?])/g, NARROW_NO_BREAK)
    .replace(/ (?=[:»%€])/g, NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
}
