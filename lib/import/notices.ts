import type { Flag } from '../wordpress/draft.ts'
import { SERIES_TAXONOMIES, type SourceItem } from '../wordpress/source.ts'

const flag = (code: string, detail: string): Flag => ({ code, detail, confidence: null, span: null })

/** Taxonomies that become something here, or are named by a rule of their own. */
export const TAKEN_OVER: ReadonlySet<string> = new Set([
  ...['category', 'post_tag', 'author', 'nav_menu'],
  ...SERIES_TAXONOMIES,
])

const SHOWN = new Set(['publish', 'future', 'draft'])

function customTerms({ terms }: SourceItem): Flag[] {
  const others = Map.groupBy(
    terms.filter(({ taxonomy }) => !TAKEN_OVER.has(taxonomy)),
    ({ taxonomy }) => taxonomy,
  )
  return [...others].map(([taxonomy, list]) =>
    flag('taxonomy-kept', `${taxonomy} : ${list.map(({ name, slug }) => name || slug).join(', ')}`),
  )
}

/** What an editor should know of an item besides its text: how it was shown, what was not taken over. */
export function noticesOf(item: SourceItem): Flag[] {
  const { status, password, warnings, type } = item
  return [
    ...(SHOWN.has(status) ? [] : [flag('status', `« ${status} » dans WordPress : brouillon ici`)]),
    ...(password !== ''
      ? [flag('password', 'protégé par un mot de passe dans WordPress : brouillon ici')]
      : []),
    ...(type === 'post' || type === 'page' ? [] : [flag('custom-type', `« ${type} » : page ici`)]),
    ...customTerms(item),
    ...warnings.map((warning) => flag('source', warning)),
  ]
}
