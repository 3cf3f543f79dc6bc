import { textLines } from '../../lib/document/text.ts'
import type { Section } from '../../lib/document/types.ts'
import type { ArticleContext, RenderBlocks } from './context.ts'
import { Heading } from './Heading.tsx'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'
import { Timecode } from './Timecode.tsx'
import { splitAtTimecode } from './timecode.ts'

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

/** The words of the heading, its time code marked as one: where they say it, else after them. */
function SectionTitle({ section, context }: { section: Section; context: ArticleContext }) {
  const { content } = section.content[0]
  const { timecode } = section.attrs
  if (timecode === null) return <InlineText nodes={content} context={context} />
  const { before, words, after } = splitAtTimecode(content, timecode)
  return (
    <>
      <InlineText nodes={before} context={context} />
      {words ? '' : ' '}
      <Timecode seconds={timecode} words={words} context={context} />
      <InlineText nodes={after} context={context} />
    </>
  )
}

/** The number set beside the heading, unless its own words begin with it: "1. Montrer l'exemple". */
function numberBeside({ attrs: { ordinal }, content: [heading] }: Section): number | undefined {
  const own = /^\s*(\d{1,4})\s?[.)°:–—-]/.exec(textLines(heading).join(' '))
  return ordinal === null || Number(own?.[1]) === ordinal ? undefined : ordinal
}

const PERMALINKS: Partial<Record<Section['attrs']['kind'], string>> = {
  question: 'Lien vers cette question',
  audience: 'Lien vers cette question',
  timecoded: 'Lien vers ce moment',
}

type Props = { node: Section; context: ArticleContext; renderBlocks: RenderBlocks }

/** A part of the article under its heading: a question, a chapter, a moment of a film. */
export function ArticleSection({ node, context, renderBlocks }: Props) {
  const { anchor, aliases, kind } = node.attrs
  const [, ...blocks] = node.content
  return (
    <section data-section={kind}>
      {sequence([...aliases, ...(context.hashtagIds.get(anchor) ?? [])], (alias) => (
        <span id={alias} />
      ))}
      <div className="section-head" data-ordinal={numberBeside(node)}>
        <Heading level={context.headingLevels.get(node) ?? 2} id={anchor}>
          <SectionTitle section={node} context={context} />
        </Heading>
        <a className="permalink" href={`#${anchor}`} aria-label={PERMALINKS[kind] ?? 'Lien vers ce passage'}>
          #
        </a>
        <SummaryLinks section={node} context={context} />
      </div>
      {renderBlocks(blocks)}
    </section>
  )
}
