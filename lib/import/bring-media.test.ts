import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { env } from '../env.ts'
import { temporaryDatabase, temporaryFolder } from '../testing/database.ts'
import { wxr, wxrItem } from '../testing/wordpress.ts'
import { importFiles } from './import-files.ts'

const database = await temporaryDatabase()
env.MEDIA_DIR = temporaryFolder()
const folder = temporaryFolder()
const site = 'https://www.essai.test/wp-content/uploads'

const colours = ['#100', '#200', '#300', '#400', '#500', '#600']
const jpegs = await Promise.all(
  colours.map((background) =>
    sharp({ create: { width: 60, height: 40, channels: 3, background } })
      .jpeg()
      .toBuffer(),
  ),
)
const files: Record<string, string | Buffer | undefined> = {
  '2019/03/a.jpg': jpegs[0],
  '2019/04/a.jpg': jpegs[1],
  '2019/03/b-scaled.jpg': jpegs[2],
  '2019/03/hors-mediatheque.jpg': jpegs[3],
  '2019/03/programme.pdf': '%PDF-1.4',
  '2019/03/son.mp3': 'ID3 son',
  '2019/03/dessin.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><rect/></svg>',
  '2019/03/piege.jpg': '<html></html>',
}
for (const [name, content] of Object.entries(files)) {
  const file = path.join(folder, 'wp-content/uploads', name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, content ?? '')
}

const asked: string[] = []
const other = createServer((request, response) => {
  asked.push(request.url ?? '')
  if (request.url?.startsWith('/wp-content/uploads/2019/03/a.jpg')) response.end(jpegs[4])
  else {
    const content = files[request.url?.replace('/wp-content/uploads/', '') ?? '']
    if (content) response.end(content)
    else response.writeHead(404).end()
  }
})
await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
afterAll(() => other.close())
const address = other.address()
const elsewhere = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`

const attachment = (id: number, url: string, caption = '', more = '') =>
  wxrItem({
    id,
    type: 'attachment',
    status: 'inherit',
    slug: `piece-${id}`,
    more: `<wp:attachment_url>${url}</wp:attachment_url>${more}`,
  }).replace('<excerpt:encoded><![CDATA[]]>', `<excerpt:encoded><![CDATA[${caption}]]>`)

async function run(content: string, media: string | null, attachments: string[] = []) {
  const file = path.join(temporaryFolder(), 'export.xml')
  writeFileSync(file, wxr(wxrItem({ id: 1, slug: 'un', content }), ...attachments))
  const report = await importFiles(database, {
    files: [file],
    media,
    allowPrivate: true,
    dryRun: false,
    onProgress: () => {},
  })
  const { document } = await database.article.findFirstOrThrow()
  const text = JSON.stringify(document)
  const flags = (report.items[0]?.flags ?? []).flatMap(({ code, detail }) =>
    /^(?:media|svg)/.test(code) ? [`${code} ${detail}`] : [],
  )
  const shown = [...text.matchAll(/"mediaId":(?:"(\w+)"|null)/g)].map((match) => match[1] ?? null)
  return { report, text, flags, shown }
}
const idOf = async (name: string) =>
  (await database.media.findFirstOrThrow({ where: { attachments: { some: { url: `${site}/${name}` } } } })).id
const image = (src: string, more = '') => `<p><img src="${src}" alt="x"${more}></p>`

beforeEach(async () => {
  await database.sourceRecord.deleteMany()
  await database.article.deleteMany()
  await database.redirect.deleteMany()
  await database.mediaAddress.deleteMany()
  await database.attachment.deleteMany()
  await database.media.deleteMany()
  asked.length = 0
})

const library = [
  attachment(12, `${site}/2019/03/a.jpg`),
  attachment(13, `${site}/2019/04/a.jpg`),
  attachment(14, `${site}/2019/03/b-scaled.jpg`),
]

describe('which file a picture is', () => {
  it.each([
    `${site}/2019/03/a.jpg`,
    `${site}/2019/03/a-1024x683.jpg`,
    `${site}/2019/03/a-e1551514567.jpg`,
    `${site}/2019/03/a-rotated.jpg`,
    'https://i0.wp.com/essai.test/wp-content/uploads/2019/03/a.jpg?w=640',
    '//www.essai.test/wp-content/uploads/2019/03/a.jpg',
    'http://essai.test/wp-content/uploads/2019/03/a-300x200.jpg?w=1',
    '/wp-content/uploads/2019/03/a.jpg',
  ])('%s', async (src) => {
    const { shown } = await run(image(src), folder, library)
    expect(shown).toEqual([await idOf('2019/03/a.jpg')])
  })

  it('the id says it first, then the whole path, never the name alone', async () => {
    const gone = '/wp-content/uploads/2018/01/a.jpg'
    const { shown, flags } = await run(
      image(gone, ' class="wp-image-13"') + image(`${site}/2019/04/a-150x150.jpg`) + image(gone),
      folder,
      library,
    )
    const april = await idOf('2019/04/a.jpg')
    expect(shown).toEqual([april, april, null])
    expect(flags).toEqual([`media-missing ${gone} : absent de ${folder}`])
  })

  it('a former address of the site is still the site; the same path of another host is not', async () => {
    const guid = attachment(12, `${site}/2019/03/a.jpg`).replace(
      /<guid[^>]*>[^<]*/,
      '<guid isPermaLink="false">http://ancien.test/wp-content/uploads/2019/03/a.jpg',
    )
    const path3 = 'wp-content/uploads/2019/03/a.jpg'
    const { shown } = await run(
      image(`http://ancien.test/${path3}`) + image(`https://ailleurs.test/${path3}`),
      folder,
      [guid],
    )
    expect(shown).toEqual([await idOf('2019/03/a.jpg'), null])
  })

  it('a file that the library does not know is found by its path, and known the next time', async () => {
    const content = image(`${site}/2019/03/hors-mediatheque-300x200.jpg`)
    const { shown, report } = await run(content, folder)
    expect(shown).toEqual([expect.stringMatching(/^\w{32}$/)])
    expect(report.counts.created).toBe(1)
    expect((await run(content, null)).report.counts.unchanged).toBe(1)
  })
})

describe('what is not a picture', () => {
  it('players and links lead to the stored files; a page is left alone', async () => {
    const { text, flags } = await run(
      `<p>Le <a href="${site}/2019/03/programme.pdf">programme</a>, la <a href="${site}/2019/03/a.jpg">photo</a>, la <a href="https://www.essai.test/page/">page</a>, le <a href="https://x.test/autre.pdf">reste</a>.</p>\n\n[audio src="${site}/2019/03/son.mp3"]`,
      folder,
      library,
    )
    expect(text).not.toContain('wp-content')
    expect(text.match(/\/media\/\w{32}\.(?:pdf|jpg|mp3)/g)?.map((file) => file.slice(-3))).toEqual([
      'pdf',
      'jpg',
      'mp3',
    ])
    expect(text).toContain('https://www.essai.test/page/')
    expect(text).toContain('https://x.test/autre.pdf')
    expect(flags).toEqual([])
  })

  it('says what could not be had, and keeps figure, caption and address', async () => {
    const { text, flags, report } = await run(
      `[caption id="attachment_15" width="60"]${image(`${site}/2019/03/piege.jpg`)} Une légende[/caption]${image('https://loin.test/x.png')}`,
      folder,
      [attachment(15, `${site}/2019/03/piege.jpg`)],
    )
    expect(text).toContain('Une légende')
    expect(text).toContain('https://loin.test/x.png')
    expect(report.attachments.problems[0]).toContain('piege.jpg : type de fichier refusé')
    expect(flags.map((flag) => flag.split(' ').slice(0, 2).join(' '))).toEqual([
      `media-missing ${site}/2019/03/piege.jpg`,
      'media-missing https://loin.test/x.png',
    ])
  })

  it('cleans an SVG, and says so', async () => {
    const { flags, shown } = await run(image(`${site}/2019/03/dessin.svg`), folder)
    expect(shown).toEqual([expect.any(String)])
    expect(flags).toEqual([`svg-sanitised ${site}/2019/03/dessin.svg`])
  })

  it('puts the credit apart', async () => {
    await run('', folder, [attachment(12, `${site}/2019/03/a.jpg`, 'La fête. Crédit : Zoé')])
    expect(await database.media.findFirstOrThrow()).toMatchObject({ caption: 'La fête.', credit: 'Zoé' })
    expect(await database.attachment.findFirstOrThrow()).toMatchObject({ caption: 'La fête. Crédit : Zoé' })
  })
})

describe('the picture in the place of a player', () => {
  const posters = (text: string) =>
    [...text.matchAll(/"posterId":(?:"(\w+)"|null)/g)].map(([, id]) => id ?? null)
  const film = (id: string, poster = '') =>
    `[video src="https://www.youtube.com/watch?v=${id}"${poster && ` poster="${poster}"`}]`

  it('is the file that the source names, and is missed when it was the old site’s', async () => {
    const gone = `${site}/2018/01/rien.jpg`
    const { text, flags } = await run(
      film('chapoDemo01', `${site}/2019/03/a-300x200.jpg`) +
        film('chapoDemo02', gone) +
        film('chapoDemo03', 'https://i.ytimg.com/vi/chapoDemo03/hqdefault.jpg') +
        film('chapoDemo04'),
      folder,
      library,
    )
    expect(posters(text)).toEqual([await idOf('2019/03/a.jpg'), null, null, null])
    expect(flags).toEqual([`media-missing ${gone} : absent de ${folder}`])
  })

  it('is the one that the player’s own site is known to give, once files are fetched', async () => {
    const address = `${elsewhere}/wp-content/uploads/2019/03/a.jpg`
    const known = await run(image(address), elsewhere, library)
    await database.mediaAddress.update({
      where: { url: address },
      data: { url: 'https://i.ytimg.com/vi/chapoDemo01/hqdefault.jpg' },
    })
    const { text, report } = await run(film('chapoDemo01'), null)
    expect(posters(text)).toEqual([known.shown[0]])
    expect(report.items[0]?.flags.map(({ code }) => code)).not.toContain('media-missing')
  })
})

describe('from the old site', () => {
  it('copies pictures of other hosts, says so, and asks for each once', async () => {
    const external = `${elsewhere}/wp-content/uploads/2019/03/a.jpg?x=1`
    const content =
      image(external) + image(`${site}/2019/04/a-300x200.jpg`) + image(`${elsewhere}/absent.jpg`).repeat(2)
    const { shown, flags } = await run(content, elsewhere, library)
    expect(shown.map((id) => id !== null)).toEqual([true, true, false, false])
    expect(shown[0]).not.toBe(shown[1])
    expect(flags).toEqual([
      `media-external ${external}`,
      `media-missing ${elsewhere}/absent.jpg : absent de ${elsewhere}/`,
    ])
    expect(asked.filter((url) => url === '/absent.jpg')).toHaveLength(1)
    asked.length = 0
    const { report } = await run(content, elsewhere, library)
    expect(report.counts.unchanged).toBe(1)
    expect(asked).toEqual(['/absent.jpg'])
    expect(readdirSync(path.join(env.MEDIA_DIR, '.partial'))).toEqual([])
  })
})
