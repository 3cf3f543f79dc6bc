/**
 * PHP var_dump output read back into values. Strings are not escaped there and their declared length is wrong once
 * a crawler removed the HTML tags, so neither a quote nor a length tells alone where a string ends: an arrangement
 * is right when every container closes with exactly the number of entries it declares, no key twice.
 */

export type DumpString = { type: 'string'; value: string; declaredBytes: number; bytes: number }

/** `complete` is false when the text stops or makes no sense before the end: `entries` then holds what was read. */
export type DumpContainer = {
  type: 'array' | 'object'
  /** Class of an object, '' for an array. */
  className: string
  /** By key; a hidden property is `name:protected` or `name:Class:private`, as print_r writes it. */
  entries: Map<string, DumpValue>
  complete: boolean
}

export type DumpValue =
  | DumpContainer
  | DumpString
  | { type: 'null' }
  | { type: 'bool'; value: boolean }
  | { type: 'int' | 'float'; value: number }
  /** enum, resource, `*RECURSION*`, uninitialized property: as written. */
  | { type: 'other'; text: string }

export type VarDump = {
  /** One value per call of var_dump; the last one may be incomplete. */
  values: DumpValue[]
  /** Byte where reading stopped for good, null when the whole file was read. */
  stoppedAt: number | null
}

/** A value and the offset of the line after it. */
type Parsed = { value: DumpValue; end: number }
type Entry = Parsed & { key: string }
/** One entry taken in a container, with what else it could be; `counted` is how many entries count so far. */
type Step = { entry: Entry; others: Iterator<Entry, undefined>; counted: number; previous: Step | null }

const deepestContainer = 100
const longestKey = 1000

const containerStart = /(?:array\((\d+)\)|[a-z ]*object\(([^\n]{1,500}?)\)#\d+ \((\d+)\)) \{\n/y
const stringStart = /string\((\d+)\) "/y
const scalar =
  /(?:NULL|bool\((true|false)\)|int\((-?\d{1,20})\)|float\(([^()\n]{1,40})\)|(?:enum|uninitialized)\([^\n]{1,500}\)|resource\(\d+\) of type \([^\n]{1,100}\)|\*RECURSION\*)\n/y
const blank = /\s*/y
const beforeValue = /[ \t]*&?/y
const closingLine = /[ \t]*\}[ \t]*\n/y
const keyOpening = /[ \t]*\[/y
const keyText = /^(?:-?\d+|"(.*?)"(?::(protected)|:"([^"]*)":(private))?)$/s

/** Reads the output of var_dump, one value or several in a row. Lengths count UTF-8 bytes, line ends are LF. */
export function parseVarDump(bytes: Buffer): VarDump {
  const text = `${bytes.toString('latin1').trimEnd()}\n`
  const readValues = valueReader(text)
  const values: DumpValue[] = []
  for (let at = 0; ; ) {
    at += matchAt(blank, text, at)?.[0].length ?? 0
    if (at >= text.length) break
    const [parsed] = readValues(at, 0)
    if (parsed) values.push(decoded(parsed.value))
    at = parsed?.end ?? at
    if (!parsed || !isWhole(parsed.value)) return { values, stoppedAt: at }
  }
  return { values, stoppedAt: null }
}

/**
 * Gives the reader of the possible values at an offset of `text`, where a character is a byte: one, or as many as
 * there are places where a string may end. Each container is read once and the quotes tried are counted, so that
 * hostile text ends in bounded time.
 */
function valueReader(text: string): (at: number, depth: number) => Iterable<Parsed> {
  const containers = new Map<number, Parsed>()
  let quotesLeft = 2 * text.length + 100_000

  function* readValues(line: number, depth: number): Generator<Parsed> {
    const at = line + (matchAt(beforeValue, text, line)?.[0].length ?? 0)
    const string = matchAt(stringStart, text, at)
    if (string) yield* readStrings(at + string[0].length, Number(string[1]))
    const atom = matchAt(scalar, text, at)
    if (atom) yield { value: scalarValue(atom), end: at + atom[0].length }
    const opening = depth < deepestContainer && matchAt(containerStart, text, at)
    if (!opening) return
    const container = containers.get(at) ?? readContainer(opening, depth)
    containers.set(at, container)
    yield container
  }

  /** Ends where the length says, else at each earlier quote: a stripped string is shorter than declared. */
  function* readStrings(start: number, declaredBytes: number): Generator<Parsed> {
    const declaredEnd = start + declaredBytes
    if (isEndOfString(text, declaredEnd)) yield stringValue(text, start, declaredEnd, declaredBytes)
    for (let end = text.indexOf('"\n', start); end !== -1 && end < declaredEnd && quotesLeft > 0; ) {
      quotesLeft--
      if (isEndOfString(text, end)) yield stringValue(text, start, end, declaredBytes)
      end = text.indexOf('"\n', end + 1)
    }
  }

  function readContainer(opening: RegExpExecArray, depth: number): Parsed {
    const [declaration, arrayCount, className = '', objectCount] = opening
    const start = opening.index + declaration.length
    const { entries, end, complete } = fill(start, Number(arrayCount ?? objectCount), depth)
    const type = arrayCount === undefined ? 'object' : 'array'
    const byKey = new Map(entries.map(({ key, value }) => [key, decoded(value)]))
    return { value: { type, className, entries: byKey, complete }, end }
  }

  /** Searches, depth first, the entries that fill a container; without success gives the attempt that went furthest. */
  function fill(start: number, count: number, depth: number) {
    const keys = new Set<string>()
    let last: Step | null = null
    let furthest: Step | null = null
    let others: Iterator<Entry, undefined> = readEntries(start, depth)
    for (;;) {
      const end: number = last?.entry.end ?? start
      const counted: number = last?.counted ?? 0
      const close = counted === count ? matchAt(closingLine, text, end) : null
      if (close) return { entries: entriesUpTo(last), end: end + close[0].length, complete: true }

      const { value: entry } = others.next()
      const step: Step | null = entry
        ? { entry, others, counted: counted + weight(entry.value), previous: last }
        : last
      if (step && step.entry.end > (furthest?.entry.end ?? start)) furthest = step
      if (step && entry) {
        if (!isWhole(entry.value) || keys.has(entry.key) || step.counted > count) continue
        keys.add(entry.key)
        last = step
        others = readEntries(entry.end, depth)
      } else if (last) {
        keys.delete(last.entry.key)
        others = last.others
        last = last.previous
      } else {
        return { entries: entriesUpTo(furthest), end: furthest?.entry.end ?? start, complete: false }
      }
    }
  }

  function* readEntries(line: number, depth: number): Generator<Entry, undefined> {
    const key = readKey(text, line)
    if (!key) return
    for (const parsed of readValues(key.end, depth + 1)) yield { key: key.name, ...parsed }
  }

  return readValues
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const isWhole = (value: DumpValue) => !('complete' in value) || value.complete

/** An uninitialized property is printed but PHP does not count it. */
const weight = (value: DumpValue) => (value.type === 'other' && value.text.startsWith('uninit') ? 0 : 1)

/** Reads the line(s) `["name":protected]=>`; null when there is no key at this offset. */
function readKey(text: string, line: number): { name: string; end: number } | null {
  const opening = matchAt(keyOpening, text, line)
  if (!opening) return null
  const start = line + opening[0].length
  const length = text.slice(start, start + longestKey).indexOf(']=>\n')
  const match = length === -1 ? null : keyText.exec(text.slice(start, start + length))
  if (!match) return null
  const [all, quoted, isProtected, className, isPrivate] = match
  const name = [quoted ?? all, isProtected, className, isPrivate].filter((part) => part !== undefined)
  return { name: decode(name.join(':')), end: start + length + 4 }
}

/** A closing quote ends its line; then comes a key, the end of the container or the end of the text. */
function isEndOfString(text: string, quote: number): boolean {
  if (text[quote] !== '"' || text[quote + 1] !== '\n') return false
  const line = quote + 2
  return line >= text.length || matchAt(closingLine, text, line) !== null || readKey(text, line) !== null
}

/** The value holds bytes as characters: the search may drop it, so `decoded` comes after. */
function stringValue(text: string, start: number, end: number, declaredBytes: number): Parsed {
  const value = text.slice(start, end)
  return { value: { type: 'string', value, declaredBytes, bytes: end - start }, end: end + 2 }
}

function scalarValue([text, bool, int, float]: RegExpExecArray): DumpValue {
  if (bool) return { type: 'bool', value: bool === 'true' }
  if (int) return { type: 'int', value: Number(int) }
  if (float) return { type: 'float', value: Number(float.replace('INF', 'Infinity')) }
  return text === 'NULL\n' ? { type: 'null' } : { type: 'other', text: text.trim() }
}

function entriesUpTo(last: Step | null): Entry[] {
  const entries: Entry[] = []
  for (let step = last; step; step = step.previous) entries.push(step.entry)
  return entries.reverse()
}

const decoded = (value: DumpValue): DumpValue =>
  value.type === 'string' ? { ...value, value: decode(value.value) } : value

/** Bytes held as characters, read as UTF-8; a byte that is not becomes U+FFFD. */
const decode = (bytes: string) => Buffer.from(bytes, 'latin1').toString('utf8')
