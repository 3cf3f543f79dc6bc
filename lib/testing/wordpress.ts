/** Small WordPress sources for tests, in the words of their formats. */

type Post = {
  id: number
  title?: string
  slug?: string
  content?: string
  type?: string
  status?: string
  more?: string
}

const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`

/** An item of an export; `more` is put inside as it is. */
export function wxrItem({
  id,
  title = `Titre ${id}`,
  slug = `post-${id}`,
  content = 'Du texte.',
  type = 'post',
  status = 'publish',
  more = '',
}: Post): string {
  return `<item><title>${cdata(title)}</title><link>https://www.essai.test/${slug}/</link>
<guid isPermaLink="false">https://www.essai.test/?p=${id}</guid><dc:creator>${cdata('redaction')}</dc:creator>
<content:encoded>${cdata(content)}</content:encoded><excerpt:encoded>${cdata('')}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id><wp:post_date>${cdata('2024-03-02 08:46:15')}</wp:post_date>
<wp:post_date_gmt>${cdata('2024-03-02 07:46:15')}</wp:post_date_gmt><wp:comment_status>${cdata('closed')}</wp:comment_status>
<wp:post_name>${cdata(slug)}</wp:post_name><wp:status>${cdata(status)}</wp:status><wp:post_parent>0</wp:post_parent>
<wp:menu_order>0</wp:menu_order><wp:post_type>${cdata(type)}</wp:post_type><wp:post_password>${cdata('')}</wp:post_password>
<wp:is_sticky>0</wp:is_sticky>${more}</item>`
}

/** A whole export. */
export function wxr(...items: string[]): string {
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Essai</title><link>https://www.essai.test</link><wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>https://www.essai.test</wp:base_site_url><wp:base_blog_url>https://www.essai.test</wp:base_blog_url>
${items.join('\n')}
</channel></rss>`
}

const dumped = (value: string | number) =>
  typeof value === 'number' ? `int(${value})` : `string(${Buffer.byteLength(value)}) "${value}"`

/** A `var_dump` of an array of posts, as PHP prints it. */
export function varDump(...posts: { id: number; title: string; slug: string; content: string }[]): string {
  const objects = posts.map(({ id, title, slug, content }, index) => {
    const fields: [string, string | number][] = [
      ['ID', id],
      ['post_author', '8'],
      ['post_date', '2024-03-02 08:46:15'],
      ['post_date_gmt', '2024-03-02 07:46:15'],
      ['post_content', content],
      ['post_title', title],
      ['post_status', 'publish'],
      ['post_name', slug],
      ['guid', `https://www.essai.test/?p=${id}`],
      ['post_type', 'post'],
    ]
    const lines = fields.map(([name, value]) => `    ["${name}"]=>\n    ${dumped(value)}`)
    return `  [${index}]=>\n  object(WP_Post)#${index + 1} (${fields.length}) {\n${lines.join('\n')}\n  }`
  })
  return `array(${posts.length}) {\n${objects.join('\n')}\n}\n`
}
