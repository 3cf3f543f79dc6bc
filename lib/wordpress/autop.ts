/**
 * WordPress's paragraph rules (wpautop): what turns the blank lines of a classic post into `<p>` and its line ends
 * into `<br />`. Every rule below is one that function applies, in its order, quirks included: ten years of
 * articles were laid out by them. Spaces are ASCII spaces, a no-break space is content.
 */

const S = '[ \\t\\n\\v\\f\\r]'
/** Start of a run of spaces: without it, a long run is read again from each of its characters. */
const runStart = `(?<!${S})`
/** Rest of a tag; bounded so that hostile text is read in linear time, far above any real tag. */
const rest = '[^>]{0,4000}'
const blocks =
  '(?:table|thead|tfoot|caption|col|colgroup|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|form|map|area|blockquote|address|style|p|h[1-6]|hr|fieldset|legend|section|article|aside|hgroup|header|footer|nav|figure|figcaption|details|menu|summary)'
const anyBlockTag = `</?${blocks}${rest}>`

type Rule = readonly [pattern: RegExp, replacement: string]
const rule = (pattern: string, replacement: string, flags = 'g'): Rule => [
  new RegExp(pattern, flags),
  replacement,
]

const separateBlocks = [
  rule(`<br${S}*/?>${S}*<br${S}*/?>`, '\n\n'),
  rule(`(<${blocks}[ \\t\\n\\v\\f\\r/>])`, '\n\n$1'),
  rule(`(</${blocks}>)`, '$1\n\n'),
  rule(`(<hr${S}*/?>)`, '$1\n\n'),
  rule('\\r\\n?', '\n'),
]

/** What the rules of `tightenMedia` look for: most texts have none of it. */
const MEDIA = /[<[]\/?(?:option|object|param|embed|audio|video|source|track|figcaption)/

const tightenMedia = [
  rule(`${runStart}${S}*<option`, '<option'),
  rule(`</option>${S}*`, '</option>'),
  rule(`(<object${rest}>)${S}*`, '$1'),
  rule(`${runStart}${S}*</object>`, '</object>'),
  rule(`${runStart}${S}*(</?(?:param|embed)${rest}>)${S}*`, '$1'),
  rule(`([<\\[](?:audio|video)[^>\\]]{0,4000}[>\\]])${S}*`, '$1'),
  rule(`${runStart}${S}*([<\\[]/(?:audio|video)[>\\]])`, '$1'),
  rule(`${runStart}${S}*(<(?:source|track)${rest}>)${S}*`, '$1'),
  rule(`${runStart}${S}*(<figcaption${rest}>)`, '$1'),
  rule(`</figcaption>${S}*`, '</figcaption>'),
]

const placeParagraphs = [
  rule(`<p>${S}*</p>`, ''),
  rule('<p>([^<]+)</(div|address|form)>', '<p>$1</p></$2>'),
  rule(`<p>${S}*(${anyBlockTag})${S}*</p>`, '$1'),
  rule('<p>(<li[^\\n]{1,20000}?)</p>', '$1'),
  rule(`<p><blockquote(${rest})>`, '<blockquote$1><p>', 'gi'),
  rule('</blockquote></p>', '</p></blockquote>'),
  rule(`<p>${S}*(${anyBlockTag})`, '$1'),
  rule(`(${anyBlockTag})${S}*</p>`, '$1'),
]

const removeNeedlessBreaks = [
  rule(`(${anyBlockTag})${S}*<br />`, '$1'),
  rule(`<br />(${S}*</?(?:p|li|div|dl|dd|dt|th|pre|td|ul|ol)${rest}>)`, '$1'),
  rule('\\n</p>(?=\\n?$)', '</p>'),
]

const apply = (rules: readonly Rule[], text: string) =>
  rules.reduce((current, [pattern, replacement]) => current.replace(pattern, replacement), text)

/** Lays out the raw content of a classic post as WordPress shows it; '' when there is nothing but spaces. */
export function autop(text: string): string {
  if (/^[ \t\n\r\0\v]*$/.test(text)) return ''
  const { outside, pres } = setPreAside(`${text}\n`)
  const separated = hideTagNewlines(apply(separateBlocks, outside))
  const tightened = MEDIA.test(separated) ? apply(tightenMedia, separated) : separated
  const laidOut = apply(placeParagraphs, wrapParagraphs(tightened))
  const broken = apply(removeNeedlessBreaks, addLineBreaks(laidOut))
  return showTagNewlines(bringPreBack(broken, pres))
}

/** Takes each `<pre>…</pre>` out, leaving an empty numbered one: nothing inside is touched. */
function setPreAside(text: string): { outside: string; pres: string[] } {
  if (!text.includes('<pre')) return { outside: text, pres: [] }
  const pres: string[] = []
  const parts = text.split('</pre>')
  const last = parts.pop() ?? ''
  const outside = parts.map((part) => {
    const start = part.indexOf('<pre')
    if (start === -1) return part
    pres.push(`${part.slice(start)}</pre>`)
    return `${part.slice(0, start)}<pre wp-pre-tag-${pres.length - 1}></pre>`
  })
  return { outside: outside.join('') + last, pres }
}

const bringPreBack = (text: string, pres: readonly string[]) =>
  text.replace(/<pre wp-pre-tag-(\d+)><\/pre>/g, (mark, index) => pres[Number(index)] ?? mark)

/** A line end inside a tag is not a line end of the text: hidden in a comment until the end. */
function hideTagNewlines(text: string): string {
  let hidden = ''
  let done = 0
  let lineEnd = 0
  for (let start = text.indexOf('<'); start !== -1; ) {
    const end = endOfTag(text, start)
    if (lineEnd < start) lineEnd = text.indexOf('\n', start)
    if (lineEnd === -1) break
    if (lineEnd < end) {
      hidden += text.slice(done, start) + text.slice(start, end).replaceAll('\n', ' <!-- wpnl --> ')
      done = end
    }
    start = text.indexOf('<', end)
  }
  return hidden + text.slice(done)
}

const showTagNewlines = (text: string) => text.replace(/ <!-- wpnl --> |<!-- wpnl -->/g, '\n')

/** WordPress takes every `<` for a tag that lasts to the next `>`, or to the end of the text. */
function endOfTag(text: string, start: number): number {
  const [closing, from] = text.startsWith('<!--', start)
    ? ['-->', start + 2]
    : text.startsWith('<![CDATA[', start)
      ? [']]>', start + 9]
      : ['>', start + 1]
  const end = text.indexOf(closing, from)
  return end === -1 ? text.length : end + closing.length
}

function wrapParagraphs(text: string): string {
  return text
    .split(new RegExp(`\\n${S}*\\n`))
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => `<p>${paragraph.replace(/^\n+|\n+$/g, '')}</p>\n`)
    .join('')
}

/** A line end becomes `<br />`, except after one and inside the elements whose text is not prose. */
function addLineBreaks(text: string): string {
  const uniform = text.replace(/<br>|<br\/>/g, '<br />')
  let broken = ''
  let done = 0
  for (const { start, end } of notProse(uniform)) {
    broken += breakLines(uniform.slice(done, start)) + uniform.slice(start, end)
    done = end
  }
  return broken + breakLines(uniform.slice(done))
}

const runWithLineEnd = new RegExp(`${runStart}[ \\t\\v\\f\\r]*\\n${S}*`, 'g')
const breakLines = (prose: string) =>
  prose.replace(runWithLineEnd, (run, offset: number) => {
    const keep = prose.startsWith('<br />', offset - 6) && offset >= 6 ? 1 : 0
    const lastLineEnd = run.lastIndexOf('\n')
    return lastLineEnd < keep ? run : `${run.slice(0, keep)}<br />\n${run.slice(lastLineEnd + 1)}`
  })

/** Spans of scripts, styles, drawings and formulas; a name without closing tag is remembered, to read once. */
function notProse(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = []
  const unclosed = new Set<string>()
  const opening = /<(script|style|svg|math)/g
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const closing = `</${match[1]}>`
    const close = unclosed.has(closing) ? -1 : text.indexOf(closing, opening.lastIndex)
    if (close === -1) {
      unclosed.add(closing)
      continue
    }
    opening.lastIndex = close + closing.length
    spans.push({ start: match.index, end: opening.lastIndex })
  }
  return spans
}
