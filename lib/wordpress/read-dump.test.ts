import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readDump } from './read-dump.ts'
import { SourceError, type SourceEvent, type SourceItem } from './source.ts'

const casesFolder = process.env.CHAPO_CASES ?? '../shared/cases'
const seed = `${casesFolder}/../seeds/000_b5e63a7546a8f6da.txt`

/** All that a dump gives before it ends or fails. */
function readAll(bytes: Buffer | string) {
  const events: SourceEvent[] = []
  let error: unknown = null
  try {
    for (const event of readDump('dump.txt', Buffer.from(bytes))) events.push(event)
  } catch (thrown) {
    error = thrown
  }
  const items = events.flatMap((event) => (event.kind === 'item' ? [event.item] : []))
  return { events, items, error }
}

const string = (value: string, declared = Buffer.byteLength(value)) => `string(${declared}) "${value}"`

const post = (id: number, content: string, declared?: number) => `object(WP_Post)#${id} (6) {
  ["ID"]=>
  int(${id})
  ["post_content"]=>
  ${string(content, declared)}
  ["post_title"]=>
  ${string(`Titre « ${id} »`)}
  ["post_status"]=>
  ${string('publish')}
  ["guid"]=>
  ${string(`https://a.example/blog/?p=${id}`)}
  ["post_type"]=>
  ${string('post')}
}
`

const list = (posts: string[]) =>
  `array(${posts.length}) {\n${posts.map((dump, index) => `[${index}]=>\n${dump}`).join('')}}\n`

const term = `object(WP_Term)#9 (4) {
["term_id"]=>
int(7)
["name"]=>
${string('Réseaux')}
["slug"]=>
${string('reseaux')}
["taxonomy"]=>
${string('post_tag')}
}
`
const taxQuery = (terms: string[]) =>
  `object(WP_Tax_Query)#2 (1) {\n["queries"]=>\narray(1) {\n[0]=>\narray(1) {\n["terms"]=>\n${list(
    terms.map((slug) => `${string(slug)}\n`),
  )}}\n}\n}\n`

const query = (posts: string[], terms = ['reseaux']) => `object(WP_Query)#1 (6) {
["query_vars"]=>
array(0) {
}
["tax_query"]=>
${taxQuery(terms)}["queried_object"]=>
${term}["posts"]=>
&${list(posts)}["post"]=>
${posts[0]}["is_404"]=>
bool(true)
}
`

describe('readDump', () => {
  it('gives the posts of a query once each, with the queried term', () => {
    const { events, items, error } = readAll(query([post(12, 'Un'), post(13, 'Deux')]))
    expect(error).toBeNull()
    expect(events[0]).toMatchObject({ kind: 'site', site: { url: 'https://a.example/blog' } })
    expect(items.map(({ id, title, content }) => [id, title, content])).toEqual([
      [12, 'Titre « 12 »', 'Un'],
      [13, 'Titre « 13 »', 'Deux'],
    ])
    expect(items[1]?.terms).toEqual([
      { taxonomy: 'post_tag', id: 7, slug: 'reseaux', name: 'Réseaux', parent: null },
    ])
    expect(items[0]).toMatchObject({
      format: 'dump',
      link: '',
      status: 'publish',
      lostBytes: 0,
      warnings: [],
    })
  })

  it('gives no term for a query on several terms', () => {
    expect(readAll(query([post(12, 'Un')], ['a', 'b'])).items[0]?.terms).toEqual([])
  })

  it('counts the bytes the content lost', () => {
    expect(readAll(post(12, 'Été', 105)).items[0]).toMatchObject({
      content: 'Été',
      lostBytes: 100,
      warnings: [],
    })
  })

  it('reads one post, a list of posts and dumps in a row', () => {
    expect(readAll(post(1, 'a')).items.map(({ id }) => id)).toEqual([1])
    expect(readAll(list([post(1, 'a'), post(2, 'b')])).items.map(({ id }) => id)).toEqual([1, 2])
    expect(readAll(post(1, 'a') + post(2, 'b') + post(1, 'a')).items.map(({ id }) => id)).toEqual([1, 2])
  })

  it('names and leaves out a post without an id, or with one that no database holds', () => {
    const events = [
      ...readDump('test.txt', Buffer.from(list([post(1, 'Un'), post(0, 'Rien'), post(2 ** 31, 'Trop')]))),
    ]
    expect(events.flatMap((event) => (event.kind === 'item' ? [event.item.id] : []))).toEqual([1])
    expect(events.flatMap((event) => (event.kind === 'warning' ? [event.message] : []))).toEqual([
      'article sans ID laissé de côté : « Titre « 0 » »',
      'article sans ID laissé de côté : « Titre « 2147483648 » »',
    ])
  })
  it('reads Windows line ends and a byte order mark', () => {
    const { items } = readAll(`\ufeff${post(1, 'a\nb', 99).replaceAll('\n', '\r\n')}`)
    expect(items[0]?.content).toBe('a\nb')
  })

  it('reads a dump inside <pre>, with entities or without', () => {
    const dump = post(1, '<p class="x">a & b &amp; c</p>')
    const encoded = dump
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
    expect(readAll(`<pre class="d">\n${encoded}</pre>\n`).items).toEqual(readAll(dump).items)
    expect(readAll(`<pre>${dump}</pre>`).items).toEqual(readAll(dump).items)
    expect(readAll(dump).items[0]?.content).toBe('<p class="x">a & b &amp; c</p>')
  })

  it('refuses a dump that mixes HTML and entities', () => {
    const mixed = `<pre>${post(1, '<b>a</b>').replaceAll('=>', '=&gt;')}</pre>`
    const { items, error } = readAll(mixed)
    expect(items).toEqual([])
    expect(String(error)).toMatch(/dump\.txt \(octet \d+\) : ce var_dump mêle du HTML et des entités/)
  })

  it('gives the whole posts before a cut, then says where', () => {
    const whole = query([post(12, 'Un'), post(13, 'Deux'), post(14, 'Trois')])
    const { items, error } = readAll(whole.slice(0, whole.indexOf('Trois')))
    expect(items.map(({ id, terms }) => [id, terms.length])).toEqual([
      [12, 1],
      [13, 1],
    ])
    expect(error).toBeInstanceOf(SourceError)
    expect(String(error)).toMatch(/coupé avant la fin ; dernier article lu en entier : 13/)
  })

  it('refuses a dump without posts', () => {
    expect(String(readAll('array(1) {\n[0]=>\nint(3)\n}\n').error)).toContain('ne contient aucun article')
  })
})

describe.skipIf(!existsSync(casesFolder))('real PHP dumps (skipped: no cases folder)', () => {
  type TruePost = Record<'post_title' | 'post_name' | 'post_date' | 'post_content' | 'guid', string> & {
    ID: number
    contentBytes: number
  }
  const dumps = `${casesFolder}/dumps`
  const names = existsSync(dumps) ? readdirSync(dumps).filter((name) => /^0\d-/.test(name)) : []
  const truth: Record<string, { posts: TruePost[] }> = existsSync(dumps)
    ? JSON.parse(readFileSync(`${dumps}/truth.json`, 'utf8'))
    : {}
  const identity = (item: SourceItem) => [item.id, item.title, item.slug, item.date, item.guid]

  it('finds its cases', () => {
    expect(names).not.toEqual([])
  })

  it.each(names)('%s holds the posts of truth.json', (name) => {
    const posts = truth[name.slice(0, 2)]?.posts ?? []
    const { items, error } = readAll(readFileSync(`${dumps}/${name}`))
    expect(error).toBeNull()
    expect(items.map(identity)).toEqual(
      posts.map((post) => [post.ID, post.post_title, post.post_name, post.post_date, post.guid]),
    )
    expect(items.map(({ content, lostBytes }) => Buffer.byteLength(content) + lostBytes)).toEqual(
      posts.map(({ contentBytes }) => contentBytes),
    )
    if (name.includes('faithful')) {
      expect(items.map(({ content }) => content)).toEqual(posts.map(({ post_content }) => post_content))
    }
  })

  it('gives the whole posts of a cut dump', () => {
    const { items, error } = readAll(readFileSync(`${dumps}/95-truncated.txt`))
    expect(items.map(({ id }) => id)).toEqual([163, 150])
    expect(String(error)).toContain('coupé')
  })

  it('reads the five articles of the seed and what they lost', () => {
    const start = performance.now()
    const { events, items, error } = readAll(readFileSync(seed))
    expect(performance.now() - start).toBeLessThan(6000)
    expect(error).toBeNull()
    expect(events[0]).toMatchObject({ site: { url: 'https://www.leconnecteur.org' } })
    expect(items.map(({ id, lostBytes }) => [id, lostBytes])).toEqual([
      [6627, 4807],
      [8760, 3268],
      [3101, 3855],
      [2356, 1096],
      [2014, 5944],
    ])
    expect(items[4]?.title).toBe('Compte-rendu / Afterwork SquareLab "chatbots et intelligence artificielle"')
    expect(items.every(({ terms }) => terms[0]?.slug === 'reseaux-sociaux')).toBe(true)
  })
})
