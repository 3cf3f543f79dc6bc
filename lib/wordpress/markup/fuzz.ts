import { check } from '../../document/check.ts'
import { plainText } from '../../document/text.ts'
import type { AnyNode } from '../../document/types.ts'
import { lostWords } from '../conservation.ts'
import { convert } from '../convert.ts'
import type { ConvertContext } from '../draft.ts'
import type { SourceItem } from '../source.ts'

/** For tests and measurements: contents cut, doubled, moved and mixed with what is hostile, the same for each seed. */

/** Numbers from 0 to 1 that a seed fixes. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What attacks are made of, and what breaks readers. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="java&#10;script:alert(1)">lien</a>',
  '<a href=javascript:alert(1)>lien',
  '<svg><a xlink:href="javascript:alert(1)"><text>dessin</text></a></svg>',
  '<math display="block"><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)">',
  '<object data="data:text/html,<script>x</script>">objet</object>',
  '<video src="javascript:x" poster="javascript:y" onplay="z()">',
  '<details ontoggle=alert(1) open><summary>titre',
  '<form action="javascript:x"><button formaction="javascript:y">bouton</button>',
  '<template><p>modèle</p></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<plaintext>',
  '<textarea>',
  '<!--',
  '-->',
  '<![CDATA[ x ]]>',
  '<p "=" <b',
  '</p></div></table></ul>',
  '<table><tr><td>',
  '<select><option>choix',
  '<frameset><frame>',
  '\u0000\u0008\ufeff\u2028',
  '&#0;&#x110000;&amp;lt;script&gt;',
  '<!-- wp:paragraph {"a":',
  '<!-- wp:group --><div>',
  '<!-- /wp:group -->',
  '<!-- wp:block {"ref":1} /-->',
  '<!-- wp:acme/box {"html":"<script>alert(1)</script>"} /-->',
  '<!-- wp:social-link {"url":"javascript:alert(1)"} /-->',
  '[caption]',
  '[/caption]',
  '[gallery ids="',
  '[vc_raw_html]PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==[/vc_raw_html]',
  '[et_pb_button button_url="javascript:alert(1)" button_text="ici"]',
  '[fusion_code]PGltZyBzcmM9eCBvbmVycm9yPWFsZXJ0KDEpPg==[/fusion_code]',
  '[embed]javascript:alert(1)[/embed]',
  '<sup data-fn="a"><a href="#a">1</a></sup>',
  '<ol reversed start=99999999999999999999 type=z><li value=-1>',
  '<td colspan=99999 rowspan=-3>',
  '<div data-chapo-slot="0"></div>',
  '<!-- wp:acf/avis {"data":{"titre":"Un titre","texte":"<b>Deux mots</b><script>x</script>","image":"/a.jpg","lien":{"title":"ici","url":"javascript:x"}}} /-->',
  '<!-- wp:tab {"label":"Onglet <script>x</script>"} -->',
  '<!-- /wp:tab -->',
  '<!-- wp:navigation-submenu {"label":"Menu","url":"javascript:x"} -->',
  '<!-- /wp:navigation-submenu -->',
  '<!-- wp:playlist-track {"src":"javascript:x.mp3","title":"t"} /-->',
  '[mfn]Une note',
  '[/mfn]',
  '[efn_note]',
  '[/efn_note]',
  '((une note ici',
  '))',
  '[fn][ref]a[/fn]b[/ref]',
  '<p class="MsoListParagraph">·&nbsp;&nbsp; ',
  '<p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o&nbsp;&nbsp; </span>',
  '\n\n• un\n• ',
  '\n\no&nbsp;&nbsp; ',
  '<pre>',
  '</pre>',
  '<code>',
  '</code>',
  '[php]<b>[gallery]<!--',
  '[/php]',
  'mot{{1}}',
  '[[1]]',
  '[one_half]',
  '[/one_half]',
  '[dropcap]L[/dropcap]',
  '[tooltip text="<script>"]x[/tooltip]',
  '<table><tfoot><tr><td>T',
  '<thead><tr><td>h</thead>',
  '<ol reversed><li value=9>',
  '<marquee>',
  '<dl class="gallery-item"><dt><img src=a.jpg><dd class="gallery-caption">',
]

/** A content changed in one to eight ways. */
export function mutated(contents: readonly string[], random: () => number): string {
  const pick = (length: number) => Math.floor(random() * length)
  const one = () => contents[pick(contents.length)] ?? ''
  const chunkOf = (text: string) => {
    const start = pick(text.length)
    return text.slice(start, start + 1 + pick(Math.min(400, text.length)))
  }
  let text = one()
  if (text.length > 20_000) text = text.slice(pick(text.length - 20_000)).slice(0, 20_000)
  for (let left = 1 + pick(8); left > 0; left--) {
    const at = pick(text.length + 1)
    const end = Math.min(text.length, at + pick(300))
    const ways = [
      () => text.slice(0, at) + text.slice(end),
      () => text.slice(0, end) + text.slice(at),
      () => text.slice(0, at),
      () => text.slice(at),
      () => text.slice(0, at) + chunkOf(one()) + text.slice(at),
      () => text.slice(0, at) + (HOSTILE[pick(HOSTILE.length)] ?? '') + text.slice(at),
      () => text.slice(0, at) + (HOSTILE[pick(HOSTILE.length)] ?? '') + text.slice(end),
      () => text.slice(end) + text.slice(at, end) + text.slice(0, at),
    ]
    text = ways[pick(ways.length)]?.() ?? text
  }
  return text
}

function childrenOf(node: AnyNode): readonly AnyNode[] {
  return 'content' in node ? (node.content ?? []) : []
}

/** Addresses and kept HTML of a document that a browser could run. */
function dangersIn(node: AnyNode): string[] {
  const attributes = 'attrs' in node ? Object.entries(node.attrs) : []
  const links = 'marks' in node ? (node.marks ?? []).filter((mark) => mark.type === 'link') : []
  const values = [
    ...attributes.flatMap(([name, value]) =>
      /^(?:href|src|url|poster|sources)$/.test(name) ? [value].flat() : [],
    ),
    ...links.map(({ attrs }) => attrs.href),
  ]
  const unsafe = values.filter(
    (value) => typeof value === 'string' && !/^(?:https?:\/\/|mailto:|tel:|[/#?])/i.test(value),
  )
  const html = node.type === 'rawHtml' ? [node.attrs.html] : []
  const tags = html.flatMap((text) => text.match(/<[^>]{0,5000}>/g) ?? [])
  const raw = tags.filter((tag) =>
    /^<\/?(?:script|style|iframe|img|svg|a)\b|\son\w+\s*=|javascript:/i.test(tag),
  )
  return [...unsafe.map(String), ...raw, ...childrenOf(node).flatMap(dangersIn)]
}

/** Broken mark-up may part a word or join two: only letters that are nowhere are lost. */
function lettersOf(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** What is wrong with the conversion of an item: a fault thrown, a danger in the document, words lost. */
export function faultsOf(item: SourceItem, context: ConvertContext): string[] {
  try {
    const converted = convert(item, context)
    check(converted.document)
    const shown = lettersOf(
      [plainText(converted.document), ...converted.flags.map(({ detail }) => detail)].join(''),
    )
    const lost = [...lostWords(item, converted).keys()].filter((word) => !shown.includes(word))
    return [
      ...dangersIn(converted.document).map((danger) => `danger : ${danger}`),
      ...lost.map((word) => `perdu : ${word}`),
    ]
  } catch (error) {
    return [`erreur : ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`]
  }
}
