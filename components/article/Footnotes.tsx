import type { CSSProperties } from 'react'
import type { Footnote, Footnotes as FootnotesNode, Paragraph } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { InlineText } from './InlineText.tsx'
import { sequence } from './sequence.ts'

function ReturnLinks({ note, context }: { note: Footnote; context: ArticleContext }) {
  const calls = context.callsOfNote.get(note.attrs.id) ?? []
  return sequence(calls, (call, index) => (
    <>
      {'\u00a0'}
      <a
        className="footnote-return"
        href={`#${call}`}
        aria-label={calls.length > 1 ? `Retour à l’appel ${index + 1}` : 'Retour au texte'}
      >
        ↩
      </a>
    </>
  ))
}

type MarginPlace = CSSProperties & { '--call': string; '--before': string }

/** In the margin of a wide screen a note begins at the line of its call, or under the note before it. */
function placeOf(number: number): MarginPlace {
  return {
    '--call': `--appel-${number}`,
    '--before': `--note-${number - 1}`,
    anchorName: `--note-${number}`,
  }
}

/** The notes of the article, each with a link back to every place that calls it. */
export function Footnotes({ node, context }: { node: FootnotesNode; context: ArticleContext }) {
  return (
    <section className="article-notes" aria-labelledby="notes">
      <h2 id="notes">Notes</h2>
      <ol>
        {sequence(node.content, (note, rank) => (
          <li id={`note-${note.attrs.id}`} style={context.marginNotes ? placeOf(rank + 1) : undefined}>
            {sequence(note.content, (paragraph: Paragraph, index) => (
              <p>
                <InlineText nodes={paragraph.content} context={context} />
                {index === note.content.length - 1 && <ReturnLinks note={note} context={context} />}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
