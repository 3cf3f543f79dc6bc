import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { visible } from '../articles/queries.ts'
import { saveArticle } from '../articles/save.ts'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase, temporaryFolder } from '../testing/database.ts'
import { varDump, wxr, wxrItem } from '../testing/wordpress.ts'
import { importFiles } from './import-files.ts'
import { isComplete, summarize } from './report.ts'

const database = await temporaryDatabase()
const folder = temporaryFolder()

function file(name: string, content: string | Buffer): string {
  const place = path.join(folder, name)
  writeFileSync(place, content)
  return place
}

async function run(content: string | Buffer, name = 'export.xml', dryRun = false) {
  const report = await importFiles(database, {
    files: [file(name, content)],
    media: null,
    dryRun,
    onProgress: () => {},
  })
  return { report, text: summarize(report), error: report.files[0]?.error ?? '' }
}

const titles = async () =>
  (await database.article.findMany({ orderBy: { path: 'asc' } })).map((article) => article.title)

beforeEach(async () => {
  await database.sourceRecord.deleteMany()
  await database.article.deleteMany()
  await database.redirect.deleteMany()
})

describe('import', () => {
  it('brings articles in at their own addresses, and leads the old ones there', async () => {
    const { report } = await run(wxr(wxrItem({ id: 7, slug: 'sept', title: 'Entretien / Sept' })))
    expect(isComplete(report)).toBe(true)
    const article = await database.article.findFirstOrThrow({ include: { redirects: true } })
    expect(article).toMatchObject({ path: '/sept/', kind: 'interview', title: 'Sept', status: 'published' })
    expect(article.publishedAt?.toISOString()).toBe('2024-03-02T07:46:15.000Z')
    expect(article.redirects.map(({ from }) => from).sort()).toEqual(['/2024/03/02/sept/', '?p=7'])
  })

  it('changes nothing the second time, and says so', async () => {
    const source = wxr(wxrItem({ id: 1 }), wxrItem({ id: 2 }))
    await run(source)
    const before = await database.article.findMany()
    const { report, text } = await run(source)
    expect(report.counts).toMatchObject({ unchanged: 2, created: 0, updated: 0 })
    expect(text).toContain('Rien n’a changé.')
    expect(await database.article.findMany()).toEqual(before)
  })

  it('takes what WordPress changed, and moves the article with its old address', async () => {
    await run(wxr(wxrItem({ id: 1, slug: 'avant' })))
    const { report } = await run(wxr(wxrItem({ id: 1, slug: 'apres', content: 'Autre chose.' })))
    expect(report.counts.updated).toBe(1)
    expect(await database.article.findFirstOrThrow()).toMatchObject({
      path: '/apres/',
      excerpt: 'Autre chose.',
    })
    expect(await database.redirect.findUnique({ where: { from: '/avant/' } })).toMatchObject({
      to: '/apres/',
    })
  })

  it('never overwrites what was edited here', async () => {
    await run(wxr(wxrItem({ id: 1, slug: 'un' })))
    const { id } = await database.article.findFirstOrThrow()
    await saveArticle(database, sampleArticle('un', {}, 'Corrigé ici.'), { id })
    const { report } = await run(wxr(wxrItem({ id: 1, slug: 'un', content: 'Changé là-bas.' })))
    expect(report.counts.kept).toBe(1)
    expect(await database.article.findFirstOrThrow()).toMatchObject({ excerpt: 'Corrigé ici.' })
  })

  it('completes a dump with the export of the same site, nothing doubled, never the other way', async () => {
    const dump = varDump({ id: 5, title: 'Focus / Cinq', slug: 'cinq', content: 'Un texte sans lien.' })
    expect((await run(dump, 'dump.txt')).report.counts.created).toBe(1)
    const full = wxr(
      wxrItem({
        id: 5,
        slug: 'cinq',
        title: 'Focus / Cinq',
        content: 'Un texte <a href="/x/">avec lien</a>.',
      }),
    )
    expect((await run(full)).report.counts.updated).toBe(1)
    expect((await run(dump, 'dump.txt')).report.counts.poorer).toBe(1)
    const articles = await database.article.findMany()
    expect(articles.map(({ path: at, excerpt }) => [at, excerpt])).toEqual([
      ['/cinq/', 'Un texte avec lien.'],
    ])
  })

  it('shows nobody what WordPress kept private', async () => {
    const password = '<wp:post_password>secret</wp:post_password>'
    await run(
      wxr(
        wxrItem({ id: 1, status: 'draft' }),
        wxrItem({ id: 2, status: 'private' }),
        wxrItem({ id: 3, status: 'acf-disabled' }),
        wxrItem({ id: 4 }).replace(/<wp:post_password>.*?<\/wp:post_password>/, password),
        wxrItem({ id: 5, status: 'future' }).replaceAll('2024-03-02 0', '2999-03-02 0'),
        wxrItem({ id: 6 }),
      ),
    )
    const shown = await database.article.findMany({ where: visible(new Date()) })
    expect(shown.map((article) => article.slug)).toEqual(['post-6'])
    expect(await database.article.count()).toBe(6)
  })

  it('names what it leaves aside', async () => {
    const { report, text } = await run(
      wxr(wxrItem({ id: 1, type: 'nav_menu_item' }), wxrItem({ id: 2, status: 'trash' }), wxrItem({ id: 3 })),
    )
    expect(report.counts).toMatchObject({ skipped: 2, created: 1 })
    expect(text).toContain('nav_menu_item')
    expect(text).toContain('à la corbeille')
  })

  it('writes nothing when it only tries', async () => {
    const { report, text } = await run(wxr(wxrItem({ id: 1 })), 'export.xml', true)
    expect(report.counts.created).toBe(1)
    expect(text).toContain('rien n’a été écrit')
    expect(await titles()).toEqual([])
  })

  it('gives another path to an article whose address is taken', async () => {
    await saveArticle(database, sampleArticle('pris'))
    const { report } = await run(wxr(wxrItem({ id: 9, slug: 'pris' })))
    expect(report.items[0]).toMatchObject({ outcome: 'created', path: '/pris-9/' })
    expect(report.items[0]?.flags.map((flag) => flag.code)).toContain('path-taken')
  })
})

describe('an item that cannot be stored', () => {
  it('is refused alone, and named', async () => {
    for (const slug of ['pris', 'pris-9']) await saveArticle(database, sampleArticle(slug))
    const { report } = await run(
      wxr(wxrItem({ id: 8 }), wxrItem({ id: 9, slug: 'pris' }), wxrItem({ id: 10 })),
    )
    expect(report.items.map(({ outcome }) => outcome)).toEqual(['created', 'failed', 'created'])
    expect(report.items[1]?.reason).toContain('path')
    expect(isComplete(report)).toBe(false)
    expect(await database.article.count()).toBe(4)
  })

  it('does not stand in the way of one that takes the place of an article that moved', async () => {
    await run(wxr(wxrItem({ id: 1, slug: 'place' })))
    await run(wxr(wxrItem({ id: 2, slug: 'place' }), wxrItem({ id: 1, slug: 'ailleurs' })))
    expect(await titles()).toEqual(['Titre 1', 'Titre 2'])
    await run(wxr(wxrItem({ id: 1, slug: 'loin' }), wxrItem({ id: 3, slug: 'ailleurs' })))
    const paths = (await database.article.findMany()).map((article) => article.path).sort()
    expect(paths).toEqual(['/ailleurs/', '/loin/', '/place-2/'])
    expect(await database.redirect.findUnique({ where: { from: '/ailleurs/' } })).toBeNull()
  })
})

describe('bad input is named, and whole articles only come in', () => {
  it.each([
    ['an empty file', '', 'vide'],
    ['an unknown format', 'Bonjour, ceci est une lettre.', 'format'],
    ['a print_r', 'WP_Query Object\n(\n    [posts] => Array\n        (\n        )\n)\n', 'print_r'],
    ['XML that is no export', '<?xml version="1.0"?><html><body/></html>', 'rss'],
  ])('%s', async (_name, content, word) => {
    const { report, error } = await run(content, 'entree.txt')
    expect(error).toContain(word)
    expect(error).toContain('entree.txt')
    expect(isComplete(report)).toBe(false)
    expect(await titles()).toEqual([])
  })

  it('a file that is not there', async () => {
    const options = {
      files: [path.join(folder, 'absent.xml')],
      media: null,
      dryRun: false,
      onProgress: () => {},
    }
    const report = await importFiles(database, options)
    expect(report.files[0]?.error).toContain('absent.xml')
  })

  it('an XML error in the middle of a file', async () => {
    const broken = wxr(
      wxrItem({ id: 1 }),
      wxrItem({ id: 2 }),
      '<item><title>x</titre></item>',
      wxrItem({ id: 3 }),
    )
    const { report, error } = await run(broken)
    expect(error).toMatch(/ligne \d+/)
    expect(isComplete(report)).toBe(false)
    expect(await titles()).toEqual(['Titre 1', 'Titre 2'])
    const { report: mended } = await run(wxr(...[1, 2, 3].map((id) => wxrItem({ id }))))
    expect(mended.counts).toMatchObject({ unchanged: 2, created: 1 })
  })

  it('a dump that was cut', async () => {
    const post = (id: number) => ({
      id,
      title: `Titre ${id}`,
      slug: `post-${id}`,
      content: 'Texte. '.repeat(40),
    })
    const whole = varDump(post(1), post(2))
    const { report, error } = await run(whole.slice(0, whole.length - 200), 'dump.txt')
    expect(error).toContain('dump.txt')
    expect(isComplete(report)).toBe(false)
    expect(await titles()).toEqual(['Titre 1'])
  })

  it('100 MB of anything, at once', async () => {
    const start = performance.now()
    const { error } = await run(Buffer.alloc(100 * 1024 * 1024, 'x'), 'gros.bin')
    expect(error).toContain('gros.bin')
    expect(performance.now() - start).toBeLessThan(8000)
  })
})
