import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { z } from 'zod'
import { ArticleBody } from '../components/article/ArticleBody.tsx'
import { bylineText } from '../components/article/byline.ts'
import { peopleOf } from '../components/article/person-names.ts'
import { readExport } from '../lib/articles/export.ts'
import { readPictures } from '../lib/articles/pictures.ts'
import { peopleNamedIn } from '../lib/articles/read-people.ts'
import type { Picture } from '../lib/articles/types.ts'
import type { Database } from '../lib/db.ts'
import { check } from '../lib/document/check.ts'
import { ROLES } from '../lib/document/schema.ts'
import type { Document } from '../lib/document/types.ts'
import { env } from '../lib/env.ts'
import { copyPictures, fileOf, fromFile, writeIn } from '../lib/export/files.ts'
import { frontMatter, markdown } from '../lib/export/markdown.ts'
import type { ExportedArticle } from '../lib/export/wxr-article.ts'
import { escapeText } from '../lib/html.ts'
import { site } from '../lib/site.ts'

const role = z.enum(ROLES)

/** The line that signs an article. */
export function bylineOf(credits: ExportedArticle['credits']): string {
  return bylineText(credits.map((credit) => ({ role: role.parse(credit.role), person: credit })))
}

type Pictures = Record<string, Picture>

const render = (document: Document, pictures: Pictures): string =>
  renderToStaticMarkup(createElement(ArticleBody, { document, pictures }))

/** The body of an article as a reader gets it. */
export async function htmlBody(database: Database, article: ExportedArticle): Promise<string> {
  const document = check(article.document)
  const pictures = await readPictures(database, document)
  const people = peopleOf({
    credits: article.credits.map((credit) => ({ role: role.parse(credit.role), person: credit })),
    people: await peopleNamedIn(database, article.id),
  })
  return renderToStaticMarkup(createElement(ArticleBody, { document, pictures, people }))
}

function markdownPage(
  { document, id: _id, ...columns }: ExportedArticle,
  address: (src: string) => string,
  pictures: Pictures,
): string {
  const byline = bylineOf(columns.credits)
  const body = markdown(check(document), (node) => {
    const isFigure = node.type === 'figure'
    const picture = pictures[(isFigure ? node.attrs.mediaId : node.attrs.posterId) ?? '']
    return picture ? address(picture.src) : isFigure ? node.attrs.src : node.attrs.poster
  })
  return `${frontMatter({ ...columns, byline })}\n${body}`
}

/** An article as Markdown, pictures at their addresses on the site. */
export async function markdownBody(database: Database, article: ExportedArticle): Promise<string> {
  return markdownPage(article, (src) => src, await readPictures(database, check(article.document)))
}

/** A page that stands alone, without style. */
function htmlPage(article: ExportedArticle, address: (src: string) => string, pictures: Pictures): string {
  const local = Object.entries(pictures).map(([id, picture]): [string, Picture] => {
    const sizes = picture.sizes.map((size) => ({ ...size, src: address(size.src) }))
    return [id, { ...picture, src: address(picture.src), sizes }]
  })
  const title = escapeText(article.title)
  const byline = bylineOf(article.credits)
  const signature = byline === '' ? '' : `<p>${escapeText(byline)}</p>\n`
  const body = render(check(article.document), Object.fromEntries(local))
  return `<!doctype html>
<html lang="${site.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
${signature}${body}
</main>
</body>
</html>
`
}

/** One file an article, with the pictures it shows in `media/`. */
export async function exportFiles(
  database: Database,
  format: 'html' | 'markdown',
  path: string | null,
  folder: string,
): Promise<void> {
  const [extension, write] = format === 'html' ? ['html', htmlPage] : ['md', markdownPage]
  let count = 0
  const missing: string[] = []
  for await (const article of readExport(database, path)) {
    const pictures = await readPictures(database, check(article.document))
    const file = fileOf(article.path, extension)
    missing.push(...(await copyPictures(Object.values(pictures), env.MEDIA_DIR, folder)))
    await writeIn(
      folder,
      file,
      write(article, (src) => fromFile(file, src), pictures),
    )
    count += 1
  }
  console.log(`${count} articles dans ${folder}`)
  if (missing.length > 0)
    throw new Error(
      `${missing.length} fichiers absents de ${env.MEDIA_DIR} : ${missing.slice(0, 5).join(', ')}`,
    )
}
