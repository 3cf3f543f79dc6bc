import sax from 'sax'

/**
 * The children of each element of a WXR as WordPress 6.1's own exporter writes them, in their order: `!` for a text in
 * CDATA, `?` for what may be absent, `*` for what may be repeated. `scripts/wordpress/check-export.ts` holds it against
 * a real WordPress.
 */
const WORDPRESS: Record<string, string> = {
  channel:
    'title link description pubDate? language wp:wxr_version wp:base_site_url wp:base_blog_url wp:author* ' +
    'wp:category* wp:tag* wp:term* generator? image? item*',
  'wp:author':
    'wp:author_id wp:author_login! wp:author_email! wp:author_display_name! wp:author_first_name! wp:author_last_name!',
  'wp:category':
    'wp:term_id wp:category_nicename! wp:category_parent! wp:cat_name!? wp:category_description!? wp:termmeta*',
  'wp:tag': 'wp:term_id wp:tag_slug! wp:tag_name!? wp:tag_description!? wp:termmeta*',
  'wp:term':
    'wp:term_id wp:term_taxonomy! wp:term_slug! wp:term_parent! wp:term_name!? wp:term_description!? wp:termmeta*',
  item:
    'title! link pubDate dc:creator! guid description content:encoded! excerpt:encoded! wp:post_id wp:post_date! ' +
    'wp:post_date_gmt! wp:post_modified! wp:post_modified_gmt! wp:comment_status! wp:ping_status! wp:post_name! ' +
    'wp:status! wp:post_parent wp:menu_order wp:post_type! wp:post_password! wp:is_sticky wp:attachment_url!? ' +
    'category!* wp:postmeta* wp:comment*',
  'wp:postmeta': 'wp:meta_key! wp:meta_value!',
  'wp:termmeta': 'wp:meta_key! wp:meta_value!',
  'wp:comment':
    'wp:comment_id wp:comment_author! wp:comment_author_email! wp:comment_author_url wp:comment_author_IP! ' +
    'wp:comment_date! wp:comment_date_gmt! wp:comment_content! wp:comment_approved! wp:comment_type! ' +
    'wp:comment_parent wp:comment_user_id wp:commentmeta*',
  'wp:commentmeta': 'wp:meta_key! wp:meta_value!',
}

const GRAMMARS = new Map(
  Object.entries(WORDPRESS).map(([name, children]) => {
    const parts = children
      .split(' ')
      .map((child) => `(?:${child.replace(/[?*]$/, '')} )${/[?*]$/.exec(child) ?? ''}`)
    return [name, new RegExp(`^${parts.join('')}$`)]
  }),
)

/** Elements of a WXR whose children are not those of WordPress, in their order, each with what it has. */
export function departures(xml: string): string[] {
  const found = new Set<string>()
  const open: { name: string; children: string; isCdata: boolean }[] = []
  const parser = sax.parser(true)
  parser.onopentag = ({ name }) => open.push({ name, children: '', isCdata: false })
  parser.onopencdata = () => {
    const top = open.at(-1)
    if (top) top.isCdata = true
  }
  parser.onclosetag = (name) => {
    const closed = open.pop()
    const parent = open.at(-1)
    const grammar = GRAMMARS.get(name)
    if (parent) parent.children += `${name}${closed?.isCdata ? '!' : ''} `
    if (closed && grammar && !grammar.test(closed.children)) found.add(`${name} : ${closed.children}`)
  }
  parser.write(xml).close()
  return [...found]
}
