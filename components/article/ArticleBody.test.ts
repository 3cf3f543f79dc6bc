import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import type { Picture } from '../../lib/articles/types.ts'
import { check } from '../../lib/document/check.ts'
import { ArticleBody } from './ArticleBody.tsx'

const picture: Picture = {
  id: 'pont',
  src: '/media/pont.jpg',
  width: 1200,
  height: 800,
  alt: 'Le pont',
  credit: null,
  placeholder: null,
  focus: null,
  sizes: [{ src: '/media/pont-480.webp', width: 480, type: 'image/webp' }],
}

function render(...content: unknown[]): string {
  const document = check({ type: 'doc', content })
  return renderToStaticMarkup(createElement(ArticleBody, { document, pictures: { pont: picture } }))
}

const text = (words: string, ...marks: unknown[]) => ({ type: 'text', text: words, marks })
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content })
const section = (anchor: string, level: number, ...blocks: unknown[]) => ({
  type: 'section',
  attrs: { anchor, level },
  content: [{ type: 'sectionHeading', content: [text(`Titre ${anchor}`)] }, ...blocks],
})
const item = (hashtag: string, target: string) => ({
  type: 'summaryItem',
  attrs: { hashtag, target },
  content: [text('Ce qu’on y lit')],
})
const note = (id: string) => ({ type: 'footnote', attrs: { id }, content: [paragraph(text(`Note ${id}`))] })
const call = (noteId: string, ...marks: unknown[]) => ({ type: 'footnoteRef', attrs: { noteId }, marks })
const caption = { type: 'caption', content: [text('Vu du quai')] }

describe('the summary', () => {
  const html = render(section('a', 2), section('b', 2), {
    type: 'summary',
    attrs: { linkLabel: 'Accéder au résumé' },
    content: [item('#Été!', 'a'), item('#Suite', 'a'), item('#Fin', 'b')],
  })

  test('opens the article, closed, behind a link that leads to it', () => {
    expect(html.indexOf('href="#resume"')).toBeLessThan(html.indexOf('<details id="resume"'))
    expect(html.indexOf('<details id="resume"')).toBeLessThan(html.indexOf('id="a"'))
    expect(html).toContain('<summary data-length="3 points, 1 min">Résumé</summary>')
    expect(html).not.toContain(' open')
  })

  test('leads to each section, which leads back to the very entry', () => {
    expect(html).toContain('<li id="resume-a"><a href="#a"><strong class="hashtag">#Été!</strong>')
    expect(html).toContain('<li id="resume-a.2"><a href="#a">')
    expect(html).toContain('<a href="#resume-a" title="Revenir au résumé">#Été!</a>')
    expect(html).toContain('<a href="#resume-a.2" title="Revenir au résumé">#Suite</a>')
    expect(html).toContain('<a href="#resume-b" title="Revenir au résumé">#Fin</a>')
  })
})

describe('notes', () => {
  const html = render(paragraph(text('Un'), call('1'), text(' deux'), call('2'), text(' trois'), call('1')), {
    type: 'footnotes',
    content: [note('1'), note('2')],
  })

  test('each call leads to its note and has an id of its own', () => {
    expect(
      [...html.matchAll(/<a href="(#note-\d)" id="([^"]+)"/g)].map(([, href, id]) => [href, id]),
    ).toEqual([
      ['#note-1', 'appel-1'],
      ['#note-2', 'appel-2'],
      ['#note-1', 'appel-1-2'],
    ])
  })

  test('each note leads back to all its calls', () => {
    const [, first = '', second = ''] = html.split('<li id="note-')
    expect([...first.matchAll(/href="#(appel[^"]*)"/g)].map(([, id]) => id)).toEqual(['appel-1', 'appel-1-2'])
    expect([...second.matchAll(/href="#(appel[^"]*)"/g)].map(([, id]) => id)).toEqual(['appel-2'])
  })
})

describe('headings', () => {
  test('never skip a level, whatever the source did', () => {
    const html = render(section('a', 3), section('b', 5), section('c', 3), section('d', 2), section('e', 3))
    expect([...html.matchAll(/<h(\d) id="(\w)"/g)].map(([, level, id]) => `${id}${level}`)).toEqual([
      'a2',
      'b3',
      'c2',
      'd2',
      'e3',
    ])
  })

  test('keep former ids before them, and show the time code that their words lost', () => {
    const html = render({
      type: 'section',
      attrs: { anchor: 'film', aliases: ['été'], timecode: 390 },
      content: [{ type: 'sectionHeading', content: [text('Le fond')] }],
    })
    expect(html.indexOf('<span id="été"></span>')).toBeLessThan(html.indexOf('<h2 id="film"'))
    expect(html).toContain('<time class="timecode" dateTime="PT6M30S">6:30</time>')
  })
})

describe('pictures', () => {
  test('are an img of known size and its caption, directly in the figure', () => {
    const html = render({ type: 'figure', attrs: { mediaId: 'pont' }, content: [caption] })
    expect(html).toMatch(
      /<figure[^>]*><img src="\/media\/pont.jpg"[^>]*width="1200" height="800" alt="Le pont"/,
    )
    expect(html).toContain('</figcaption><a class="enlarge" href="/media/pont.jpg"')
    expect(html).not.toContain('<link')
  })

  test('have no empty caption, and the empty alt that the author chose stays', () => {
    const html = render({ type: 'figure', attrs: { mediaId: 'pont', alt: '' } })
    expect(html).not.toContain('figcaption')
    expect(html).toContain('alt=""')
  })

  test('are named where their file is missing, and nothing is asked of the old site', () => {
    const src = 'https://www.ancien.example/wp-content/uploads/2019/02/four.jpg?w=3'
    const html = render({ type: 'figure', attrs: { mediaId: 'perdu', src }, content: [caption] })
    expect(html).toContain('role="img" class="missing-picture" aria-label="Image manquante : four.jpg"')
    expect(html).not.toContain('<img')
    expect(html).not.toContain('ancien.example')
  })
})

describe('text', () => {
  const link = { type: 'link', attrs: { href: '/pont/' } }

  test('a link of which one word is bold is one link', () => {
    const html = render(
      paragraph(text('le ', link), text('grand', link, { type: 'bold' }), text(' pont', link)),
    )
    expect(html).toContain('<a href="/pont/">le <strong>grand</strong> pont</a>')
  })

  test('no link stands in another', () => {
    const html = render(paragraph(text('le pont', link), call('1', link)), {
      type: 'footnotes',
      content: [note('1')],
    })
    expect(html).toContain('<a href="/pont/">le pont</a><sup')
  })

  test('is never markup', () => {
    expect(render(paragraph(text('<script>x</script>')))).toContain('&lt;script&gt;x&lt;/script&gt;')
  })
})

test('a film asks nothing of its site before the reader follows the link', () => {
  const url = 'https://www.youtube.com/embed/chapoDemo01'
  const html = render({ type: 'embed', attrs: { provider: 'youtube', id: 'chapoDemo01', url, start: 60 } })
  expect(html).toContain('href="https://www.youtube.com/watch?v=chapoDemo01&amp;t=60s"')
  expect(html).not.toMatch(/<(?:iframe|img|script|link)/)
  expect(html).toContain('data-plate="YouTube"')
})

test('a film is announced by its own picture, which is kept here', () => {
  const url = 'https://www.youtube.com/embed/chapoDemo01'
  const html = render({
    type: 'embed',
    attrs: { provider: 'youtube', id: 'chapoDemo01', url, posterId: 'pont', poster: 'https://s.test/p.jpg' },
  })
  expect(html).toMatch(/<a class="embed-card"[^>]*><span class="embed-screen"[^>]*><img src="\/media\/pont/)
  expect(html).not.toContain('s.test')
  expect(html).not.toContain('data-plate')
})

test('a section is numbered once', () => {
  const numbered = (words: string) =>
    render({
      type: 'section',
      attrs: { anchor: 'a', kind: 'ordinal', ordinal: 1 },
      content: [{ type: 'sectionHeading', content: [text(words)] }],
    })
  expect(numbered('1re leçon : raconter')).toContain('data-ordinal="1"')
  expect(numbered('Premier conseil')).toContain('data-ordinal="1"')
  for (const words of ['1. montrer l’exemple', '1) montrer', '1 – montrer'])
    expect(numbered(words)).not.toContain('data-ordinal')
})

test('a first paragraph of a few words has no drop cap', () => {
  expect(render(paragraph(text('Contact :')))).toContain('data-opening="short"')
  expect(render(paragraph(text('Il y a longtemps. '.repeat(12))))).not.toContain('data-opening')
})

describe('names of people', () => {
  const people = [{ slug: 'ana-li', name: 'Ana Li' }]
  const figure = (...content: unknown[]) => ({
    type: 'figure',
    attrs: { mediaId: 'pont' },
    content: [{ type: 'caption', content }],
  })
  const credit = {
    type: 'credit',
    attrs: { kind: 'method', people: [] },
    content: [text('Relu par Ana Li.')],
  }
  const shown = (...content: unknown[]) => {
    const document = check({ type: 'doc', content })
    return renderToStaticMarkup(createElement(ArticleBody, { document, pictures: { pont: picture }, people }))
  }
  const link = '<a class="person-name" href="/personne/ana-li/">Ana Li</a>'

  test('lead to their page from captions and credits, once a line, and from nowhere else', () => {
    const html = shown(paragraph(text('Ana Li')), figure(text('Ana Li et Ana Li')), {
      type: 'credits',
      content: [credit],
    })
    expect(html).toContain(`<p>Ana Li</p>`)
    expect(html).toContain(`<figcaption>${link} et Ana Li</figcaption>`)
    expect(html).toContain(`Relu par ${link}.`)
  })

  test('never stand inside another link, nor in a feed', () => {
    const linked = figure(
      text('Ana Li', { type: 'link', attrs: { href: 'https://a.example/', title: null } }),
    )
    expect(shown(linked)).toContain('<figcaption><a href="https://a.example/">Ana Li</a></figcaption>')
    expect(render(figure(text('Ana Li')))).toContain('<figcaption>Ana Li</figcaption>')
  })
})

describe('lists and tables', () => {
  const line = (words: string) => [paragraph(text(words))]
  const cell = (words: string, type = 'tableCell') => ({ type, content: line(words) })

  test('a list counts down, and from the number that an item gives itself', () => {
    const list = render({
      type: 'orderedList',
      attrs: { start: 9, reversed: true },
      content: [
        { type: 'listItem', content: line('neuf') },
        { type: 'listItem', attrs: { value: 4 }, content: line('quatre') },
      ],
    })
    expect(list).toContain('<ol start="9" type="1" reversed=""><li><p>neuf</p></li><li value="4">')
  })

  test('a table has its head, its body and its foot', () => {
    const row = (foot: boolean, ...content: unknown[]) => ({ type: 'tableRow', attrs: { foot }, content })
    const table = render({
      type: 'table',
      content: [row(false, cell('A', 'tableHeader')), row(true, cell('T')), row(false, cell('a'))],
    })
    expect(table.replace(/<\/?p>/g, '')).toContain(
      '<thead><tr><th>A</th></tr></thead><tbody><tr><td>a</td></tr></tbody><tfoot><tr><td>T</td></tr></tfoot>',
    )
  })
})
