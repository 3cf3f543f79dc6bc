import type { Element } from 'hast'
import type { DraftBlock } from '../draft.ts'
import { GROUPS } from './elements.ts'
import { readBackground, readFigure, readGallery } from './figures.ts'
import { hiddenPlayer } from './hidden-players.ts'
import { classesOf, isNamed, spanOf } from './html.ts'
import { readDefinitions, readList } from './lists.ts'
import {
  isQuotedPost,
  readFileLink,
  readFrame,
  readHiddenPlayer,
  readMediaElement,
  readObject,
  readQuotedPost,
} from './players.ts'
import { readPreformatted } from './preformatted.ts'
import { isPullQuote, readPullQuote, readQuote } from './quotes.ts'
import { isFormula, readFormula } from './raw-html.ts'
import { block, type Reader } from './reader.ts'
import { readTable } from './table.ts'
import { readAccordionItem, readDetails, readHeading } from './titled.ts'

/** Reads one element that is a block of the document. */
export type BlockReader = (element: Element, reader: Reader) => DraftBlock[]
const BLOCKS: ReadonlyMap<string, BlockReader> = new Map(
  Object.entries({
    ul: readList,
    ol: readList,
    menu: readList,
    dir: readList,
    dl: readDefinitions,
    table: readTable,
    figure: readFigure,
    blockquote: (element, reader) =>
      isQuotedPost(element) ? readQuotedPost(element, reader) : readQuote(element, reader),
    pre: readPreformatted,
    xmp: readPreformatted,
    listing: readPreformatted,
    hr: (element) => [block({ type: 'separator' }, spanOf(element))],
    details: readDetails,
    iframe: readFrame,
    object: readObject,
    embed: readObject,
    audio: readMediaElement,
    video: readMediaElement,
    h1: readHeading,
    h2: readHeading,
    h3: readHeading,
    h4: readHeading,
    h5: readHeading,
    h6: readHeading,
  }),
)

/** The reader of an element that is a block: by its class when that says what it is, else by its name. */
export function blockReaderOf(element: Element): BlockReader | undefined {
  if (isFormula(element)) return readFormula
  const classes = classesOf(element)
  if (classes.length > 0 && (GROUPS.has(element.tagName) || isNamed(element, 'ul', 'dl'))) {
    if (isPullQuote(element)) return readPullQuote
    if (classes.includes('wp-caption') || classes.includes('gallery-item')) return readFigure
    if (
      classes.some((name) =>
        /^(?:gallery(?:-columns-\d)?|wp-block-(?:[a-z-]{1,30}-)?(?:gallery|slideshow)(?:-[a-z]{1,20})?|blocks-gallery-grid)$/.test(
          name,
        ),
      )
    )
      return readGallery
    if (classes.some((name) => /^wp-block-cover(?:-image)?$/.test(name))) return readBackground
    if (classes.includes('wp-block-file')) return readFileLink
    if (classes.includes('wp-block-accordion-item')) return readAccordionItem
  }
  const known = BLOCKS.get(element.tagName)
  const address = known ? null : hiddenPlayer(element)
  return address === null ? known : (_, reader) => readHiddenPlayer(address, element, reader)
}
