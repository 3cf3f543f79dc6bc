import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { HOSTILE } from '../../wordpress/markup/fuzz.ts'
import { readSource } from '../../wordpress/read.ts'
import { SourceError, type SourceItem } from '../../wordpress/source.ts'
import { varDump, wxr, wxrItem } from '../wordpress.ts'

/** An export of `count` items; `build` makes one of some that follow each other. */
export type Whole = {
  format: 'wxr' | 'rest' | 'dump'
  count: number
  build: (from: number, count: number) => string
}

/** Cuts an export between its items. */
function cutWxr(text: string): Whole {
  const [head = '', ...rest] = text.split(/(?=<item>)/)
  const last = rest.pop() ?? ''
  const end = last.lastIndexOf('</item>') + '</item>'.length
  const parts = [...rest, last.slice(0, end)]
  return {
    format: 'wxr',
    count: parts.length,
    build: (from, count) => head + parts.slice(from, from + count).join('') + last.slice(end),
  }
}

const meta = (key: string, value: string) =>
  `<wp:postmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value><![CDATA[${value}]]></wp:meta_value></wp:postmeta>`

const comment = (id: number, parent: number) =>
  `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author><![CDATA[Lise]]></wp:comment_author>
<wp:comment_author_url>https://lise.test/</wp:comment_author_url><wp:comment_date><![CDATA[2024-03-04 10:00:00]]></wp:comment_date>
<wp:comment_content><![CDATA[Merci <b>pour</b> cet article.]]></wp:comment_content><wp:comment_approved><![CDATA[1]]></wp:comment_approved>
<wp:comment_type><![CDATA[comment]]></wp:comment_type><wp:comment_parent>${parent}</wp:comment_parent></wp:comment>`

/** An export of everything that items may carry, for where no other is at hand. */
function generated(): Whole {
  const items = HOSTILE.map((snippet, index) =>
    wxrItem({
      id: index + 1,
      content: `Un chapô.\n\n<h2 id="un">Première partie</h2>\n\n<p>Du texte[1] avec <a href="/post-${index}/">un lien</a>.</p>\n\n${snippet}\n\n<p>[1] Une note.</p>`,
      more:
        meta('_wp_old_slug', `ancien-${index}`) +
        meta('_thumbnail_id', '900') +
        meta('_yoast_wpseo_canonical', `https://www.essai.test/post-${index}/`) +
        comment(index + 1, index) +
        `<category domain="post_tag" nicename="mot-${index % 5}"><![CDATA[Mot ${index % 5}]]></category>`,
    }),
  )
  const file = wxrItem({
    id: 900,
    type: 'attachment',
    status: 'inherit',
    slug: 'image',
    more: `<wp:attachment_url>https://www.essai.test/wp-content/uploads/2024/03/image.jpg</wp:attachment_url>${meta('_wp_attachment_metadata', 'a:2:{s:5:"width";i:640;s:6:"height";i:480;}')}`,
  })
  return cutWxr(wxr(file, ...items))
}

/** The same items as answers of the REST API, one a line. */
function asRest(items: readonly SourceItem[]): Whole {
  const parts = items.map((item) =>
    JSON.stringify({
      id: item.id,
      type: item.type,
      status: item.status,
      slug: item.slug,
      link: item.link,
      date: item.date.replace(' ', 'T'),
      date_gmt: item.dateGmt.replace(' ', 'T'),
      modified_gmt: item.modifiedGmt.replace(' ', 'T'),
      title: { raw: item.title, rendered: item.title },
      content: { raw: item.content, rendered: item.content, protected: false },
      excerpt: { raw: item.excerpt, rendered: item.excerpt },
      featured_media: Number(item.meta._thumbnail_id ?? 0) || 0,
      ...(item.attachmentUrl === '' ? {} : { source_url: item.attachmentUrl }),
      meta: item.meta,
    }),
  )
  return {
    format: 'rest',
    count: parts.length,
    build: (from, count) => `[\n${parts.slice(from, from + count).join(',\n')}\n]\n`,
  }
}

/** The same items as PHP prints them. */
function asDump(items: readonly SourceItem[]): Whole {
  return {
    format: 'dump',
    count: items.length,
    build: (from, count) => varDump(...items.slice(from, from + count)),
  }
}

/** What a file holds, one item after the other; `error` when it ends before its end. */
export async function itemsOf(file: string): Promise<{ items: SourceItem[]; error: string | null }> {
  const items: SourceItem[] = []
  try {
    for await (const event of readSource(file)) if (event.kind === 'item') items.push(event.item)
  } catch (error) {
    if (!(error instanceof SourceError)) throw error
    return { items, error: error.message }
  }
  return { items, error: null }
}

/** Exports to damage: a generated one, the demo magazine, and those of `folder` when it is there. */
export async function wholeExports(folder: string | null): Promise<Whole[]> {
  const magazine = path.join(import.meta.dirname, '../../../content/magazine.xml')
  const found = folder === null ? [] : readdirSync(folder).filter((name) => name.endsWith('.xml'))
  const files = [magazine, ...found.sort().map((name) => path.join(folder ?? '', name))]
  const read = await Promise.all(files.map(itemsOf))
  const items = read.flatMap((one) => one.items)
  return [
    generated(),
    ...files.map((file) => cutWxr(readFileSync(file, 'utf8'))),
    asRest(items),
    asDump(items),
  ]
}
