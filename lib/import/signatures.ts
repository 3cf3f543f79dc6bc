import type { Flag } from '../wordpress/draft.ts'
import type { SourceItem } from '../wordpress/source.ts'
import type { SiteFacts } from './site-facts.ts'

/** Terms of Co-Authors Plus: who signs an item, beside the account that typed it in. */
const TAXONOMY = 'author'

/** The people who sign an item by Co-Authors Plus, in order. A name nobody knows is a flag, not a login in a byline. */
export function signaturesOf(
  item: SourceItem,
  { names }: Pick<SiteFacts, 'names'>,
): { credits: { name: string; role: 'author' }[]; flags: Flag[] } {
  const signed = item.terms
    .filter(({ taxonomy }) => taxonomy === TAXONOMY)
    .map(({ slug, name }) => ({
      login: name || slug,
      name: names.get(slug) ?? names.get(slug.replace(/^cap-/, '')) ?? names.get(name) ?? nameItself(name),
    }))
  const unknown = signed.filter(({ name }) => name === null)
  return {
    credits: signed.flatMap(({ name }) => (name === null ? [] : [{ name, role: 'author' as const }])),
    flags: unknown.map(({ login: detail }) => ({
      code: 'author-unknown',
      detail,
      confidence: null,
      span: null,
    })),
  }
}

/** A term's name with a capital and a space is a person's, not a login. */
const nameItself = (name: string): string | null => (/\p{Lu}/u.test(name) && name.includes(' ') ? name : null)
