import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The vocabulary of schema.org, read from the declarations of schema-dts, which are made from it: the classes above
 * each class, the properties of each with what they take, and what stands for a plain text.
 */
const declarations = readFileSync(
  path.join(import.meta.dirname, '../../node_modules/schema-dts/dist/schema.d.ts'),
  'utf8',
)

const parents = new Map<string, string[]>()
const properties = new Map<string, Map<string, string[]>>()
const aliases = new Map<string, string>()

function readDeclarations(): void {
  let open: Map<string, string[]> | null = null
  for (const line of declarations.split('\n')) {
    const base = /^interface (\w+)Base(?: extends ([^{]+))? \{/.exec(line)
    const leaf = /^export interface (\w+)Leaf extends (\w+)Base \{/.exec(line)
    const alias = /^export type (\w+) = (.*);$/.exec(line)
    const property = /^ {4}"(\w+)"\?: SchemaValue<(.*), "\w+">;$/.exec(line)
    if (base?.[1]) {
      open = new Map()
      properties.set(base[1], open)
      const names = (base[2] ?? '').split(', ').filter(Boolean)
      parents.set(
        base[1],
        names.map((name) => name.trim().replace(/Base$/, '')),
      )
    } else if (leaf?.[1] && leaf[2] && leaf[1] !== leaf[2]) parents.set(leaf[1], [leaf[2]])
    else if (alias?.[1]) aliases.set(alias[1], alias[2] ?? '')
    else if (property?.[1]) open?.set(property[1], (property[2] ?? '').split(' | '))
  }
}
readDeclarations()

/** A class and all those above it. */
function lineage(type: string): string[] {
  return [type, ...(parents.get(type) ?? []).flatMap(lineage)]
}

const rangeOf = (type: string, property: string): string[] =>
  lineage(type).flatMap((name) => properties.get(name)?.get(property) ?? [])

const TEXTS = new Set(['Text', 'URL', 'Date', 'DateTime', 'Time', 'Duration'])
const DATES = new Set(['Date', 'DateTime'])

function textFault(value: string, range: readonly string[]): string | null {
  if (value.trim() === '') return 'vide'
  if (range.every((name) => DATES.has(name)) && Number.isNaN(Date.parse(value))) return `date : ${value}`
  const isText = range.some(
    (name) =>
      TEXTS.has(name) ||
      /\bstring\b/.test(aliases.get(name) ?? '') ||
      aliases.get(name)?.includes(`"${value}"`),
  )
  return isText ? null : `texte refusé : ${value}`
}

type Thing = Record<string, unknown>
const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null

/** Google's own, beside the vocabulary. */
const EXTENSIONS = new Set(['query-input'])

function valueFaults(value: unknown, range: readonly string[], property: string, at: string): string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${at} : liste vide`]
    return value.flatMap((one, index) => valueFaults(one, range, property, `${at}[${index}]`))
  }
  if (typeof value === 'string') {
    const fault = textFault(value, range)
    return fault ? [`${at} : ${fault}`] : []
  }
  if (typeof value === 'number' || typeof value === 'boolean') {
    const plain = typeof value === 'number' ? ['Number', 'Integer', 'Float'] : ['Boolean']
    return range.some((name) => plain.includes(name)) ? [] : [`${at} : ${value} refusé`]
  }
  if (!isThing(value)) return [`${at} : ${String(value)}`]
  if (value['@type'] === undefined)
    return typeof value['@id'] === 'string' && range.includes('IdReference') ? [] : [`${at} : sans type`]
  const type = String(value['@type'])
  if (type === 'Role') {
    const { '@type': _type, [property]: held, ...others } = value
    return [
      ...valueFaults(held, range, property, `${at}.${property}`),
      ...thingFaults({ '@type': 'Role', ...others }, at),
    ]
  }
  const isTaken = lineage(type).some((name) => range.includes(name))
  return [...(isTaken ? [] : [`${at} : un ${type} n’y va pas`]), ...thingFaults(value, at)]
}

function thingFaults(thing: Thing, at: string): string[] {
  const type = String(thing['@type'])
  if (!parents.has(type)) return [`${at} : type inconnu ${type}`]
  return Object.entries(thing).flatMap(([property, value]) => {
    if (property.startsWith('@') || EXTENSIONS.has(property)) return []
    const range = rangeOf(type, property)
    const place = `${at}.${property}`
    return range.length === 0
      ? [`${place} : ${type} n’a pas cette propriété`]
      : valueFaults(value, range, property, place)
  })
}

/** What in a graph is not of the vocabulary: unknown types and properties, values that a property does not take. */
export function vocabularyFaults(graph: unknown): string[] {
  if (!isThing(graph) || !Array.isArray(graph['@graph'])) return ['pas de @graph']
  return graph['@graph'].flatMap((thing, index) =>
    isThing(thing) ? thingFaults(thing, `[${index}]`) : [`[${index}] : rien`],
  )
}

/** All things of a graph, those within others too. */
export function thingsOf(value: unknown): Thing[] {
  if (Array.isArray(value)) return value.flatMap(thingsOf)
  if (!isThing(value)) return []
  return [...('@type' in value ? [value] : []), ...Object.values(value).flatMap(thingsOf)]
}

/** What Google asks of a type, from its documentation of rich results; a list stands for "one of these". */
const REQUIRED: Record<string, readonly (string | readonly string[])[]> = {
  NewsArticle: ['headline', 'image', 'datePublished', 'dateModified', 'author'],
  ReportageNewsArticle: ['headline', 'image', 'datePublished', 'dateModified', 'author'],
  AnalysisNewsArticle: ['headline', 'image', 'datePublished', 'dateModified', 'author'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', ['item', 'url']],
  VideoObject: ['name', 'thumbnailUrl', 'uploadDate', ['contentUrl', 'embedUrl', 'url']],
  Clip: ['name', 'startOffset', 'url'],
  Event: ['name', 'startDate', 'location'],
  Place: ['address'],
  ImageObject: ['contentUrl'],
  Person: ['name'],
  NewsMediaOrganization: ['name', 'logo', 'url'],
  ProfilePage: ['mainEntity'],
  WebSite: ['name', 'url'],
}

/** What Google asks for and a graph has not, with references that lead to no thing of the page. */
export function requiredFaults(graph: unknown): string[] {
  const things = thingsOf(graph)
  const missing = things.flatMap((thing) =>
    (REQUIRED[String(thing['@type'])] ?? [])
      .filter((names) => ![names].flat().some((name) => thing[name] !== undefined))
      .map((names) => `${String(thing['@type'])} sans ${[names].flat().join(' ni ')}`),
  )
  const known = new Set(things.map((thing) => thing['@id']))
  const text = JSON.stringify(graph)
  const references = [...text.matchAll(/\{"@id":"([^"]*)"\}/g)].map((match) => match[1] ?? '')
  const lost = references.filter((id) => !known.has(id) && !id.endsWith('/#site'))
  return [...missing, ...lost.map((id) => `référence perdue : ${id}`)]
}
