import { hash } from 'node:crypto'
import type { SharedArticle } from '../articles/types.ts'
import { kindLabels, site } from '../site.ts'
import { signersOf } from './signers.ts'

/** What a preview picture shows. */
export type Preview = { kicker: string; title: string; byline: string; pictureId: string | null }

/** Raised when the drawing changes, so that every picture gets a new address. */
const DRAWING = 2

/** The words and the picture of an article's preview. */
export function previewOf({ kind, section, title, credits, sharedPicture }: SharedArticle): Preview {
  const list = new Intl.ListFormat(site.language, { type: 'conjunction' })
  const byline = list.format(signersOf(credits).map(({ name }) => name))
  const kicker = kind ? kindLabels[kind] : (section?.name ?? '')
  return { kicker, title, byline: byline ? `par ${byline}` : '', pictureId: sharedPicture?.id ?? null }
}

function markOf(preview: Preview): string {
  const shown = JSON.stringify([DRAWING, site.name, preview])
  return hash('sha256', shown).slice(0, 10)
}

/** The address of an article's, which changes with what it shows and with nothing else: `/apercu/12-0a1b2c3d4e.jpg`. */
export const previewPath = (article: SharedArticle): string =>
  `/apercu/${article.id}-${markOf(previewOf(article))}.jpg`

/** The same for the page of somebody or of a term: `/apercu/tag/bois/0a1b2c3d4e.jpg`. */
export const pagePreviewPath = (path: string, preview: Preview): string =>
  `/apercu${path}${markOf(preview)}.jpg`
