import { gzipSync } from 'node:zlib'
import { HOSTILE, mutated } from '../../wordpress/markup/fuzz.ts'
import type { Whole } from './source.ts'

/** Exports damaged in the ways that files, editors, plugins and attackers damage them; the same for each seed. */

/** What fields of an item are given instead of their own. */
const VALUES = [
  ...['', '0', '-1', '1', '2', '900', '1e9', '99999999999999999999', 'NaN', '1.5', '2147483648', ' 7 '],
  ...['0000-00-00 00:00:00', '2024-02-31 25:61:61', '9999-12-31 23:59:59', '-0001-11-30', '+275760-09-13'],
  ...['publish', 'future', 'private', 'trash', 'inherit', 'auto-draft', 'constructor', '__proto__'],
  ...['post', 'page', 'attachment', 'revision', 'nav_menu_item', 'wp_block', 'toString', 'elementor_library'],
  ...['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,<script>alert(1)</script>', 'vbscript:x'],
  ...[
    '//ailleurs.test/x',
    'http://[::1',
    'https://www.essai.test/%',
    'https://www.essai.test/?p=1',
    'http://',
  ],
  ...['https://www.essai.test/api/revalidate/', 'https://www.essai.test/media/x.jpg', '/../../etc/passwd'],
  ...['un', 'un/deux/trois', '..', '%00', '%F0%9F', 'page', 'feed', 'tag', 'é'.repeat(300), 'a'.repeat(5000)],
  ...['"><script>alert(1)</script>', "' onload='alert(1)", '<img src=x onerror=alert(1)>', '&lt;script&gt;'],
  ...['\u202egauche', '\ufeff', '\u0085', '\ud800', '🎈'.repeat(50), '%{x}', "'; DROP TABLE Article; --"],
  ...[
    'a:1:{s:5:"width";i:-5;}',
    'a:2:{s:5:"width";i:99999999999;',
    '{"id":',
    '[[[[[[',
    'O:8:"stdClass":0:{}',
  ],
]

/** What no export holds, put anywhere in one. */
const INTRUDERS = [
  '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
  '<!ENTITY x SYSTEM "file:///etc/passwd">',
  '&x;&lol;&#0;&#x1F;&#xFFFF;&nbsp;&',
  '<![CDATA[',
  ']]>',
  ']]]]><![CDATA[>',
  '<!--',
  '-->',
  '<?php echo 1 ?>',
  '<?xml version="1.0" encoding="UTF-16"?>',
  '<item>',
  '</item>',
  '</channel></rss>',
  '<channel>',
  '<wp:post_id>1</wp:post_id>',
  '<wp:post_id>',
  '<x a="',
  `<x a="${'a'.repeat(100_000)}"/>`,
  '<x>'.repeat(500),
  '<item><item><item></item></item></item>',
  '\u0000\u0001\u000b',
  '\ufeff',
  '{"id":1}',
  '"],[{',
  '\\u0000',
  '["ID"]=>\n    int(1)',
  'string(99999999) "',
  '*RECURSION*',
  '}\n}\n}',
]

type Random = () => number
const below = (random: Random, length: number) => Math.floor(random() * length)
const oneOf = (random: Random, list: readonly string[]) => list[below(random, list.length)] ?? ''

/** One of the matches of a pattern with a group before and one after what is replaced. */
function replaced(text: string, pattern: RegExp, random: Random, by: (old: string) => string): string {
  const found = [...text.matchAll(pattern)]
  const one = found[below(random, found.length)]
  if (!one) return text
  const [whole, before = '', old = '', after = ''] = one
  return text.slice(0, one.index) + before + by(old) + after + text.slice(one.index + whole.length)
}

const WXR_FIELD =
  /(<(?:(?:wp|dc|content|excerpt):\w+|title|link|guid|category|pubDate)\b[^<>]{0,300}>(?:<!\[CDATA\[)?)([^<\]]{0,200})()/g
const CONTENT = /(<content:encoded><!\[CDATA\[)([\s\S]{0,200000}?)(\]\]>)/g
const JSON_VALUE = /("\w+":)("(?:[^"\\\n]|\\.){0,2000}"|-?\d+|true|false|null)()/g
const DUMP_VALUE = /(=>\n\s*)((?:string\(\d+\) "[^"\n]{0,500}"|int\(\d+\)))()/g
const JSON_VALUES = [
  'null',
  '-1',
  '1e999',
  '{}',
  '[]',
  '[[]]',
  'true',
  '""',
  '"\\u0000"',
  '{"rendered":null}',
]

function fieldChanged(text: string, format: Whole['format'], random: Random): string {
  const value = oneOf(random, VALUES)
  if (format === 'rest')
    return replaced(text, JSON_VALUE, random, () =>
      random() < 0.5 ? JSON.stringify(value) : oneOf(random, JSON_VALUES),
    )
  if (format === 'dump')
    return replaced(text, DUMP_VALUE, random, () =>
      random() < 0.5 ? `string(${Buffer.byteLength(value)}) "${value}"` : `string(3) "${value}"`,
    )
  return replaced(text, WXR_FIELD, random, () => value)
}

/** The bytes of a text in another encoding than it says, or in the one it says. */
function encoded(text: string, random: Random): Buffer {
  const ways = [
    () => Buffer.from(`\ufeff${text}`),
    () => Buffer.from(`\ufeff${text}`, 'utf16le'),
    () => Buffer.from(text, 'latin1'),
    () => Buffer.from(text.replace('encoding="UTF-8"', 'encoding="iso-8859-1"'), 'latin1'),
    () => Buffer.from(text.replace('encoding="UTF-8"', 'encoding="klingon"')),
    () => Buffer.from(text.replace('encoding="UTF-8"', 'encoding="utf-16"')),
  ]
  return ways[below(random, ways.length)]?.() ?? Buffer.from(text)
}

function bytesChanged(bytes: Buffer, random: Random): Buffer {
  const at = below(random, bytes.length + 1)
  const end = Math.min(bytes.length, at + below(random, 400))
  const ways = [
    () => [bytes.subarray(0, at)],
    () => [bytes.subarray(0, at), bytes.subarray(end)],
    () => [bytes.subarray(0, end), bytes.subarray(at)],
    () => [bytes.subarray(0, at), Buffer.from([below(random, 256)]), bytes.subarray(at + 1)],
    () => [bytes.subarray(0, at), Buffer.from([0xc3, 0x28, 0xff, 0, 0xed, 0xa0]), bytes.subarray(at)],
    () => [bytes.subarray(0, at), Buffer.alloc(below(random, 5000)), bytes.subarray(end)],
  ]
  return Buffer.concat(ways[below(random, ways.length)]?.() ?? [bytes])
}

function textChanged(text: string, format: Whole['format'], random: Random): string {
  const at = below(random, text.length + 1)
  const tag = /<\/?[\w:]+[^<>]{0,200}>|\]\]>|<!\[CDATA\[|[{}[\]",]/g
  tag.lastIndex = at
  const mark = tag.exec(text) ?? { 0: '', index: at }
  const after = mark.index + mark[0].length
  const ways = [
    () => fieldChanged(text, format, random),
    () => fieldChanged(fieldChanged(text, format, random), format, random),
    () => replaced(text, CONTENT, random, (old) => mutated([old || 'x'], random).replaceAll(']]>', '')),
    () => replaced(text, CONTENT, random, (old) => oneOf(random, HOSTILE).replaceAll(']]>', '') + old),
    () => text.slice(0, mark.index) + text.slice(after),
    () => text.slice(0, after) + mark[0] + text.slice(after),
    () => text.slice(0, at) + oneOf(random, INTRUDERS) + text.slice(at),
    () => text.slice(0, mark.index) + oneOf(random, INTRUDERS) + text.slice(mark.index),
  ]
  return ways[below(random, ways.length)]?.() ?? text
}

/** A small export, and the same one damaged. `compressed` ones are cut or changed once compressed. */
export type Case = { format: Whole['format']; whole: Buffer; damaged: Buffer; compressed: boolean }

/** One to four items of an export, changed in one to three ways. */
export function damagedExport(wholes: readonly Whole[], random: Random): Case {
  const source = wholes[below(random, wholes.length)]
  if (!source) throw new Error('no export to damage')
  const { format } = source
  const count = Math.min(source.count, 1 + below(random, 4))
  const text = source.build(below(random, source.count - count + 1), count)
  const whole = Buffer.from(text)
  if (random() < 0.05) {
    const compressed = bytesChanged(gzipSync(whole), random)
    return { format, whole, damaged: compressed, compressed: true }
  }
  let changed = text
  for (let left = 1 + below(random, 3); left > 0; left -= 1) changed = textChanged(changed, format, random)
  const bytes = random() < 0.1 ? encoded(changed, random) : Buffer.from(changed)
  return { format, whole, damaged: random() < 0.3 ? bytesChanged(bytes, random) : bytes, compressed: false }
}
