import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { ArticleBody } from '../components/article/ArticleBody.tsx'
import { readExport } from '../lib/articles/export.ts'
import { readPictures } from '../lib/articles/pictures.ts'
import { check } from '../lib/document/check.ts'
import { readArguments, UsageError, withDatabase } from './usage.ts'

async function exportHtml(path: string): Promise<void> {
  await withDatabase(async (database) => {
    const row = await database.article.findUnique({ where: { path }, select: { document: true } })
    if (!row) throw new UsageError(`aucun article à l’adresse ${path}`)
    const document = check(row.document)
    const pictures = await readPictures(database, document)
    console.log(renderToStaticMarkup(createElement(ArticleBody, { document, pictures })))
  })
}

/** `export --format json [--path P]`, one JSON line an article; `export --format html --path P`, its body. */
export async function exportCommand(args: string[]): Promise<void> {
  const { values } = readArguments({
    args,
    options: { format: { type: 'string' }, path: { type: 'string' } },
  })
  const { format, path } = values
  if (format === 'html' && path) return exportHtml(path)
  if (format === 'html') throw new UsageError('export --format html : --path dit quel article')
  if (format !== 'json') throw new UsageError('export : --format json ou --format html')
  await withDatabase(async (database) => {
    let count = 0
    for await (const article of readExport(database, path ?? null)) {
      count += 1
      console.log(JSON.stringify(article))
    }
    if (path && count === 0) throw new UsageError(`aucun article à l’adresse ${path}`)
  })
}
