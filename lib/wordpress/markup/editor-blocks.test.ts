import { describe, expect, it } from 'vitest'
import { readMarkup } from '../markup.ts'
import { attachment, draftOf, flagsOf, linesOf, outline, partsOf } from './testing.ts'

const wrap = (name: string, html: string, json = '') =>
  `<!-- wp:${name} ${json ? `${json} ` : ''}-->\n${html}\n<!-- /wp:${name} -->\n\n`

describe('blocks of the block editor', () => {
  it('are unwrapped in reading order: groups, rows, columns, media and text, covers', () => {
    const p = (text: string) => wrap('paragraph', `<p>${text}</p>`)
    const content =
      wrap(
        'group',
        `<div class="wp-block-group is-layout-flex">${p('un')}</div>`,
        '{"layout":{"type":"flex"}}',
      ) +
      wrap(
        'columns',
        `<div class="wp-block-columns">${wrap('column', `<div class="wp-block-column">${p('deux')}</div>`)}${wrap('column', `<div class="wp-block-column">${p('trois')}</div>`)}</div>`,
      ) +
      wrap(
        'media-text',
        `<div class="wp-block-media-text"><figure><img src="/u/m.jpg" alt="m"/></figure><div>${p('quatre')}</div></div>`,
        '{"mediaId":9}',
      ) +
      wrap(
        'cover',
        `<div class="wp-block-cover" style="background-image:url(https://s.test/u/Fond.jpg)"><div>${p('cinq')}</div></div>`,
        '{"id":5}',
      )
    expect(outline(content)).toEqual([
      'paragraph: un',
      'paragraph: deux',
      'paragraph: trois',
      'figure: ',
      'paragraph: quatre',
      'figure: ',
      'paragraph: cinq',
    ])
    expect(partsOf(content)[3]).toMatchObject({ attrs: { attachmentId: 9, src: '/u/m.jpg' } })
    expect(partsOf(content)[5]).toMatchObject({ attrs: { src: 'https://s.test/u/Fond.jpg' } })
  })

  it('give their pictures the ids that the mark-up lost, one by one', () => {
    const library = [attachment(1, 'https://s.test/u/1.jpg'), attachment(2, 'https://s.test/u/2.jpg')]
    const gallery = wrap(
      'gallery',
      '<ul class="wp-block-gallery columns-2"><li class="blocks-gallery-item"><figure><img src="https://cdn.test/a.jpg" alt="a"/><figcaption>Un</figcaption></figure></li><li class="blocks-gallery-item"><figure><img src="https://cdn.test/b.jpg" alt="b"/></figure></li></ul>',
      '{"ids":[1,2]}',
    )
    expect(partsOf(gallery, library)).toMatchObject([
      {
        type: 'gallery',
        attrs: { columns: 2 },
        content: [
          { attrs: { src: 'https://s.test/u/1.jpg' }, content: [{ content: [{ text: 'Un' }] }] },
          { attrs: { src: 'https://s.test/u/2.jpg' } },
        ],
      },
    ])
    const nested = wrap(
      'gallery',
      `<figure class="wp-block-gallery has-nested-images">${wrap('image', '<figure class="wp-block-image"><img src="https://cdn.test/a.jpg" alt="a"/></figure>', '{"id":1}')}${wrap('image', '<figure class="wp-block-image"><img src="https://cdn.test/b.jpg" alt="b"/></figure>', '{"id":2}')}<figcaption class="blocks-gallery-caption">Toutes</figcaption></figure>`,
      '{"linkTo":"none"}',
    )
    const [first, second] = partsOf(nested, library)
    expect(first).toMatchObject({
      type: 'gallery',
      content: [{ attrs: { attachmentId: 1 } }, { attrs: { attachmentId: 2 } }],
    })
    expect(second && linesOf(second)).toEqual(['Toutes'])
  })

  it('read lists with their start, letters and order, nested', () => {
    const list = wrap(
      'list',
      `<ol reversed start="5" style="list-style-type:lower-roman">${wrap('list-item', `<li>un${wrap('list', `<ul>${wrap('list-item', '<li>deux</li>')}</ul>`)}</li>`)}</ol>`,
      '{"ordered":true,"start":5,"reversed":true}',
    )
    expect(partsOf(list)).toMatchObject([
      {
        type: 'orderedList',
        attrs: { start: 5, style: 'i', reversed: true },
        content: [{ content: [{ type: 'paragraph' }, { type: 'bulletList' }] }],
      },
    ])
    expect(flagsOf(list)).toEqual([])
    expect(partsOf('<ol reversed><li>a</li><li>b</li></ol>')).toMatchObject([{ attrs: { start: 2 } }])
  })

  it('keep the numbers that items give themselves', () => {
    const valuesOf = (html: string) =>
      partsOf(html).map((part) =>
        part.type === 'orderedList'
          ? [part.attrs.start, ...part.content.map(({ attrs }) => attrs.value)]
          : part.type,
      )
    const items = '<li value="3">a</li><li value="">b</li><li value=" 9 ">c</li><li value="x1">d</li>'
    expect(valuesOf(`<ol>${items}</ol>`)).toEqual([[3, null, null, 9, null]])
    expect(valuesOf('<ol start=""><li>a</li><li value="-1">b</li></ol>')).toEqual([[1, null, -1]])
    expect(partsOf(`<ul>${items}</ul>`)).toMatchObject([
      { content: [{ attrs: { value: null } }, {}, {}, {}] },
    ])
  })

  it('keep the foot of a table below, wherever it is written, and the cells of its head as headings', () => {
    const [table] = partsOf(
      '<table><tfoot><tr><td>Total</td><td>3</td></tr></tfoot><thead><tr><td>A</td><td>B</td></tr></thead><tr><td>un</td><td>1</td></tr></table>',
    )
    expect(table).toMatchObject({
      content: [
        { attrs: { foot: false }, content: [{ type: 'tableHeader' }, { type: 'tableHeader' }] },
        { attrs: { foot: false }, content: [{ type: 'tableCell' }, {}] },
        { attrs: { foot: true }, content: [{ type: 'tableCell' }, {}] },
      ],
    })
    expect(table && linesOf(table)).toEqual(['A', 'B', 'un', '1', 'Total', '3'])
  })

  it('keep the line ends of verse, and the marks of preformatted text', () => {
    expect(partsOf(wrap('verse', '<pre class="wp-block-verse">un\ndeux</pre>'))).toMatchObject([
      { type: 'verse', content: [{ text: 'un' }, { type: 'hardBreak' }, { text: 'deux' }] },
    ])
    expect(
      partsOf(wrap('preformatted', '<pre class="wp-block-preformatted">a <a href="/b">b</a>\nc</pre>')),
    ).toMatchObject([{ type: 'verse', content: [{}, { marks: [{ type: 'link' }] }, {}, {}] }])
    expect(partsOf(wrap('code', '<pre class="wp-block-code"><code>a\n  b</code></pre>'))).toMatchObject([
      { type: 'codeBlock' },
    ])
  })

  it('part the two links of a file, and show its preview once', () => {
    const file = wrap(
      'file',
      '<div class="wp-block-file"><object class="wp-block-file__embed" data="/u/a.pdf" type="application/pdf"></object><a href="/u/a.pdf">Rapport</a><a href="/u/a.pdf" class="wp-block-file__button" download>Télécharger</a></div>',
    )
    expect(outline(file)).toEqual(['paragraph: Rapport Télécharger'])
    expect(flagsOf(file)).toEqual([])
  })

  it('open an accordion under its headings, and keep the words of buttons', () => {
    const item =
      '<div class="wp-block-accordion-item"><h3 class="wp-block-accordion-heading"><button type="button" class="wp-block-accordion-heading__toggle"><span class="wp-block-accordion-heading__toggle-title">Un</span><span class="wp-block-accordion-heading__toggle-icon">+</span></button></h3><div class="wp-block-accordion-panel"><p>deux</p></div></div>'
    expect(outline(wrap('accordion', `<div class="wp-block-accordion">${item}</div>`))).toEqual([
      'details: Un / deux',
    ])
    expect(
      outline(
        wrap(
          'button',
          '<div class="wp-block-button"><button class="wp-block-button__link">Trois</button></div>',
        ),
      ),
    ).toEqual(['paragraph: Trois'])
  })

  it('lay out what stands between them as WordPress does a classic post', () => {
    const content = `${wrap('paragraph', '<p>un</p>')}deux\n\ntrois\nquatre\n\n${wrap('freeform', 'cinq\n\nsix')}${wrap('html', '<p>sept</p>\n\nhuit')}`
    expect(outline(content)).toEqual([
      'paragraph: un',
      'paragraph: deux',
      'paragraph: trois\nquatre',
      'paragraph: cinq',
      'paragraph: six',
      'paragraph: sept',
      'paragraph: huit',
    ])
  })
})

describe('blocks without HTML', () => {
  it('are kept as they are written when only WordPress can fill them', () => {
    const content = `${wrap('paragraph', '<p>a</p>')}<!-- wp:latest-posts {"postsToShow":3} /--><!-- wp:acme/liste {"count":3,"layout":"grid list"} /-->`
    expect(outline(content)).toEqual([
      'paragraph: a',
      'legacyShortcode: <!-- wp:latest-posts {"postsToShow":3} /-->',
      'legacyShortcode: <!-- wp:acme/liste {"count":3,"layout":"grid list"} /-->',
    ])
    expect(flagsOf(content)).toEqual(['block-kept:latest-posts', 'block-kept:acme/liste'])
  })
  it('are links, players and pictures when their attributes say so', () => {
    const content =
      '<!-- wp:social-link {"url":"https://www.ex.test/nom","service":"mastodon"} /--><!-- wp:social-link {"url":"javascript:alert(1)","service":"chain"} /--><!-- wp:embed {"url":"https://vimeo.com/76979871"} /--><!-- wp:image {"id":3} /--><!-- wp:spacer {"height":"20px"} /-->'
    expect(partsOf(content, [attachment(3, '/u/3.jpg', { alt: 'trois' })])).toMatchObject([
      {
        type: 'paragraph',
        content: [{ text: 'ex.test', marks: [{ attrs: { href: 'https://www.ex.test/nom' } }] }],
      },
      { type: 'paragraph', content: [{ text: 'chain' }] },
      { type: 'embed', attrs: { provider: 'vimeo' } },
      { type: 'figure', attrs: { src: '/u/3.jpg', alt: 'trois' } },
    ])
  })
  it('name an unknown block once, what it holds kept', () => {
    const box = wrap('acme/box', '<div><p>dedans</p></div>', '{"a":1}')
    expect(outline(box + box)).toEqual(['paragraph: dedans', 'paragraph: dedans'])
    expect(flagsOf(box + box)).toEqual(['block-unknown:acme/box'])
  })
  it('stay readable without a closing comment or with attributes that are no JSON', () => {
    expect(
      outline(
        '<!-- wp:quote --><blockquote><p>a</p></blockquote>\n\nb\n\n<!-- wp:list {"x --><ul><li>c</li></ul>',
      ),
    ).toEqual(['blockquote: a', 'paragraph: b', 'bulletList: c'])
  })
})

describe('reusable blocks', () => {
  const expanded = (content: string, known: [number, string][]) => {
    const context = { attachments: new Map(), hosts: [], reusable: new Map(known) }
    const { blocks, flags } = readMarkup(content, { context, itemId: 1, stripped: false })
    return {
      lines: blocks.flatMap(({ part }) => linesOf(part)),
      flags: flags.map(({ code, detail }) => `${code}:${detail}`),
      blocks,
    }
  }
  it('stand where they are named', () => {
    const { lines, blocks } = expanded('<p>a</p><!-- wp:block {"ref":7} /--><p>c</p>', [
      [7, wrap('paragraph', '<p>b</p>')],
    ])
    expect(lines).toEqual(['a', 'b', 'c'])
    expect(blocks[1]?.span).toEqual({ start: 8, end: 36 })
  })
  it('are kept and named when they are not known', () => {
    expect(expanded('<!-- wp:block {"ref":8} /-->', []).flags).toEqual(['block-kept:block 8'])
    expect(draftOf('<!-- wp:block {"ref":8} /-->').blocks).toHaveLength(1)
  })
  it('may hold themselves or each other without end', () => {
    const refs = (id: number) => `<p>x</p><!-- wp:block {"ref":${id}} /-->`.repeat(30)
    const start = performance.now()
    const { flags } = expanded(refs(1), [
      [1, refs(2)],
      [2, refs(3)],
      [3, refs(1)],
    ])
    expect(performance.now() - start).toBeLessThan(6000)
    expect(flags).toContain('block-kept:block 1')
  })
})
