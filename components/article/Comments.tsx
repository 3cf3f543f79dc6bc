import type { CommentThread } from '../../lib/articles/types.ts'
import { formatDate } from '../../lib/dates.ts'
import { sequence } from './sequence.ts'

function Comment({ comment }: { comment: CommentThread }) {
  const { number, author, authorUrl, html, writtenAt, answers } = comment
  const filtered = { dangerouslySetInnerHTML: { __html: html } }
  return (
    <li>
      <article id={`commentaire-${number}`}>
        <p className="comment-head">
          {authorUrl ? (
            <a href={authorUrl} rel="nofollow ugc noopener">
              {author}
            </a>
          ) : (
            <strong>{author}</strong>
          )}
          {writtenAt && <time dateTime={writtenAt}>{formatDate(writtenAt)}</time>}
        </p>
        <div className="comment-text" {...filtered} />
      </article>
      {answers.length > 0 && <Thread comments={answers} />}
    </li>
  )
}

function Thread({ comments }: { comments: readonly CommentThread[] }) {
  return (
    <ol>
      {sequence(comments, (comment) => (
        <Comment comment={comment} />
      ))}
    </ol>
  )
}

const countOf = (comments: readonly CommentThread[]): number =>
  comments.reduce((sum, { answers }) => sum + 1 + countOf(answers), 0)

/** What readers wrote under the article, in threads. */
export function Comments({ comments }: { comments: readonly CommentThread[] }) {
  const count = countOf(comments)
  if (count === 0) return null
  return (
    <section className="comments" aria-labelledby="commentaires">
      <h2 id="commentaires">{count === 1 ? 'Un commentaire' : `${count} commentaires`}</h2>
      <Thread comments={comments} />
    </section>
  )
}
