import { unrender } from './rendered.ts'
import type { RestComment, RestTerm, RestUser } from './rest-schema.ts'
import type { SourceComment, SourceTerm } from './source.ts'

/** What items of the REST API only number, and other answers name: accounts, terms; and the comments of each item. */
export type RestNames = {
  users: Map<number, RestUser>
  terms: Map<number, RestTerm>
  comments: Map<number, SourceComment[]>
  /** Junk and binned comments left out, by item. */
  discarded: Map<number, number>
  /** Files of the library that stand in the answers themselves: fuller than those embedded in an item. */
  files: Set<number>
}

export const emptyNames = (): RestNames => ({
  users: new Map(),
  terms: new Map(),
  comments: new Map(),
  discarded: new Map(),
  files: new Set(),
})

/** Files a comment under its item; junk is only counted. A comment that comes twice (two files) counts once. */
export function addComment(names: RestNames, comment: RestComment): void {
  const { post, status } = comment
  if (status === 'spam' || status === 'trash') {
    names.discarded.set(post, (names.discarded.get(post) ?? 0) + 1)
    return
  }
  const others = names.comments.get(post) ?? []
  if (others.some(({ id }) => id === comment.id)) return
  names.comments.set(post, [...others, toComment(comment)])
}

/** REST says `approved` and `hold` for what the database and WXR say `1` and `0`. */
function toComment(comment: RestComment): SourceComment {
  const { id, parent, content, status, type } = comment
  return {
    id,
    parent,
    author: comment.author_name,
    authorUrl: comment.author_url,
    date: comment.date.replace('T', ' '),
    content: content.raw ?? unrender(content.rendered).html,
    status: status === 'approved' ? '1' : status === 'hold' ? '0' : status,
    type,
  }
}

/** A term as other readers give it: its parent by slug. */
export function toSourceTerm(term: RestTerm, names: RestNames): SourceTerm {
  const { taxonomy, id, slug, name } = term
  const parent = term.parent || (names.terms.get(id)?.parent ?? 0)
  return { taxonomy, id, slug, name, parent: names.terms.get(parent)?.slug ?? null }
}
