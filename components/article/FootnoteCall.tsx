import type { FootnoteRef } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'

type Props = { call: FootnoteRef; context: ArticleContext; unlinked: boolean }

/** The number of a note in the text; it leads to the note, which leads back here. */
export function FootnoteCall({ call, context, unlinked }: Props) {
  const { noteId } = call.attrs
  const id = context.callIds.get(call)
  const number = context.noteNumbers.get(noteId)
  // The first call of a note is where the note stands beside the text on a wide screen.
  const isFirst = context.callsOfNote.get(noteId)?.[0] === id
  const anchor = context.marginNotes && isFirst ? { anchorName: `--appel-${number}` } : undefined
  if (unlinked) return <sup id={id}>{number}</sup>
  return (
    <sup className="footnote-call" style={anchor}>
      <a href={`#note-${noteId}`} id={id} aria-label={`Note ${number}`}>
        {number}
      </a>
    </sup>
  )
}
