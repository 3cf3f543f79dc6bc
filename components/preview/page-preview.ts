import type { Archive, PersonPage, Picture } from '../../lib/articles/types.ts'
import { shorten } from '../../lib/document/text.ts'
import { type Preview, pagePreviewPath } from '../../lib/metadata/preview-path.ts'
import { personPath } from '../../lib/routes.ts'
import { personLabels, termLabels } from '../../lib/site.ts'
import { roleNames } from '../people/roles.ts'

/** What the preview picture of a page that is no article's shows, where it stands, and what it is without eyes. */
export type PagePreview = { words: Preview; path: string; alt: string; picture: Picture | null }

/** Words that fit below a name, two lines of them. */
const BELOW = 90

/** Somebody: portrait, name, what they do. */
export function personPreview({ slug, name, kind, roles, portrait }: PersonPage): PagePreview {
  const words = {
    kicker: personLabels[kind],
    title: name,
    byline: roleNames(roles).slice(0, 3).join(', '),
    pictureId: portrait?.id ?? null,
  }
  const alt = portrait ? `Portrait de ${name}` : `${words.kicker} : ${name}`
  return { words, path: pagePreviewPath(personPath(slug), words), alt, picture: portrait }
}

/** A section, a tag or a series: what it is, its name, what it is about. */
export function termPreview(type: keyof typeof termLabels, term: Archive['term']): PagePreview {
  const kicker = termLabels[type]
  const words = { kicker, title: term.name, byline: shorten(term.description, BELOW), pictureId: null }
  return { words, path: pagePreviewPath(term.path, words), alt: `${kicker} : ${term.name}`, picture: null }
}
