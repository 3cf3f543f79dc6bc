import { withoutControls } from './clean-text.ts'
import { SourceError, type SourceEvent, type SourceItem, type SourceSite, type SourceTerm } from './source.ts'
import { type WxrElement, WxrSyntaxError, wxrElementReader } from './wxr-elements.ts'
import { field, numberField, toSourceItem } from './wxr-item.ts'

/**
 * Reads a WordPress export (WXR 1.0 to 1.2) from the bytes of `file` as they come: items come one by one, memory stays flat.
 * @throws SourceError with the line when the XML is cut, malformed or no WordPress export, after the whole items
 * before that line.
 */
export async function* readWxr(file: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<SourceEvent> {
  const channel = channelReader(file)
  const elements = wxrElementReader()
  let before: string | null = null
  try {
    for await (const text of readText(file, bytes)) {
      // What the server said before the document keeps its lines, which messages count.
      const start: number = before === null ? startOf(text) : 0
      before ??= text.slice(0, start).trim()
      const document = text.slice(0, start).replace(/[^\n]/g, ' ') + text.slice(start)
      for (const element of elements.write(document)) yield* channel.take(element)
    }
    for (const element of elements.end()) yield* channel.take(element)
  } catch (error) {
    if (!(error instanceof WxrSyntaxError)) throw error
    throw new SourceError(file, `ligne ${error.line}`, `${error.message} ; ${channel.progress()}`)
  }
  yield* channel.end()
  if (before) yield apart('avant le début', before)
  if (elements.after() !== '') yield apart('après la fin', elements.after())
}

function apart(place: string, text: string): SourceEvent {
  const line = withoutControls(text).replace(/\s+/g, ' ')
  const shown = line.length > 200 ? `${line.slice(0, 200)}…` : line
  return { kind: 'warning', message: `texte ${place} de l’export, laissé de côté : « ${shown} »` }
}

/** Where the document starts: a server that shows its errors writes them before. */
const startOf = (head: string): number =>
  /^\s*<(?:\?xml|rss|!)/i.test(head) ? 0 : Math.max(0, head.search(/<\?xml\s|<rss\s/i))

/** As much of a file as is read to know what it is. */
export const HEAD_LENGTH = 2 ** 16

/**
 * Pieces of the file in the encoding that its byte order mark or XML declaration names, UTF-8 by default; the first holds
 * the start of the document.
 */
async function* readText(file: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let head: Buffer = Buffer.alloc(0)
  for await (const chunk of bytes) {
    const piece: Buffer = decoder ? chunk : Buffer.concat([head, chunk])
    if (!decoder && piece.length < HEAD_LENGTH && !isStarted(piece)) {
      head = piece
      continue
    }
    decoder ??= decoderFor(file, piece.subarray(0, HEAD_LENGTH))
    yield decoder.decode(piece, { stream: true })
  }
  if (!decoder && head.length > 0) yield decoderFor(file, head).decode(head)
}

const isStarted = (head: Buffer): boolean =>
  /^[\xfe\xff]|<\?xml\s[^>]*>|<rss\s/i.test(head.toString('latin1'))

function decoderFor(file: string, head: Buffer): TextDecoder {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le')
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be')
  const label = /<\?xml\s[^>]*encoding=["']([\w.:-]+)/.exec(head.toString('latin1'))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(label)
  } catch {
    throw new SourceError(
      file,
      'ligne 1',
      `l’encodage « ${label} » est inconnu. Convertissez le fichier en UTF-8.`,
    )
  }
}

type ChannelReader = {
  take: (element: WxrElement) => Generator<SourceEvent>
  end: () => Generator<SourceEvent>
  /** How far the reading went, for an error message. */
  progress: () => string
}

/** Gathers what the channel says of the site, then turns items into events. */
function channelReader(file: string): ChannelReader {
  const site: SourceSite = { url: '', title: '', description: '', authors: [], terms: [] }
  const terms = new Map<string, SourceTerm>()
  let version = ''
  let isSiteGiven = false
  let lastItem: SourceItem | null = null
  const findTerm = (taxonomy: string, slug: string) => terms.get(`${taxonomy} ${slug}`)

  function* giveSite(): Generator<SourceEvent> {
    if (isSiteGiven) return
    isSiteGiven = true
    yield { kind: 'site', site: { ...site, terms: [...terms.values()] } }
    if (!version)
      yield { kind: 'warning', message: 'wxr_version absent : le fichier est lu comme un WXR 1.2' }
  }

  function* giveItem(element: WxrElement): Generator<SourceEvent> {
    yield* giveSite()
    const item = toSourceItem(element, site.url, findTerm)
    lastItem = item
    const isIdentified = item.id > 0
    if (isIdentified) yield { kind: 'item', item }
    else yield { kind: 'warning', message: `élément sans wp:post_id laissé de côté : « ${item.title} »` }
  }

  function* take(element: WxrElement): Generator<SourceEvent> {
    const text = element.text.trim()
    if (element.name === 'item') yield* giveItem(element)
    else if (element.name === 'title') site.title = text
    else if (element.name === 'description') site.description = text
    else if (element.name === 'link') site.url ||= withoutSlash(text)
    else if (element.name === 'wp:base_blog_url') site.url = withoutSlash(text)
    else if (element.name === 'wp:wxr_version') version = text
    else if (element.name === 'wp:author') site.authors.push(toAuthor(element))
    const term = toDeclaredTerm(element)
    if (term) terms.set(`${term.taxonomy} ${term.slug}`, term)
    if (element.name === 'item') return
    for (const warning of element.warnings)
      yield { kind: 'warning', message: `<${element.name}> : ${warning}` }
  }

  function* end(): Generator<SourceEvent> {
    yield* giveSite()
    if (version || lastItem?.id) return
    const advice = 'Faites l’export dans WordPress : Outils > Exporter > Tout le contenu'
    throw new SourceError(file, 'fichier entier', `ce flux RSS n’est pas un export WordPress. ${advice}.`)
  }

  const progress = () =>
    lastItem
      ? `dernier élément lu en entier : ${lastItem.id} « ${lastItem.title} »`
      : 'aucun élément lu en entier'

  return { take, end, progress }
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '')

function toAuthor(author: WxrElement): SourceSite['authors'][number] {
  const login = field(author, 'wp:author_login')
  const name = field(author, 'wp:author_display_name') || login
  return { login, name, id: numberField(author, 'wp:author_id') || null }
}

/** A term the channel declares; the parent is a slug there. */
function toDeclaredTerm(element: WxrElement): SourceTerm | null {
  const id = numberField(element, 'wp:term_id') || null
  if (element.name === 'wp:category') {
    const slug = field(element, 'wp:category_nicename')
    const parent = field(element, 'wp:category_parent') || null
    const description = field(element, 'wp:category_description')
    return { taxonomy: 'category', id, slug, name: field(element, 'wp:cat_name'), parent, description }
  }
  if (element.name === 'wp:tag') {
    const slug = field(element, 'wp:tag_slug')
    const description = field(element, 'wp:tag_description')
    return { taxonomy: 'post_tag', id, slug, name: field(element, 'wp:tag_name'), parent: null, description }
  }
  if (element.name !== 'wp:term') return null
  const slug = field(element, 'wp:term_slug')
  const parent = field(element, 'wp:term_parent') || null
  return {
    taxonomy: field(element, 'wp:term_taxonomy'),
    id,
    slug,
    name: field(element, 'wp:term_name'),
    parent,
    description: field(element, 'wp:term_description'),
  }
}
