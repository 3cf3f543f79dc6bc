import { JsonError, jsonElements } from './json-elements.ts'
import { embeddedFiles, siteOf, toSourceItem } from './rest-item.ts'
import { addComment, emptyNames, type RestNames, toSourceTerm } from './rest-names.ts'
import { isFile, isRecord, type RestObject, readObject } from './rest-schema.ts'
import { SourceError, type SourceEvent } from './source.ts'

/** Answers of the REST API saved as JSON: lists of posts, pages, media, users, categories, tags, comments, in any order. */
export type RestFile = { file: string; texts: () => AsyncIterable<string> }

type Found = { value: unknown; place: string }

/**
 * Every object of a file: those of a list, a lone one, those of an object of lists (`{ posts: […], media: […] }`).
 * @throws SourceError with the line where the JSON is cut or malformed, after the whole objects before it.
 */
async function* objectsOf({ file, texts }: RestFile): AsyncGenerator<Found> {
  let count = 0
  try {
    for await (const { value, line } of jsonElements(texts())) {
      const lists = isRecord(value) && !Object.hasOwn(value, 'id') ? listsOf(value) : []
      if (lists.length === 0) {
        count += 1
        yield { value, place: `élément ${count}, ligne ${line}` }
      }
      for (const [name, list] of lists)
        for (const [index, one] of list.entries())
          yield { value: one, place: `${name}, élément ${index + 1}` }
    }
  } catch (error) {
    if (!(error instanceof JsonError)) throw error
    throw new SourceError(file, `ligne ${error.line}`, `${error.message} ; éléments lus en entier : ${count}`)
  }
}

const listsOf = (value: Record<string, unknown>): [string, unknown[]][] =>
  Object.entries(value).flatMap(([name, list]): [string, unknown[]][] =>
    Array.isArray(list) ? [[name, list]] : [],
  )

/** First reading: the accounts, terms and comments that items of any of the files only number. */
export async function readRestNames(file: RestFile, names: RestNames = emptyNames()): Promise<RestNames> {
  try {
    for await (const { value } of objectsOf(file)) addName(value, names)
  } catch (error) {
    // Named by the reading of the items, which stops at the same place.
    if (!(error instanceof SourceError)) throw error
  }
  return names
}

/** Keeps an account, a term or a comment; anything else is left for the reading of the items. */
export function addName(value: unknown, names: RestNames): void {
  const read = readObject(value)
  if (read.kind === 'user') names.users.set(read.user.id, read.user)
  else if (read.kind === 'term') names.terms.set(read.term.id, read.term)
  else if (read.kind === 'comment') addComment(names, read.comment)
  else if (read.kind === 'item' && isFile(read.item)) names.files.add(read.item.id)
}

/**
 * Second reading: posts, pages and files of the library, one by one. What is none of these is named in a warning.
 * @throws SourceError when the file is cut, malformed, or holds an error of WordPress.
 */
export async function* readRest(source: RestFile, names: RestNames): AsyncGenerator<SourceEvent> {
  let isSiteGiven = false
  for await (const { value, place } of objectsOf(source)) {
    const read = readObject(value)
    if (read.kind === 'refusal') throw new SourceError(source.file, place, refusalOf(read.message))
    const site = read.kind === 'item' ? siteOf(read.item) : ''
    if (read.kind === 'item' && !isSiteGiven) {
      isSiteGiven = true
      yield siteEvent(site, names)
    }
    yield* eventsOf(read, place, names, site)
  }
}

const refusalOf = (message: string) =>
  `c’est un refus de WordPress, pas des contenus : ${message}. Demandez-les avec un compte autorisé.`

/** A site as its first item and the names tell it. */
function siteEvent(url: string, names: RestNames): SourceEvent {
  const authors = [...names.users.values()].map(({ id, slug, name }) => ({ login: slug, name, id }))
  const terms = [...names.terms.values()].map((term) => toSourceTerm(term, names))
  return { kind: 'site', site: { url, title: '', description: '', authors, terms } }
}

/** The item an object is, after the pictures it brings along; `place` is for a warning. */
export function* eventsOf(
  read: RestObject,
  place: string,
  names: RestNames,
  site: string,
): Generator<SourceEvent> {
  if (read.kind === 'unknown') yield { kind: 'warning', message: `${place} : ${read.reason}, laissé de côté` }
  if (read.kind !== 'item') return
  for (const file of embeddedFiles(read.item, names)) {
    const picture = readObject(file)
    if (picture.kind === 'item') yield { kind: 'item', item: toSourceItem(picture.item, site, names, []) }
  }
  const item = toSourceItem(read.item, site, names, read.warnings)
  yield { kind: 'item', item }
}
