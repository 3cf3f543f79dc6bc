import { plainText } from '../document/text.ts'
import type { Document } from '../document/types.ts'
import type { Flag } from './draft.ts'
import { isRead } from './markup/plugin-blocks.ts'
import { plainHtml } from './plain-html.ts'

/** The fields of Advanced Custom Fields: beside each value, a field of the same name and `_` says which one it is. */
function fieldsOf(meta: Readonly<Record<string, string>>): [name: string, value: string][] {
  return Object.entries(meta).filter(([name]) => /^field_\w/.test(meta[`_${name}`] ?? ''))
}

/** What the fields say as a block of the plugin, for an item whose content is empty; '' when there are none. */
export function acfBlock(meta: Readonly<Record<string, string>>): string {
  const fields = fieldsOf(meta)
  if (fields.length === 0) return ''
  const json = JSON.stringify({ data: Object.fromEntries(fields) })
  const written = json.replace(/[<>&-]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
  return `<!-- wp:acf/champs ${written} /-->`
}

/** Fields that an author fills by hand or in a box of the theme; those of plugins begin with `_`. */
function writtenFields(meta: Readonly<Record<string, string>>): [name: string, value: string][] {
  return Object.entries(meta).filter(
    ([name, value]) => !name.startsWith('_') && meta[`_${name}`] === undefined && isProse(value),
  )
}

/** Words for readers: three at least, and neither JSON nor what PHP serialises. */
const isProse = (value: string): boolean =>
  !/^(?:[aObisd]:\d|[[{])/.test(value) && (value.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3

/** Fields that hold words which the article does not: a template showed them, perhaps. */
export function unreadFields(meta: Readonly<Record<string, string>>, document: Document): Flag[] {
  const fields = [...fieldsOf(meta), ...writtenFields(meta)].filter(([name, value]) => isRead(name, value))
  if (fields.length === 0) return []
  const shown = plainText(document).replace(/\s+/g, ' ')
  return fields.flatMap(([name, value]) => {
    const text = plainHtml(value).replace(/\s+/g, ' ').trim()
    const isShown = text === '' || shown.includes(text)
    return isShown
      ? []
      : [{ code: 'field-unread', detail: `${name} : ${text.slice(0, 500)}`, confidence: null, span: null }]
  })
}

/** Fields where builders keep a page that no content repeats. */
const BUILDER =
  /^(?:ct_builder_json|_bricks_page_content|panels_data$|tve_|_fl_builder_data$|_cornerstone_data$|brizy|_themify_builder|mfn-page-items)/

/** Fields of builders that are not read, for an article of which nothing else is known. */
export function unreadBuilders(meta: Readonly<Record<string, string>>): Flag[] {
  const fields = Object.entries(meta).filter(([name, value]) => BUILDER.test(name) && /\p{L}{2}/u.test(value))
  return fields.map(([name, value]) => ({
    code: 'builder-unread',
    detail: `${name} : ${value.slice(0, 500)}`,
    confidence: null,
    span: null,
  }))
}
