import type { Element } from 'hast'
import type { FigureAlign } from '../../document/types.ts'
import type { DraftBlock } from '../draft.ts'
import {
  attribute,
  classesOf,
  elementsIn,
  findElement,
  type HtmlNode,
  isElement,
  lineOrNull,
  spanOf,
  styleOf,
  textOf,
  without,
} from './html.ts'
import { alignOf, captionOf, figureOf, type Picture, pixels, wordpressId } from './media.ts'
import { sourceOf } from './picture-source.ts'
import { readEmbed, withPoster } from './players.ts'
import { isPullQuote, readPullQuote } from './quotes.ts'
import { block, idsOf, type Line, type Reader } from './reader.ts'

/** What an `img` says of its picture; `link` is the anchor around it. */
export function pictureOf(image: Element, link: Element | null, align: FigureAlign): Picture {
  const classes = classesOf(image)
  const id =
    classes.flatMap((name) => /^wp-image-(\d+)$/.exec(name)?.[1] ?? [])[0] ?? attribute(image, 'dataId')
  const page = /[?&]attachment_id=(\d+)|wp-att-(\d+)/.exec(
    link ? `${attribute(link, 'href')} ${attribute(link, 'rel')}` : '',
  )
  return {
    attachmentId: wordpressId(id ?? page?.[1] ?? page?.[2]),
    src: sourceOf(image),
    alt: attribute(image, 'alt'),
    width: pixels(attribute(image, 'width')),
    align: alignOf([...classes, styleOf(image, 'float') ?? '', attribute(image, 'align') ?? '']) ?? align,
    link: link ? (attribute(link, 'href') ?? '') : null,
    rel: link ? (attribute(link, 'rel') ?? '') : '',
  }
}

const isImage = (element: Element): boolean => isElement(element, 'img')

/** The anchor around a picture, when it has one. */
function linkAround(nodes: readonly HtmlNode[], image: Element): Element | null {
  const links = elementsIn(nodes).filter((element) => isElement(element, 'a'))
  return links.find((link) => elementsIn(link.children).includes(image)) ?? null
}

const CAPTION = 'figcaption'
const isCaption = (element: Element): boolean =>
  isElement(element, CAPTION) ||
  classesOf(element).some((name) => /^(?:wp-caption-(?:text|dd)|gallery-caption)$/.test(name))

/** The elements that pass, those inside one that passes left out. */
function outermost(nodes: readonly HtmlNode[], test: (element: Element) => boolean): Element[] {
  return nodes.flatMap((node) => {
    if (!isElement(node)) return []
    return test(node) ? [node] : outermost(node.children, test)
  })
}

/** `figure` and `div.wp-caption`: a picture, gallery, table, player or pull quote with its caption. */
export function readFigure(element: Element, reader: Reader): DraftBlock[] {
  if (isPullQuote(element)) return readPullQuote(element, reader)
  const classes = classesOf(element)
  const images = elementsIn(element.children).filter(isImage)
  const isGallery =
    images.length > 1 ||
    classes.some((name) => /^(?:wp-block-gallery|blocks-gallery-grid|gallery)$/.test(name))
  const holdsOther = findElement(element.children, (inner) =>
    isElement(inner, 'table', 'blockquote', 'iframe'),
  )
  if (isGallery && images.length > 0 && !holdsOther) return readGallery(element, reader)
  const caption = reader.line(outermost(element.children, isCaption))
  const image = images[0]
  if (image && !holdsOther) return readPictureFigure(element, image, caption, reader)
  return [...withCaption(embedBlocks(element, reader), caption, reader), ...caption.others]
}

function readPictureFigure(element: Element, image: Element, caption: Line, reader: Reader): DraftBlock[] {
  const link = linkAround(element.children, image)
  const picture = pictureOf(image, link, alignOf([...classesOf(element), styleOf(element, 'float') ?? '']))
  const id = picture.attachmentId ?? wordpressId(attribute(element, 'id'))
  const width = pixels(styleOf(element, 'width')) ?? picture.width
  const figure = figureOf({ ...picture, attachmentId: id, width }, caption.content, reader, spanOf(element))
  const emptied = link && lineOrNull(textOf(link.children)) === null ? link : null
  const rest = reader.blocks(
    without(element.children, (inner) => inner === image || inner === emptied || isCaption(inner)),
  )
  return [...(figure ? [block(figure, spanOf(element), caption.ids)] : []), ...rest, ...caption.others]
}

/** The content of a figure without picture: a block-editor embed is the bare address of its page. */
function embedBlocks(element: Element, reader: Reader): DraftBlock[] {
  const nodes = without(element.children, (inner) => isCaption(inner) || isFallback(inner))
  const text = textOf(nodes).trim()
  const isEmbed = classesOf(element).some((name) => name.startsWith('wp-block-embed'))
  if (!isEmbed || !/^https?:\/\/\S+$/i.test(text) || findElement(nodes, isFrame))
    return reader.blocks(without(element.children, isCaption))
  const embed = readEmbed(text, lineOrNull(attribute(element, 'title')), reader, spanOf(element))
  if (!embed) return reader.blocks(without(element.children, isCaption))
  const fallback = lineOrNull(textOf(elementsIn(element.children).filter(isFallback)))
  const shown = withPoster(embed, attribute(element, 'dataPoster'))
  return [block({ ...shown, attrs: { ...shown.attrs, fallback } }, spanOf(element))]
}
/** The words that stand where a player is not, as our own export writes them. */
const isFallback = (element: Element): boolean => classesOf(element).includes('embed-fallback')
const isFrame = (element: Element): boolean => isElement(element, 'iframe', 'blockquote')

/** Gives the caption to the first block that takes one; else it is a paragraph after them. */
function withCaption(blocks: DraftBlock[], caption: Line, reader: Reader): DraftBlock[] {
  const { content, ids } = caption
  if (content.length === 0) return blocks
  let given = false
  const captioned = blocks.map((one): DraftBlock => {
    const { part } = one
    if (given) return one
    given = true
    if (part.type === 'table' && part.content[0]?.type !== 'caption')
      return {
        ...one,
        ids: [...one.ids, ...ids],
        part: { ...part, content: [captionOf(content), ...part.content] },
      }
    if (part.type === 'embed' || part.type === 'audio' || part.type === 'video')
      return { ...one, ids: [...one.ids, ...ids], part: { ...part, content: [captionOf(content)] } }
    given = false
    return one
  })
  if (given) return captioned
  const span = blocks.at(-1)?.span ?? null
  if (blocks.length === 0) {
    reader.flag('media-missing', '', span)
    const attrs = {
      mediaId: null,
      attachmentId: null,
      src: null,
      alt: null,
      width: null,
      align: null,
      href: null,
    }
    return [block({ type: 'figure', attrs, content: [captionOf(content)] }, span, ids)]
  }
  return [...blocks, block({ type: 'paragraph', attrs: { align: null }, content }, span, ids)]
}

/** The address of the picture behind an element, when its style or a script's attribute names it. */
export function backgroundOf(element: Element): string | null {
  const style = attribute(element, 'style') ?? ''
  const src = /background(?:-image)?\s{0,9}:[^;]{0,200}?url\(\s{0,9}["']?([^"')]{1,2000})/i.exec(style)?.[1]
  return src?.trim() ?? attribute(element, 'dataBg') ?? attribute(element, 'background')
}

/** A block of text over a picture: the picture, when the style alone names it, then what stands over it. */
export function readBackground(element: Element, reader: Reader): DraftBlock[] {
  const src = backgroundOf(element)
  const says = { attachmentId: null, alt: null, width: null, align: null, link: null, rel: '' }
  const figure = src ? figureOf({ ...says, src }, [], reader, spanOf(element)) : null
  return [...(figure ? [block(figure, spanOf(element))] : []), ...reader.blocks(element.children)]
}

/** Every picture of a gallery with its own caption; the gallery's caption and any other text stand after it. */
export function readGallery(element: Element, reader: Reader): DraftBlock[] {
  const items = galleryItems(element.children)
  const blocks = items.flatMap((item) => reader.blocks([item]))
  const pictures = blocks.map(({ part }) => part).filter((part) => part.type === 'figure')
  const rest = without(element.children, (inner) => items.includes(inner))
  const others = [...blocks.filter(({ part }) => part.type !== 'figure'), ...reader.blocks(rest)]
  if (pictures.length === 0) return others
  const columns = classesOf(element).flatMap((name) => /columns-([1-9])$/.exec(name)?.[1] ?? [])[0]
  const attrs = { columns: Number(columns ?? 3) }
  return [block({ type: 'gallery', attrs, content: pictures }, spanOf(element), idsOf(blocks)), ...others]
}

/** The elements that hold one picture each: figures of the editor, items of its older form, bare pictures. */
function galleryItems(nodes: readonly HtmlNode[]): Element[] {
  return nodes.flatMap((node): Element[] => {
    if (!isElement(node)) return []
    const images = elementsIn([node]).filter(isImage)
    if (images.length === 0) return []
    return images.length === 1 ? [node] : galleryItems(node.children)
  })
}
