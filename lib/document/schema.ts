import { type AttributeSpec, type MarkSpec, type NodeSpec, Schema } from 'prosemirror-model'
import { isAlias, isAnchor, isLanguageTag, isSafeHref, isSafeSource } from './validate.ts'

/** The shapes are described in `types.ts`; here are the rules that ProseMirror enforces on them. */

type Test = (value: unknown) => boolean

function attribute(test: Test, expected: string): AttributeSpec {
  return {
    validate: (value: unknown) => {
      if (!test(value))
        throw new RangeError(`attendu : ${expected} ; reçu : ${JSON.stringify(value)?.slice(0, 200)}`)
    },
  }
}
function optional(test: Test, expected: string): AttributeSpec {
  return { ...attribute((value) => value === null || test(value), `${expected} ou null`), default: null }
}
function withDefault(value: unknown, spec: AttributeSpec): AttributeSpec {
  return { ...spec, default: value }
}

/**
 * ProseMirror wants a default on what a content rule may have to generate; null is one that the validator refuses,
 * so the attribute stays required.
 */
function required(spec: AttributeSpec): AttributeSpec {
  return withDefault(null, spec)
}

const isString: Test = (value) => typeof value === 'string'
const isLine: Test = (value) => typeof value === 'string' && value.length > 0
const isCount: Test = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const isPositive: Test = (value) => isCount(value) && Number(value) > 0
const flag = withDefault(
  false,
  attribute((value) => typeof value === 'boolean', 'vrai ou faux'),
)
const oneOf = (...values: (string | null)[]): AttributeSpec =>
  attribute((value) => values.some((allowed) => allowed === value), values.join(', '))
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test)
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const line = optional(isLine, 'un texte non vide')
const text = optional(isString, 'un texte')
const anchor = attribute(isAnchor, "une ancre ASCII (lettres, chiffres, - et _) que la page n'emploie pas")
const source = optional(isSafeSource, 'une adresse http(s) ou un chemin du site')
const sources = attribute(
  (value) => listOf(isSafeSource)(value) && Array.isArray(value) && value.length > 0,
  'une liste d’adresses http(s) ou de chemins du site',
)
const href = optional(isSafeHref, 'une adresse http(s), mailto, tel, ou une adresse du site')
const isTrack: Test = (value) =>
  isRecord(value) && isSafeSource(value.src) && isString(value.kind) && isString(value.lang)

/** What a section is: how its heading is set, and what it says of itself. */
export const SECTION_KINDS = ['question', 'section', 'ordinal', 'timecoded', 'audience'] as const

/** What a line of the credits is about. */
export const CREDIT_KINDS = [
  'method',
  'visuals',
  'video',
  'sound',
  'thanks',
  'disclosure',
  'text',
  'update',
  'correction',
  'other',
] as const

export const ROLES = [
  'author',
  'with',
  'introduction',
  'interviewer',
  'editing',
  'image',
  'camera',
  'sound',
  'translation',
  'proofreading',
  'interviewee',
] as const
const isPerson: Test = (value) =>
  isRecord(value) && isLine(value.name) && ROLES.some((role) => role === value.role)

const inline: NodeSpec = { content: 'inline*' }
const marksNone = { marks: '' }

const nodes: Record<string, NodeSpec> = {
  doc: { content: 'standfirst? block* section* summary? footnotes? credits? furtherReading?' },

  standfirst: { content: 'paragraph+' },
  section: {
    content: 'sectionHeading block*',
    attrs: {
      anchor,
      aliases: withDefault([], attribute(listOf(isAlias), 'une liste d’anciens identifiants sans espace')),
      kind: withDefault('section', oneOf(...SECTION_KINDS)),
      level: withDefault(
        2,
        attribute(
          (value) => isCount(value) && Number(value) >= 2 && Number(value) <= 6,
          'un niveau de 2 à 6',
        ),
      ),
      timecode: optional(isCount, 'un nombre de secondes'),
      ordinal: optional(isCount, 'un rang'),
    },
  },
  sectionHeading: { content: 'inline+' },
  summary: { content: 'summaryItem+', attrs: { title: line, hint: line, linkLabel: line } },
  summaryItem: { ...inline, attrs: { hashtag: line, target: required(anchor) } },
  footnotes: { content: 'footnote+' },
  footnote: {
    content: 'paragraph+',
    attrs: {
      id: required(
        attribute((value) => typeof value === 'string' && /^[1-9]\d{0,3}$/.test(value), 'un numéro de note'),
      ),
      marker: line,
    },
  },
  credits: { content: 'credit+' },
  credit: {
    ...inline,
    attrs: {
      kind: withDefault('other', oneOf(...CREDIT_KINDS)),
      people: withDefault([], attribute(listOf(isPerson), 'une liste de personnes avec leur rôle')),
      place: line,
      date: optional((value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value), 'AAAA-MM-JJ'),
    },
  },
  furtherReading: { content: 'furtherReadingItem+', attrs: { title: line } },
  furtherReadingItem: { content: 'inline+' },

  paragraph: {
    ...inline,
    group: 'block contained',
    attrs: { align: withDefault(null, oneOf('center', 'right', null)) },
  },
  subheading: {
    ...inline,
    group: 'contained',
    attrs: {
      level: attribute(
        (value) => isCount(value) && Number(value) >= 2 && Number(value) <= 6,
        'un niveau de 2 à 6',
      ),
    },
  },
  figure: {
    content: 'caption?',
    group: 'block contained',
    attrs: {
      mediaId: line,
      attachmentId: optional(isPositive, 'un numéro de pièce jointe'),
      src: source,
      alt: text,
      width: optional(isPositive, 'une largeur en pixels'),
      align: withDefault(null, oneOf('left', 'center', 'right', null)),
      href,
    },
  },
  caption: { content: 'inline+' },
  gallery: {
    content: 'figure+',
    group: 'block contained',
    attrs: { columns: withDefault(3, attribute(isPositive, 'un nombre de colonnes')) },
  },
  pullQuote: { content: 'paragraph+', group: 'block contained', attrs: { attribution: line } },
  blockquote: { content: 'contained+', group: 'block contained', attrs: { attribution: line } },
  bulletList: { content: 'listItem+', group: 'block contained' },
  orderedList: {
    content: 'listItem+',
    group: 'block contained',
    attrs: {
      start: withDefault(
        1,
        attribute((value) => Number.isSafeInteger(value), 'un nombre entier'),
      ),
      style: withDefault('1', oneOf('1', 'a', 'A', 'i', 'I')),
      reversed: flag,
    },
  },
  listItem: {
    content: 'contained+',
    attrs: { value: optional((value) => Number.isSafeInteger(value), 'un nombre entier') },
  },
  definitionList: { content: '(definitionTerm | definitionDescription)+', group: 'block contained' },
  definitionTerm: inline,
  definitionDescription: { content: 'contained+' },
  table: { content: 'caption? tableRow+', group: 'block contained' },
  tableRow: { content: '(tableCell | tableHeader)+', attrs: { foot: flag } },
  details: {
    content: 'detailsSummary contained*',
    group: 'block contained',
    attrs: { anchor: optional(isAnchor, 'une ancre ASCII') },
  },
  detailsSummary: inline,
  codeBlock: { content: 'text*', group: 'block contained', ...marksNone, attrs: { language: line } },
  verse: { ...inline, group: 'block contained' },
  separator: { group: 'block contained' },
  embed: {
    content: 'caption?',
    group: 'block contained',
    attrs: {
      provider: line,
      id: line,
      url: attribute(
        (value) => isSafeSource(value) && /^https?:/i.test(String(value)),
        'une adresse http(s)',
      ),
      start: optional(isCount, 'un nombre de secondes'),
      title: line,
      fallback: line,
      poster: source,
      posterId: line,
    },
  },
  audio: { content: 'caption?', group: 'block contained', attrs: { sources, title: line } },
  video: {
    content: 'caption?',
    group: 'block contained',
    attrs: {
      sources,
      poster: source,
      tracks: withDefault([], attribute(listOf(isTrack), 'une liste de pistes')),
      title: line,
    },
  },
  contents: { content: 'contentsItem+', group: 'block', attrs: { title: line } },
  contentsItem: { ...inline, attrs: { target: required(anchor) } },
  legacyShortcode: {
    group: 'block contained',
    attrs: { name: attribute(isLine, 'un nom'), raw: attribute(isLine, 'le texte du code court') },
  },
  rawHtml: { group: 'block contained', attrs: { html: attribute(isLine, 'du HTML filtré') } },

  text: { group: 'inline' },
  hardBreak: { inline: true, group: 'inline' },
  footnoteRef: { inline: true, group: 'inline', attrs: { noteId: attribute(isLine, 'un numéro de note') } },
}

const cell: NodeSpec = {
  content: 'contained+',
  attrs: {
    colspan: withDefault(1, attribute(isPositive, 'un nombre de colonnes')),
    rowspan: withDefault(1, attribute(isPositive, 'un nombre de lignes')),
  },
}

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: {
      href: attribute(isSafeHref, 'une adresse http(s), mailto, tel, ou une adresse du site'),
      title: line,
    },
  },
  language: { attrs: { lang: attribute(isLanguageTag, 'une langue (BCP 47)') } },
  bold: {},
  italic: {},
  underline: {},
  strike: {},
  code: {},
  superscript: {},
  subscript: {},
}

/** The schema that importer, editor, check, renderer, feeds and export share. */
export const schema = new Schema({ nodes: { ...nodes, tableCell: cell, tableHeader: cell }, marks })
