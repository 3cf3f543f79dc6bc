import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type DumpValue, parseVarDump } from './var-dump.ts'

const casesFolder = process.env.CHAPO_CASES ?? '../shared/cases'
const allTypes = `${casesFolder}/dumps/91-all-types.txt`

const parse = (text: string) => parseVarDump(Buffer.from(text))

/** A dumped value as plain data: containers as objects, a marker for what JSON has not. */
function plain(value: DumpValue | undefined): unknown {
  if (value === undefined) return undefined
  if (value.type === 'null') return null
  if (value.type === 'other') return value.text
  if (!('entries' in value)) return value.value
  return Object.fromEntries([...value.entries].map(([key, child]) => [key, plain(child)]))
}
const read = (text: string) => plain(parse(text).values[0])

describe('parseVarDump', () => {
  it('reads every kind of value', () => {
    const text = `array(8) {
  [0]=>
  int(-2)
  [-5]=>
  float(-0)
  ["f"]=>
  float(1.0E+25)
  ["i"]=>
  float(-INF)
  ["b"]=>
  &bool(false)
  ["n"]=>
  NULL
  ["e"]=>
  enum(Suit::Hearts)
  ["r"]=>
  &array(1) {
    ["self"]=>
    *RECURSION*
  }
}
`
    expect(read(text)).toEqual({
      0: -2,
      '-5': -0,
      f: 1e25,
      i: Number.NEGATIVE_INFINITY,
      b: false,
      n: null,
      e: 'enum(Suit::Hearts)',
      r: { self: '*RECURSION*' },
    })
  })

  it('counts lengths in UTF-8 bytes and keeps unescaped quotes', () => {
    expect(read('array(2) {\n["a"]=>\nstring(2) "é"\n["b"]=>\nstring(7) "dit "x""\n}')).toEqual({
      a: 'é',
      b: 'dit "x"',
    })
  })

  it('does not count an uninitialized property', () => {
    const text = 'object(A)#3 (1) {\n["never"]=>\nuninitialized(int)\n["p":protected]=>\nint(1)\n}\n'
    expect(read(text)).toEqual({ never: 'uninitialized(int)', 'p:protected': 1 })
  })

  it('reads keys that hold quotes or line ends', () => {
    expect(read('array(3) {\n["a"b"]=>\nint(1)\n["l\nf"]=>\nint(2)\n[""]=>\nint(3)\n}')).toEqual({
      'a"b': 1,
      'l\nf': 2,
      '': 3,
    })
  })

  it('finds the end of a string shorter than declared, even when it looks like keys', () => {
    const content = 'Vu dans un dump :\n["b"]=>\nstring(1) "x"\n["c"]=>\nstring(4) "faux"\nfin "cité"'
    const text = `array(3) {\n["a"]=>\nstring(400) "${content}"\n["b"]=>\nstring(1) "y"\n["c"]=>\nstring(0) ""\n}`
    expect(read(text)).toEqual({ a: content, b: 'y', c: '' })
  })

  it('does not trust a length that falls by chance on another quote', () => {
    const rest = '["b"]=>\nstring(1) "y"\n["c"]=>\nint(1)\n}'
    const declared = Buffer.byteLength('court"\n["b"]=>\nstring(1) "y')
    expect(read(`array(3) {\n["a"]=>\nstring(${declared}) "court"\n${rest}`)).toEqual({
      a: 'court',
      b: 'y',
      c: 1,
    })
  })

  it('says how many bytes a string holds and declares', () => {
    const dump = parse('array(1) {\n["a"]=>\nstring(30) "été"\n}').values[0]
    expect(dump && 'entries' in dump && dump.entries.get('a')).toEqual({
      type: 'string',
      value: 'été',
      declaredBytes: 30,
      bytes: 5,
    })
  })

  it('reads several dumps in a row', () => {
    expect(parse('array(0) {\n}\n\nNULL\nint(3)\n').values.map(plain)).toEqual([{}, null, 3])
  })

  it('keeps what stands before a cut and says where it stopped', () => {
    const text = 'array(2) {\n["a"]=>\narray(1) {\n["x"]=>\nint(1)\n}\n["b"]=>\nstring(9) "cou'
    const { values, stoppedAt } = parse(text)
    expect(values.map(plain)).toEqual([{ a: { x: 1 } }])
    expect(values[0]).toMatchObject({ complete: false })
    expect(stoppedAt).toBe(text.indexOf('["b"]'))
  })
})

describe('hostile input', () => {
  const numbered = (piece: (index: number) => string, size = 100_000) => {
    const count = Math.ceil(size / piece(0).length)
    return Array.from({ length: count }, (_, index) => piece(index)).join('')
  }
  const hostile: [string, string][] = [
    ['nested arrays', 'array(1) {\n["a"]=>\n'.repeat(5000)],
    ['quotes', `array(1) {\n["a"]=>\nstring(999999) "${'"\n'.repeat(50_000)}`],
    ['false keys', `array(9) {\n${numbered((i) => `["k${i}"]=>\nstring(999999) "x"\n`)}`],
    ['a wrong count', `array(5000) {\n${numbered((i) => `["k${i % 50}"]=>\nstring(999999) "x"\n`)}`],
    ['false ends', `array(2) {\n["a"]=>\nstring(99999) "${'"\n}\n'.repeat(25_000)}`],
    ['spaces', `array(1) {\n${' '.repeat(100_000)}`],
  ]
  it.each(hostile)('stops in bounded time on %s', (_, text) => {
    const start = performance.now()
    expect(parse(text).stoppedAt).not.toBeNull()
    expect(performance.now() - start).toBeLessThan(8000)
  })
})

describe.skipIf(!existsSync(allTypes))('a real PHP dump (skipped: no cases folder)', () => {
  it('reads every PHP type', () => {
    const { values, stoppedAt } = parseVarDump(readFileSync(allTypes))
    expect(stoppedAt).toBeNull()
    expect(plain(values[0])).toMatchObject({
      self: '*RECURSION*',
      'clé bizarre': 1,
      enum: 'enum(Suit::Hearts)',
      typed: {
        never: 'uninitialized(int)',
        ro: 'x"y',
        'p:protected': null,
        'f:Typed:private': 1.5,
        closure: { parameter: { $a: '<required>', '&$b': '<optional>' } },
      },
      fh: 'resource(28) of type (stream)',
      arr: { a: 1, ref: 1 },
      deep: { x: { y: { z: {} } } },
      neg: { '-5': 'a', '': 'vide', 'a"b': 'guillemet', 'l\nf': 'saut' },
    })
  })
})
