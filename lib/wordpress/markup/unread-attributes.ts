import type { DraftBlock } from '../draft.ts'
import { decodePercent } from './addresses.ts'
import { isSwitch } from './builder-text.ts'
import { lineOrNull, textOfMarkup } from './html.ts'
import type { Reader } from './reader.ts'
import type { Shortcode } from './tree.ts'

/** Names of attributes that say words to a reader. */
const WORDS =
  /(?:^|_)(?:title|heading|headline|text|caption|content|desc|description|label|name|quote|author|message|subtitle|subhead)(?:_|$)/
/** Settings about such words. */
const SETTING =
  /(?:admin_label|_?(?:color|font|size|align|alignment|orientation|layout|style|tag|level|shadow|transform|decoration|weight|spacing|animation|position|icon|type|id|class|width|height|margin|padding)\w{0,30})$/

/** Words and addresses of a builder's attributes that no reader took: an editor may want them. */
export function flagUnread(shortcode: Shortcode, blocks: readonly DraftBlock[], reader: Reader): void {
  const entries = Object.entries(shortcode.attributes.named)
  const said = entries.flatMap(([name, value]) => saidBy(name, value).map((text) => ({ name, text })))
  if (said.length === 0) return
  const shown = JSON.stringify(blocks.map(({ part }) => part))
  for (const { name, text } of said)
    if (!isShown(text, shown)) reader.flag('attribute-unread', `${name}: ${text}`, shortcode)
}

function isShown(text: string, shown: string): boolean {
  if (/^https?:/i.test(text)) return shown.includes(stemOf(text))
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => shown.includes(word))
}

/** The words that an attribute says, and the addresses that it names. */
function saidBy(name: string, value: string): string[] {
  const addresses = addressesIn(value)
  if (addresses.length > 0) return addresses
  const isText = isProse(value) || (WORDS.test(name) && !SETTING.test(name) && isWord(value))
  const text = isText ? lineOrNull(textOfMarkup(value)) : null
  return text ? [text] : []
}

function addressesIn(value: string): string[] {
  if (!/https?(?::|%3A)\/?/i.test(value)) return []
  return [...decodePercent(value).matchAll(/https?:\/\/[^\s"'()|<>]{1,2000}/gi)].map(([address]) => address)
}

/** A picture may be shown by another of its sizes. */
function stemOf(address: string): string {
  const [, stem] =
    /([^/]+?)(?:-\d{1,5}x\d{1,5}|-scaled)?\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?\S*)?$/i.exec(address) ?? []
  return stem ?? address
}

/** Three words of letters, without the signs of a setting. */
const isProse = (value: string): boolean =>
  !/[|{}=#]/.test(value) && value.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word)).length >= 3

/** Letters, and none of the signs of a setting. */
const isWord = (value: string): boolean =>
  /\p{L}{2}/u.test(value) && !/[|{}=#_]/.test(value) && !isSwitch(value)
