import { formatTimecode, isoDuration } from '../../lib/dates.ts'
import type { Section } from '../../lib/document/types.ts'
import type { ArticleContext, RenderBlocks } from './context.ts'
import { Heading } from './Heading.tsx'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

/** The #hashtags of the summary entries that lead here: each leads back to its entry. */
function SummaryLinks({ section, context }: { section: Section; context: ArticleContext }) {
  const entries = context.entriesOfSection.get(section.attrs.anchor) ?? []
  if (entries.length === 0) return null
  return (
    <p className="section-hashtags">
      {sequence(entries, (entry) => (
        <a href={`#${context.entryIds.get(entry)}`} title="Revenir au résumé">
          {entry.attrs.hashtag ?? 'Résumé'}
        </a>
      ))}
    </p>
  )
}

/** The heading says its time code when its words no longer hold it. */
function Timecode({ section }: { section: Section }) {
  const { timecode } = section.attrs
  const words = section.content[0].content.map((node) => (node.type === 'text' ? node.text : '')).join('')
  if (timecode === null || words.includes(formatTimecode(timecode))) return null
  return (
    <>
      {' '}
      <time className="timecode" dateTime={isoDuration(timecode)}>
        {formatTimecode(timecode)}
      </time>
    </>
  )
}

type Props = { node: Section; context: ArticleContext; renderBlocks: RenderBlocks }

/** A part of the article under its heading: a question, a chapter, a moment of a film. */
export function ArticleSection({ node, context, renderBlocks }: Props) {
  const { anchor, aliases, kind, ordinal } = node.attrs
  const [heading, ...blocks] = node.content
  return (
    <section data-section={kind}>
      {sequence(aliases, (alias) => (
        <span id={alias} />
      ))}
      <div className="section-head" data-ordinal={ordinal ?? undefined}>
        <Heading level={context.headingLevels.get(node) ?? 2} id={anchor}>
          <InlineText nodes={heading.content} context={context} />
          <Timecode section={node} />
        </Heading>
        <SummaryLinks section={node} context={context} />
      </div>
      {renderBlocks(blocks)}
    </section>
  )
}
