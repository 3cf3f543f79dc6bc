import { textLines } from '../document/text.ts'
import type { AnyNode, Document, Inline } from '../document/types.ts'
import { walk } from '../document/walk.ts'
import {
  type Named,
  namedAsSpeaker,
  namedByTag,
  namedInAttribution,
  namedInCaption,
  namedInTitle,
} from './names.ts'

/** From this confidence on, a mention is shown without waiting for an editor. */
export const SHOWN_FROM = 0.7

/** Somebody whom an article names: where, and how sure that is. `mediaId` is '' but for captions. */
export type MentionFound = Named & { origin: 'title' | 'caption' | 'tag' | 'speaker'; mediaId: string }

/** What the matcher reads of an article. */
export type ArticleToRead = {
  title: string
  kind: string | null
  tags: readonly { name: string }[]
  document: Document
}

/** An article that names more than this is a directory: the rest is left out. */
const MOST = 60

const NOBODY: MentionFound[] = []
const at = (origin: MentionFound['origin'], named: Named[], mediaId = ''): MentionFound[] =>
  named.map((one) => ({ ...one, origin, mediaId }))

/** The name in bold that opens a turn of speech: "**Malik Derouet :** …". */
function label(content: readonly Inline[] | undefined): string | null {
  const first = content?.[0]
  if (first?.type !== 'text' || !first.marks?.some(({ type }) => type === 'bold')) return null
  const [, name] = /^([^:]{3,60}?)\s*:\s*$/u.exec(first.text) ?? []
  return name ?? null
}

function inNode(node: AnyNode): MentionFound[] {
  switch (node.type) {
    case 'figure':
      return at('caption', namedInCaption(textLines(node).join(' ')), node.attrs.mediaId ?? '')
    case 'pullQuote':
    case 'blockquote':
      return node.attrs.attribution === null ? [] : at('speaker', namedInAttribution(node.attrs.attribution))
    case 'paragraph': {
      const name = label(node.content)
      return name === null ? [] : at('speaker', namedAsSpeaker(name))
    }
    default:
      return NOBODY
  }
}

/** What several places say together: as sure as that not all of them are wrong. */
function together(found: readonly MentionFound[]): MentionFound[] {
  const byName = Map.groupBy(found, ({ name }) => name)
  return found.map((one) => {
    const best = Map.groupBy(byName.get(one.name) ?? [], ({ origin }) => origin)
    const doubts = [...best.values()].map((list) => 1 - Math.max(...list.map(({ confidence }) => confidence)))
    const confidence = 1 - doubts.reduce((product, doubt) => product * doubt, 1)
    return { ...one, confidence: Math.round(confidence * 100) / 100 }
  })
}

/** Whom an article names in its title, tags, captions and as speakers; each once an origin and picture. */
export function mentionsOf({ title, kind, tags, document }: ArticleToRead): MentionFound[] {
  const isInterview = kind === 'interview' || /\b(?:entretien|interview)\b/iu.test(title)
  const found = [
    ...at('title', namedInTitle(title, isInterview)),
    ...tags.flatMap(({ name }) => at('tag', namedByTag(name))),
    ...walk(document).flatMap(inNode),
  ]
  const distinct = new Map(found.map((one) => [`${one.name} ${one.origin} ${one.mediaId}`, one]))
  return together([...distinct.values()].slice(0, MOST))
}
