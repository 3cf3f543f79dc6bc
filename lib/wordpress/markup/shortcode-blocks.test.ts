import { describe, expect, it } from 'vitest'
import { attachment, draftOf, flagsOf, outline, partsOf } from './testing.ts'

describe('[caption]', () => {
  it('reads the older form, its caption in an attribute', () => {
    const content =
      '[caption id="attachment_4" align="alignright" width="100" caption="Voir [1], <b>ici</b>"]<img src="/u/c.jpg" alt="x] y" />[/caption]Suite'
    expect(outline(content)).toEqual(['figure: Voir [1], ici', 'paragraph: Suite'])
    expect(partsOf(content)[0]).toMatchObject({
      attrs: { attachmentId: 4, align: 'right', width: 100, alt: 'x] y' },
    })
  })
  it('keeps every word when it is never closed', () => {
    expect(outline('[caption id="attachment_9"]<img src="/q.jpg" alt="q"> Légende\n\nSuite')).toEqual([
      'figure: ',
      'paragraph: Légende',
      'paragraph: Suite',
    ])
    expect(flagsOf('[caption id="attachment_9"]Légende')).toEqual(['shortcode-unclosed:caption'])
  })
  it('keeps a player that stands where a picture is expected', () => {
    const content =
      '[caption width="480"]<iframe src="https://player.vimeo.com/video/76979871"></iframe> Le film[/caption]'
    expect(partsOf(content).map(({ type }) => type)).toEqual(['figure', 'embed'])
  })
})

describe('[gallery]', () => {
  it('is kept as written when none of its pictures is known', () => {
    expect(outline('[gallery ids="1,2"]')).toEqual(['legacyShortcode: [gallery ids="1,2"]'])
    expect(flagsOf('[gallery ids="1,2"]')).toEqual([
      'media-missing:1',
      'media-missing:2',
      'shortcode-kept:gallery',
    ])
  })
  it('leaves sounds of the article out when it names no picture', () => {
    const library = [
      attachment(1, '/u/a.mp3', { parent: 1 }),
      attachment(2, '/u/a.jpg', { parent: 1, alt: 'a' }),
      attachment(3, '/u/b.jpg', { parent: 2 }),
    ]
    expect(partsOf('[gallery]', library)).toMatchObject([
      { type: 'gallery', content: [{ attrs: { attachmentId: 2 } }] },
    ])
  })
})

describe('players', () => {
  it('reads the address or id between the tags', () => {
    const content =
      '[youtube]abc_DEF-123[/youtube]\n\n[dailymotion]x8abcd[/dailymotion] [vimeo]76979871[/vimeo]'
    expect(partsOf(content).map((part) => part.type === 'embed' && part.attrs.provider)).toEqual([
      'youtube',
      'dailymotion',
      'vimeo',
    ])
    expect(flagsOf(content)).toEqual([])
  })
  it('reads a sound or film whose address stands alone on a line', () => {
    const content =
      'Avant\nhttps://s.test/a.mp3\n\nhttps://s.test/f.mp4?x=1\n\n[audio]https://s.test/b.ogg[/audio]'
    expect(outline(content).map((line) => line.split(':')[0])).toEqual([
      'paragraph',
      'audio',
      'video',
      'audio',
    ])
    expect(outline('Voir https://s.test/a.mp3')).toEqual(['paragraph: Voir https://s.test/a.mp3'])
  })
  it('reads the sounds of before WordPress 3.6', () => {
    expect(partsOf('[audio:https://s.test/a.mp3|titles=Mon titre]')).toMatchObject([
      { type: 'audio', attrs: { sources: ['https://s.test/a.mp3'], title: 'Mon titre' } },
    ])
    expect(outline('[audio:a.mp3]')).toEqual(['legacyShortcode: [audio:a.mp3]'])
  })
  it('reads [embed], [video] of a known page, and shortcodes named after a player', () => {
    const content =
      '[embed]https://www.youtube.com/watch?v=abc_DEF-123&amp;t=5[/embed]\n[video src="https://vimeo.com/76979871"]\n[vimeo 76979871]\n[youtube https://youtu.be/abc_DEF-123]'
    expect(
      partsOf(content).map((part) =>
        part.type === 'embed' ? [part.attrs.provider, part.attrs.start] : part.type,
      ),
    ).toEqual([
      ['youtube', 5],
      ['vimeo', null],
      ['vimeo', null],
      ['youtube', null],
    ])
  })
  it('reads the files of [video] and [playlist]', () => {
    const library = [attachment(5, '/u/e.mp3')]
    expect(partsOf('[video mp4="/v.mp4" webm="/v.webm" poster="/p.jpg"][/video]')).toMatchObject([
      { attrs: { sources: ['/v.mp4', '/v.webm'], poster: '/p.jpg' } },
    ])
    expect(partsOf('[playlist ids="5"]', library)).toMatchObject([
      { type: 'audio', attrs: { sources: ['/u/e.mp3'] } },
    ])
  })
})

describe('unknown shortcodes', () => {
  it('alone on a line are kept exactly', () => {
    expect(outline('[contact-form-7 id="12" title="Contact"]\n\n[note2]Un <em>mot</em>[/note2]')).toEqual([
      'legacyShortcode: [contact-form-7 id="12" title="Contact"]',
      'legacyShortcode: [note2]Un <em>mot</em>[/note2]',
    ])
    expect(flagsOf('[contact-form-7 id="12"]')).toEqual(['shortcode-unknown:contact-form-7'])
  })
  it('in a sentence stay in it', () => {
    expect(outline('Prix : [prix id="2"] euros')).toEqual(['paragraph: Prix : [prix id="2"] euros'])
    expect(flagsOf('Prix : [prix id="2"] euros')).toEqual(['shortcode-unknown:prix'])
  })
  it('around blocks are kept tag by tag, so that the blocks stay blocks', () => {
    expect(outline('[boite a="1"]\nUn.\n\nDeux.\n[/boite]')).toEqual([
      'legacyShortcode: [boite a="1"]',
      'paragraph: Un.',
      'paragraph: Deux.',
      'legacyShortcode: [/boite]',
    ])
  })
})

describe('a number that imitates a shortcode kept aside', () => {
  it('gives each shortcode once', () => {
    const content =
      '[vc_toggle title="T"]<div data-chapo-slot="0"></div>mot[/vc_toggle]<div data-chapo-slot="0"></div>'
    expect(outline(content)).toEqual(['details: T / mot'])
    expect(draftOf(content).flags).toEqual([])
  })
})

describe('the picture in the place of a player', () => {
  it.each([
    '[video src="https://youtu.be/chapoDemo01" poster="/u/p.jpg"]',
    '<video poster="/u/p.jpg"><source type="video/youtube" src="https://youtu.be/chapoDemo01"></video>',
    '<iframe src="https://youtu.be/chapoDemo01" data-poster="/u/p.jpg"></iframe>',
    '<figure class="wp-block-embed" data-poster="/u/p.jpg">\nhttps://youtu.be/chapoDemo01\n</figure>',
    '[et_pb_video src="https://youtu.be/chapoDemo01" image_src="/u/p.jpg"]',
  ])('is the one that the source names: %s', (content) => {
    expect(partsOf(content)).toMatchObject([
      {
        type: 'embed',
        attrs: { provider: 'youtube', id: 'chapoDemo01', poster: '/u/p.jpg', posterId: null },
      },
    ])
  })
  it('is none where the source names what is no file', () => {
    expect(
      partsOf('<iframe src="https://youtu.be/chapoDemo01" data-poster="javascript:x"></iframe>'),
    ).toMatchObject([{ type: 'embed', attrs: { poster: null } }])
  })
})

describe('sound and film', () => {
  it('keep every file and the subtitles of a film', () => {
    const film =
      '[video mp4="/u/v.mp4" webm="/u/v.webm" poster="/u/p.jpg"]<track srclang="fr" src="/u/fr.vtt" kind="captions">[/video]'
    expect(partsOf(film)).toEqual([
      {
        type: 'video',
        attrs: {
          sources: ['/u/v.mp4', '/u/v.webm'],
          poster: '/u/p.jpg',
          tracks: [{ src: '/u/fr.vtt', kind: 'captions', lang: 'fr' }],
          title: null,
        },
      },
    ])
  })
  it('of a playlist come with their captions, and without ids are those of the article', () => {
    const library = [
      attachment(5, '/u/b.mp3', { parent: 1, menuOrder: 2 }),
      attachment(6, '/u/a.mp3', { parent: 1, menuOrder: 1, caption: 'Le <em>début</em>' }),
      attachment(7, '/u/c.jpg', { parent: 1 }),
    ]
    expect(partsOf('[playlist]', library)).toMatchObject([
      {
        type: 'audio',
        attrs: { sources: ['/u/a.mp3'] },
        content: [{ content: [{ text: 'Le ' }, { text: 'début' }] }],
      },
      { type: 'audio', attrs: { sources: ['/u/b.mp3'] } },
    ])
    expect(partsOf('[playlist ids="5"]', library)).toMatchObject([{ attrs: { sources: ['/u/b.mp3'] } }])
  })
})

describe('listings of programs', () => {
  it('are code, whatever their body looks like', () => {
    const content = '[code lang="php"]\n<b>x</b> &lt;?php [gallery ids="1"] $a[0]\n[/code]'
    expect(partsOf(content)).toEqual([
      {
        type: 'codeBlock',
        attrs: { language: 'php' },
        content: [{ type: 'text', text: '<b>x</b> <?php [gallery ids="1"] $a[0]' }],
      },
    ])
    expect(flagsOf(content)).toEqual([])
  })
  it('are named after their language, and hold a text that nothing is run in', () => {
    const content =
      'A\n\n[php]\necho "<script>a</script>";\n\n  [gallery] [x a="b"] &lt;b&gt; &amp;lt;\n[/php]\n\nB [c-sharp]int a[/c-sharp] C'
    expect(partsOf(content)).toMatchObject([
      { type: 'paragraph' },
      {
        type: 'codeBlock',
        attrs: { language: 'php' },
        content: [{ text: 'echo "<script>a</script>";\n\n  [gallery] [x a="b"] <b> &lt;' }],
      },
      { type: 'paragraph' },
      { type: 'codeBlock', attrs: { language: 'c-sharp' }, content: [{ text: 'int a' }] },
      { type: 'paragraph' },
    ])
    expect(flagsOf(content)).toEqual([])
    expect(outline('Voir [php] et [sql].')).toEqual(['paragraph: Voir [php] et [sql].'])
    expect(partsOf('[sourcecode language="js" wraplines="false"]a[/sourcecode]')).toMatchObject([
      { attrs: { language: 'js' } },
    ])
  })
  it('keep every word when they are never closed', () => {
    expect(outline('Dit [code] sans fin')).toEqual([
      'paragraph: Dit',
      'legacyShortcode: [code]',
      'paragraph: sans fin',
    ])
  })
})

describe('shortcodes in pre and code', () => {
  it('are text where they stand when nobody knows them', () => {
    const content = 'A\n\n<pre>un\n[x a="b"]\n[y]deux[/y]</pre>\n\nB <code>[x a="b"]</code> C'
    expect(outline(content)).toEqual([
      'paragraph: A',
      'codeBlock: un\n[x a="b"]\n[y]deux[/y]',
      'paragraph: B [x a="b"] C',
    ])
    expect(flagsOf(content)).toEqual([])
  })
  it('are run where they stand when they are known, and the code goes on after them', () => {
    const content =
      '<pre class="brush: php; x"><b>un\n[youtube abc_DEF-123]\n  deux</b>\ntrois</pre>\n\nB\n\n<pre>[php]a\n b[/php]</pre>'
    expect(outline(content).map((line) => line.replace(/https\S+/, 'URL'))).toEqual([
      'codeBlock: un',
      'embed: URL',
      'codeBlock:   deux\ntrois',
      'paragraph: B',
      'codeBlock: a\n b',
    ])
    expect(partsOf(content)[2]).toMatchObject({ attrs: { language: 'php' } })
  })
})
