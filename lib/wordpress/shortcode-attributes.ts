/** What the tag of a shortcode says. */
export type ShortcodeAttributes = { named: Record<string, string>; positional: string[] }

const space = /[ \t\n\v\f\r]/
const namedAttribute =
  /([\w-]+)[ \t\n\v\f\r]*=[ \t\n\v\f\r]*(?:"([^"]*)"|'([^']*)'|([^ \t\n\v\f\r'"]+))(?=[ \t\n\v\f\r]|$)/y
const positionalAttribute = /"([^"]*)"(?=[ \t\n\v\f\r]|$)|'([^']*)'(?=[ \t\n\v\f\r]|$)|([^ \t\n\v\f\r]+)/y

/**
 * Reads the attributes of a shortcode as WordPress does (shortcode_parse_atts): names in lower case, C escapes
 * resolved, no-break spaces taken as spaces, a value with an unclosed HTML tag emptied.
 */
export function parseAttributes(text: string): ShortcodeAttributes {
  const source = text.replace(/[\u00a0\u200b]+/g, ' ')
  const named: [string, string][] = []
  const positional: string[] = []
  for (let at = 0; at < source.length; at++) {
    if (space.test(source.charAt(at))) continue
    const pair = matchAt(namedAttribute, source, at)
    const value = pair ?? matchAt(positionalAttribute, source, at)
    if (!value) break
    const raw = cleanValue(
      (pair ? value.slice(2) : value.slice(1)).find((group) => group !== undefined) ?? '',
    )
    if (pair?.[1]) named.push([pair[1].toLowerCase(), raw])
    else if (raw) positional.push(raw)
    at += value[0].length
  }
  return { named: Object.fromEntries(named), positional }
}

/** The match of a sticky pattern at an offset. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function cleanValue(raw: string): string {
  const value = stripCSlashes(raw)
  const isTagUnclosed = value.lastIndexOf('<') > value.lastIndexOf('>')
  return isTagUnclosed ? '' : value
}

const cEscapes: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  v: '\v',
  b: '\b',
  f: '\f',
}

/** PHP stripcslashes: `\n`, `\x41` and `\101` are characters, any other escaped character stands for itself. */
function stripCSlashes(text: string): string {
  return text.replace(/\\(?:x([0-9a-f]{1,2})|([0-7]{1,3})|(.?))/gis, (_, hex, octal, other: string) => {
    if (hex) return String.fromCharCode(Number.parseInt(hex, 16))
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8) % 256)
    return cEscapes[other] ?? other
  })
}
