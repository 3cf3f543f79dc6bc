import type { ReactNode } from 'react'
import type { PersonLink, Picture } from '../../lib/articles/types.ts'
import { textLines } from '../../lib/document/text.ts'
import type { ContainedBlock, Document, DocumentPart } from '../../lib/document/types.ts'
import { ArticleSection } from './ArticleSection.tsx'
import { Blockquote } from './Blockquote.tsx'
import { Contents } from './Contents.tsx'
import { Credits } from './Credits.tsx'
import { type ArticleContext, articleContext } from './context.ts'
import { DefinitionList } from './DefinitionList.tsx'
import { Details } from './Details.tsx'
import { Embed } from './Embed.tsx'
import { Figure } from './Figure.tsx'
import { Footnotes } from './Footnotes.tsx'
import { FurtherReading } from './FurtherReading.tsx'
import { Gallery } from './Gallery.tsx'
import { Heading } from './Heading.tsx'
import { InlineText } from './InlineText.tsx'
import { LegacyShortcode } from './LegacyShortcode.tsx'
import { List } from './List.tsx'
import { Paragraph } from './Paragraph.tsx'
import { PullQuote } from './PullQuote.tsx'
import { RawHtml } from './RawHtml.tsx'
import { Recording } from './Recording.tsx'
import { Standfirst } from './Standfirst.tsx'
import { Summary } from './Summary.tsx'
import { sequence } from './sequence.ts'
import { Table } from './Table.tsx'

function assertUnreachable(node: never): never {
  throw new Error(`bloc sans rendu : ${JSON.stringify(node)}`)
}

type Node = ContainedBlock | DocumentPart

function renderNode(node: Node, context: ArticleContext): ReactNode {
  const renderBlocks = (blocks: readonly Node[]) => sequence(blocks, (block) => renderNode(block, context))
  switch (node.type) {
    case 'paragraph':
      return <Paragraph node={node} context={context} />
    case 'subheading':
      return (
        <Heading level={node.attrs.level}>
          <InlineText nodes={node.content} context={context} />
        </Heading>
      )
    case 'figure':
      return <Figure node={node} context={context} />
    case 'gallery':
      return <Gallery node={node} context={context} />
    case 'pullQuote':
      return <PullQuote node={node} context={context} />
    case 'blockquote':
      return <Blockquote node={node} context={context} renderBlocks={renderBlocks} />
    case 'bulletList':
    case 'orderedList':
      return <List node={node} renderBlocks={renderBlocks} />
    case 'definitionList':
      return <DefinitionList node={node} context={context} renderBlocks={renderBlocks} />
    case 'table':
      return <Table node={node} context={context} renderBlocks={renderBlocks} />
    case 'details':
      return <Details node={node} context={context} renderBlocks={renderBlocks} />
    case 'codeBlock':
      return (
        <pre data-language={node.attrs.language ?? undefined}>
          <code>{node.content?.map(({ text }) => text).join('')}</code>
        </pre>
      )
    case 'verse':
      return (
        <p className="verse">
          <InlineText nodes={node.content} context={context} />
        </p>
      )
    case 'separator':
      return <hr />
    case 'embed':
      return <Embed node={node} context={context} />
    case 'audio':
    case 'video':
      return <Recording node={node} context={context} />
    case 'contents':
      return <Contents node={node} context={context} />
    case 'legacyShortcode':
      return <LegacyShortcode node={node} />
    case 'rawHtml':
      return <RawHtml node={node} />
    case 'section':
      return <ArticleSection node={node} context={context} renderBlocks={renderBlocks} />
    case 'standfirst':
      return <Standfirst node={node} context={context} />
    case 'summary':
      return <Summary node={node} context={context} />
    case 'footnotes':
      return <Footnotes node={node} context={context} />
    case 'credits':
      return <Credits node={node} context={context} />
    case 'furtherReading':
      return <FurtherReading node={node} context={context} />
    default:
      return assertUnreachable(node)
  }
}

const isOpening = (part: DocumentPart): boolean => part.type === 'standfirst' || part.type === 'summary'

/** A drop cap stands two lines high: fewer characters leave a hole beside it. */
const SHORT = 120

/** "Contact :" opens some texts. */
function opensShort({ content }: Document): boolean {
  const first = content.find(
    (part) => part.type === 'paragraph' && part.attrs.align === null && (part.content ?? []).length > 0,
  )
  return first !== undefined && textLines(first).join(' ').length < SHORT
}

type Props = {
  document: Document
  pictures: Record<string, Picture>
  /** On its own page, without a cover above: a picture at its top is asked for first. */
  isLead?: boolean
  /** On its own page: those whose name leads to their page, in captions and credits. */
  people?: readonly PersonLink[]
}

/**
 * The article from its standfirst to its further reading: pure markup, the same for the page, the export and
 * feeds. The summary, stored last, opens the article. `pictures` holds the stored pictures, by `mediaId`.
 */
export function ArticleBody({ document, pictures, isLead, people }: Props) {
  const context = articleContext(document, pictures, isLead, people)
  const opening = document.content.filter(isOpening)
  const rest = document.content.filter((part) => !isOpening(part))
  return (
    <div
      className="article-body"
      data-notes={context.marginNotes ? 'margin' : undefined}
      data-opening={opensShort(document) ? 'short' : undefined}
    >
      {sequence([...opening, ...rest], (part) => renderNode(part, context))}
    </div>
  )
}
