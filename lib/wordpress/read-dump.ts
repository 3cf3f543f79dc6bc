import { withoutControls } from './clean-text.ts'
import { SourceError, type SourceEvent, type SourceItem, type SourceTerm, toWhole } from './source.ts'
import { type DumpContainer, type DumpValue, parseVarDump } from './var-dump.ts'

/**
 * Reads the var_dump of a WP_Query, of a WP_Post or of a list of WP_Post. Flags such as `is_404` are not read: the
 * posts found say more. A post present twice is given once; one without an id is named and left out.
 * @throws SourceError when the dump is cut or unreadable, after the whole posts before that place.
 */
export function* readDump(file: string, bytes: Buffer): Generator<SourceEvent> {
  const dump = parseVarDump(unwrapDump(file, bytes))
  const all = dump.values.flatMap((value) => findPosts(value, []))
  const found = onlyFirst(all.filter(isIdentified))
  const url = commonSite(found.map(({ post }) => text(post, 'guid')))
  yield { kind: 'site', site: { url, title: '', description: '', authors: [], terms: allTerms(found) } }
  for (const one of all)
    if (!isIdentified(one))
      yield {
        kind: 'warning',
        message: `article sans ID laissé de côté : « ${text(one.post, 'post_title')} »`,
      }
  for (const { post, terms } of found) yield { kind: 'item', item: toItem(post, url, terms) }
  if (dump.stoppedAt !== null) throw stopError(file, bytes, dump.stoppedAt, found.at(-1)?.post)
  if (found.length > 0) return
  const advice = 'Faites le var_dump d’un WP_Query, d’un WP_Post ou d’une liste de WP_Post'
  throw new SourceError(file, 'fichier entier', `ce var_dump ne contient aucun article. ${advice}.`)
}

/** Line ends become LF; a `<pre>` around the dump is removed and the entities PHP's htmlspecialchars made are read. */
function unwrapDump(file: string, bytes: Buffer): Buffer {
  const head = bytes.subarray(0, 1000).toString('latin1')
  const wrapper = /^(?:\xef\xbb\xbf)?\s*(?:<pre[^>]{0,200}>\s*)?/.exec(head)?.[0] ?? ''
  const isCrlf = /^[^\n]*\{\r\n/.test(head.slice(wrapper.length))
  const isEncoded = /^[^\n]*\{\r?\n\s*\[[^\n]*\]=&gt;\r?\n/.test(head.slice(wrapper.length))
  if (!isCrlf && !isEncoded && wrapper.trim() === '') return bytes
  const inner = bytes.toString('latin1', wrapper.length).replace(/\s*<\/pre>\s*$/, '')
  const lines = isCrlf ? inner.replaceAll('\r\n', '\n') : inner
  return Buffer.from(isEncoded ? decodeEntities(file, lines) : lines, 'latin1')
}

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['#39', "'"],
  ['#039', "'"],
])

function decodeEntities(file: string, text: string): string {
  const unknown = /[<>]|&(?!(?:lt|gt|amp|quot|apos|#0?39);)/.exec(text)
  if (unknown) {
    const place = `octet ${unknown.index}`
    const advice = 'Enregistrez la sortie de var_dump sans <pre> ni htmlentities, dans un fichier texte.'
    throw new SourceError(
      file,
      place,
      `ce var_dump mêle du HTML et des entités : on ne peut pas le décoder sans risque. ${advice}`,
    )
  }
  return text.replace(/&(lt|gt|amp|quot|apos|#0?39);/g, (entity, name) => entities.get(name) ?? entity)
}

const isContainer = (value: DumpValue | undefined): value is DumpContainer =>
  value?.type === 'array' || value?.type === 'object'

const children = (value: DumpValue | undefined) => (isContainer(value) ? [...value.entries.values()] : [])

/** A post as the dump shows it, with the terms that the query around it tells. */
type FoundPost = { post: DumpContainer; terms: SourceTerm[] }

/** Whole posts in the order of the dump: those a query found, or those of a list. */
function findPosts(value: DumpValue, terms: SourceTerm[]): FoundPost[] {
  if (!isContainer(value)) return []
  const { entries, complete } = value
  if (entries.has('ID') && entries.has('post_content')) return complete ? [{ post: value, terms }] : []
  const isQuery = entries.has('query_vars')
  const candidates = isQuery ? children(entries.get('posts')) : value.type === 'array' ? children(value) : []
  const childTerms = isQuery ? queriedTerms(value) : terms
  return candidates.flatMap((child) => findPosts(child, childTerms))
}

const isIdentified = ({ post }: FoundPost) => number(post, 'ID') > 0

function onlyFirst(found: FoundPost[]): FoundPost[] {
  const seen = new Set<number>()
  return found.filter(({ post }) => {
    const id = number(post, 'ID')
    return !seen.has(id) && seen.add(id)
  })
}

const allTerms = (found: FoundPost[]) => [...new Set(found.flatMap(({ terms }) => terms))]

/** The term of a tag, category or taxonomy archive: every post found has it. None for any other query. */
function queriedTerms(query: DumpContainer): SourceTerm[] {
  const term = query.entries.get('queried_object')
  if (!isContainer(term) || !term.entries.has('term_id') || !isOneTerm(query)) return []
  const taxonomy = text(term, 'taxonomy')
  return [
    {
      taxonomy,
      id: number(term, 'term_id'),
      slug: text(term, 'slug'),
      name: text(term, 'name'),
      parent: null,
    },
  ]
}

/** A query on several terms (`tag=a,b`) also has a queried object, its first term, which not every post has. */
function isOneTerm(query: DumpContainer): boolean {
  const taxQuery = query.entries.get('tax_query')
  if (!isContainer(taxQuery)) return true
  const clauses = children(taxQuery.entries.get('queries')).filter(isContainer)
  const [clause] = clauses
  return clauses.length === 1 && clause !== undefined && children(clause.entries.get('terms')).length === 1
}

function toItem(post: DumpContainer, site: string, terms: SourceTerm[]): SourceItem {
  const type = text(post, 'post_type')
  const guid = text(post, 'guid')
  return {
    format: 'dump',
    site,
    id: number(post, 'ID'),
    type,
    status: text(post, 'post_status'),
    title: text(post, 'post_title'),
    slug: text(post, 'post_name'),
    link: '',
    guid,
    content: text(post, 'post_content'),
    excerpt: text(post, 'post_excerpt'),
    date: text(post, 'post_date'),
    dateGmt: text(post, 'post_date_gmt'),
    modified: text(post, 'post_modified'),
    modifiedGmt: text(post, 'post_modified_gmt'),
    creator: text(post, 'post_author'),
    password: text(post, 'post_password'),
    parent: number(post, 'post_parent'),
    menuOrder: number(post, 'menu_order'),
    sticky: false,
    commentsOpen: text(post, 'comment_status') === 'open',
    mimeType: text(post, 'post_mime_type'),
    attachmentUrl: type === 'attachment' ? guid : '',
    terms,
    meta: {},
    comments: [],
    lostBytes: lostBytes(post.entries.get('post_content')),
    warnings: warningsOf(post),
  }
}

/** Text of a field, a number in digits; '' when the field is absent or holds anything else. */
function text(container: DumpContainer, key: string): string {
  const value = container.entries.get(key)
  return value?.type === 'string' || value?.type === 'int' ? withoutControls(String(value.value)) : ''
}

const number = (container: DumpContainer, key: string) => toWhole(text(container, key))

const lostBytes = (value: DumpValue | undefined) =>
  value?.type === 'string' ? value.declaredBytes - value.bytes : 0

/** The bytes the content lost are a figure of their own (`lostBytes`). */
function warningsOf(post: DumpContainer): string[] {
  return [...post.entries].flatMap(([key, value]) => {
    if (value.type !== 'string') return []
    const lost = key === 'post_content' ? 0 : lostBytes(value)
    return [
      ...(lost > 0 ? [`${key} : ${lost} octets annoncés par la source sont absents du fichier`] : []),
      ...(value.value.includes('\ufffd') ? [`${key} : des octets ne sont pas de l’UTF-8`] : []),
    ]
  })
}

/** Address of the site most of the guids give; the first one when they are as many. */
function commonSite(guids: string[]): string {
  const counts = new Map<string, number>()
  for (const site of guids.map(siteOf)) {
    if (site) counts.set(site, (counts.get(site) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a)
  return first?.[0] ?? ''
}

/** `https://a.org/blog/?p=12` tells that WordPress stands in a folder; any other guid tells the host only. */
function siteOf(guid: string): string {
  if (!URL.canParse(guid)) return ''
  const { origin, pathname, search } = new URL(guid)
  if (origin === 'null') return ''
  return /[?&](?:p|page_id)=\d/.test(search) ? (origin + pathname).replace(/\/$/, '') : origin
}

function stopError(file: string, bytes: Buffer, stoppedAt: number, lastPost?: DumpContainer): SourceError {
  const isCut = !bytes
    .subarray(-200)
    .toString('latin1')
    .replace(/<\/pre>/, '')
    .trimEnd()
    .endsWith('}')
  const what = isCut
    ? 'le fichier est coupé avant la fin'
    : 'la suite du var_dump est illisible (texte modifié ou endommagé)'
  const last = lastPost
    ? `dernier article lu en entier : ${text(lastPost, 'ID')}`
    : 'aucun article lu en entier'
  return new SourceError(
    file,
    `octet ${stoppedAt}`,
    `${what} ; ${last}. Refaites le var_dump et relancez l’import.`,
  )
}
