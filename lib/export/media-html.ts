import type { Audio, Embed, Figure, Gallery, Video } from '../document/types.ts'
import { element, escapeText, tag } from '../html.ts'
import { inlineHtml } from './inline-html.ts'

function captionHtml({ content }: Figure | Embed | Audio | Video): string {
  return content ? element('figcaption', {}, inlineHtml(content[0].content)) : ''
}

const sideOf = ({ attrs }: Figure) => `align${attrs.align ?? 'none'}`

function image(figure: Figure): string {
  const { attachmentId, src, alt, width, href } = figure.attrs
  const classes = [sideOf(figure), ...(attachmentId === null ? [] : [`wp-image-${attachmentId}`])]
  if (attachmentId === null && src === null && alt === null) return ''
  const picture = tag('img', { class: classes.join(' '), src, alt, width })
  return href ? element('a', { href }, picture) : picture
}

/** A picture with its caption. */
export function figureHtml(figure: Figure): string {
  return element('figure', { class: sideOf(figure) }, `${image(figure)}${captionHtml(figure)}`)
}

/** The same where WordPress reads shortcodes: its own form of a caption, which it shows for a known width only. */
export function captionedHtml(figure: Figure): string {
  const { attachmentId, width } = figure.attrs
  const caption = figure.content?.[0].content
  if (!caption || width === null || image(figure) === '') return figureHtml(figure)
  const id = attachmentId === null ? '' : ` id="attachment_${attachmentId}"`
  return `[caption${id} align="${sideOf(figure)}" width="${width}"]${image(figure)} ${inlineHtml(caption)}[/caption]`
}

export function galleryHtml({ attrs, content }: Gallery): string {
  return element(
    'figure',
    { class: `wp-block-gallery columns-${attrs.columns}` },
    content.map(figureHtml).join(''),
  )
}

/** The address stands on a line of its own: WordPress makes a player of it. */
export function embedHtml(embed: Embed): string {
  const { url, title, fallback, poster } = embed.attrs
  const words = fallback ? element('p', { class: 'embed-fallback' }, escapeText(fallback)) : ''
  return element(
    'figure',
    { class: 'wp-block-embed', title, 'data-poster': poster },
    `\n${escapeText(url)}\n${words}${captionHtml(embed)}`,
  )
}

/** Sound and film. */
export function recordingHtml(recording: Audio | Video): string {
  const sources = recording.attrs.sources.map((src) => tag('source', { src }))
  const film = recording.type === 'video' ? recording.attrs : { poster: null, tracks: [] }
  const tracks = film.tracks.map(({ src, kind, lang }) => tag('track', { src, kind, srclang: lang }))
  const { title } = recording.attrs
  const player = element(
    recording.type,
    { controls: '', title, poster: film.poster },
    [...sources, ...tracks].join(''),
  )
  return element('figure', {}, `${player}${captionHtml(recording)}`)
}
