import type { ReactNode } from 'react'
import type { PersonLink } from '../../lib/articles/types.ts'
import type { Inline, Mark } from '../../lib/document/types.ts'
import { typesetPieces } from '../../lib/typography.ts'
import type { ArticleContext } from './context.ts'
import { FootnoteCall } from './FootnoteCall.tsx'
import { PersonName } from './PersonNames.tsx'
import { type NamedWords, splitAtNames } from './person-names.ts'
import { sequence } from './sequence.ts'
import { Timecode } from './Timecode.tsx'
import { splitAtTimecodes } from './timecode.ts'

/** `words` are what is shown of a text node. */
type Run = { node: Inline; words: readonly NamedWords[]; marks: readonly Mark[] }
type Group = { mark: Mark | null; runs: Run[] }

const sameMark = (a: Mark | null, b: Mark | null): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Neighbours under the same outer mark are one element: a link of which one word is bold stays one link. */
function groupByOuterMark(runs: readonly Run[]): Group[] {
  const groups: Group[] = []
  for (const run of runs) {
    const mark = run.marks[0] ?? null
    const last = groups.at(-1)
    if (last && sameMark(last.mark, mark)) last.runs.push(run)
    else groups.push({ mark, runs: [run] })
  }
  return groups
}

function Marked({ mark, children }: { mark: Mark; children: ReactNode }) {
  switch (mark.type) {
    case 'bold':
      return <strong>{children}</strong>
    case 'italic':
      return <em>{children}</em>
    case 'underline':
      return <u>{children}</u>
    case 'strike':
      return <s>{children}</s>
    case 'code':
      return <code>{children}</code>
    case 'superscript':
      return <sup>{children}</sup>
    case 'subscript':
      return <sub>{children}</sub>
    case 'language':
      return <span lang={mark.attrs.lang}>{children}</span>
    case 'link':
      return (
        <a href={mark.attrs.href} title={mark.attrs.title ?? undefined}>
          {children}
        </a>
      )
  }
}

function renderRuns(runs: readonly Run[], renderLeaf: (run: Run) => ReactNode): ReactNode {
  return sequence(groupByOuterMark(runs), ({ mark, runs: inside }) => {
    if (!mark) return sequence(inside, renderLeaf)
    const unwrapped = inside.map((run) => ({ ...run, marks: run.marks.slice(1) }))
    return <Marked mark={mark}>{renderRuns(unwrapped, renderLeaf)}</Marked>
  })
}

/** Code, and the words of another language, keep their own marks and spaces. */
const isVerbatim = (marks: readonly Mark[] = []): boolean =>
  marks.some(({ type }) => type === 'code' || type === 'language')

/** Words, in which the time codes of an article with a film lead to their moment. */
function Words({ text, context }: { text: string; context: ArticleContext }) {
  if (!context.film) return text
  return sequence(splitAtTimecodes(text), ({ words, seconds }) =>
    seconds === null ? words : <Timecode seconds={seconds} words={words} context={context} />,
  )
}

/** Neither inside a link, nor in what keeps its own marks. */
const mayName = (node: Inline): boolean =>
  !isVerbatim(node.marks) && !(node.marks ?? []).some(({ type }) => type === 'link')

type Props = {
  nodes: readonly Inline[] | undefined
  context: ArticleContext
  unlinked?: boolean
  people?: readonly PersonLink[]
}

/**
 * A line of text with its marks. `unlinked` is for text that stands inside a link: it shows no link of its own.
 * The call of a note is itself a link, so it leaves the link around it. `people` are those whose name leads to them.
 */
export function InlineText({ nodes = [], context, unlinked = false, people = [] }: Props) {
  const pieces = typesetPieces(
    nodes.map((node) => (node.type === 'text' && !isVerbatim(node.marks) ? node.text : null)),
  )
  const texts = nodes.map((node, index) => pieces[index] ?? (node.type === 'text' ? node.text : ''))
  const named = splitAtNames(
    nodes.map((node, index) => (mayName(node) ? (texts[index] ?? null) : null)),
    people,
  )
  const runs = nodes.map((node, index) => ({
    node,
    words: mayName(node) ? (named[index] ?? []) : [{ words: texts[index] ?? '', person: null }],
    marks: (node.marks ?? []).filter(
      (mark) => mark.type !== 'link' || (!unlinked && node.type !== 'footnoteRef'),
    ),
  }))
  return renderRuns(runs, ({ node, words: cut }) => {
    if (node.type === 'text')
      return sequence(cut, ({ words, person }) => {
        if (person) return <PersonName person={person} words={words} />
        return unlinked || node.marks?.length ? words : <Words text={words} context={context} />
      })
    if (node.type === 'hardBreak') return <br />
    return <FootnoteCall call={node} context={context} unlinked={unlinked} />
  })
}
