import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readNames, readSource, sourceFiles } from '../wordpress/read.ts'
import type { SourceItem } from '../wordpress/source.ts'

/** What several saved answers of the REST API, put in a folder below `folder`, give together. */
export async function readAnswers(folder: string, files: Record<string, unknown>) {
  const items: SourceItem[] = []
  const warnings: string[] = []
  let error = ''
  const place = await mkdtemp(join(folder, 'rest-'))
  for (const [name, value] of Object.entries(files))
    await writeFile(join(place, name), typeof value === 'string' ? value : JSON.stringify(value))
  const paths = await sourceFiles([place])
  const names = await readNames(paths)
  for (const path of paths) {
    try {
      for await (const event of readSource(path, names)) {
        if (event.kind === 'item') items.push(event.item)
        if (event.kind === 'warning') warnings.push(event.message)
      }
    } catch (thrown) {
      error = String(thrown)
    }
  }
  return { items, warnings, error }
}

const href = (id: number) => `https://www.essai.test/blog/wp-json/wp/v2/posts/${id}`
/** A post as the API answers it. */
export const restPost = (id: number, more: Record<string, unknown> = {}) => ({
  id,
  date: '2024-03-02T08:46:15',
  date_gmt: '2024-03-02T07:46:15',
  modified: '2024-03-03T08:00:00',
  modified_gmt: '2024-03-03T07:00:00',
  slug: `post-${id}`,
  status: 'publish',
  type: 'post',
  link: `https://www.essai.test/blog/post-${id}/`,
  guid: { rendered: `https://www.essai.test/blog/?p=${id}` },
  title: { rendered: 'L&#8217;un &#038; l&#8217;autre' },
  content: { rendered: '<p>Du texte.</p>\n', protected: false },
  excerpt: { rendered: '<p>Du texte.</p>\n', protected: false },
  author: 8,
  featured_media: 12,
  comment_status: 'open',
  sticky: false,
  meta: [],
  categories: [3],
  tags: [4],
  _links: { self: [{ href: href(id) }] },
  ...more,
})
