import fc from 'fast-check'
import { type Decision, decide } from '../articles/change-status.ts'
import type { CreditInput } from '../articles/credits.ts'
import { decideOn, mergePeople } from '../articles/review-people.ts'
import { type ArticleInput, checkArticle, saveArticles } from '../articles/save.ts'
import type { Database } from '../db.ts'
import { sampleArticle } from './article.ts'

/** Whatever an editor may do to a small site, one thing after the other, for properties of what a change touches. */

export const SLUGS = ['un', 'deux', 'trois']
export const TERMS = ['a', 'b', 'c']
export const PICTURES = ['1', '2'].map((digit) => digit.repeat(32))
const NAMED = 'malik-derouet'
const AUTHOR = 'alix-roy'
/** Those who sign or are named, by their slug. */
export const PEOPLE = [AUTHOR, NAMED]

const FUTURE = new Date('2999-01-01T00:00:00Z')
const days = [
  new Date('2024-03-02T07:00:00Z'),
  new Date('2024-03-05T07:00:00Z'),
  new Date('2023-12-31T23:30:00Z'),
]

const termInput = fc.record({
  slug: fc.constantFrom(...TERMS),
  parent: fc.constantFrom(null, ...TERMS),
  description: fc.constantFrom('', 'Ce qui se dit.'),
})
type GeneratedTerm = { slug: string; parent: string | null; description: string }
const toTerm = (isTree: boolean, { slug, parent, description }: GeneratedTerm) => ({
  slug,
  name: slug,
  description,
  parent: isTree && parent !== slug ? parent : null,
})
const toTerms = (isTree: boolean) => (all: GeneratedTerm[]) => all.map((term) => toTerm(isTree, term))
const seriesInput = fc
  .record({ term: termInput, position: fc.constantFrom(null, 1, 2) })
  .map(({ term, position }) => ({ ...toTerm(false, term), position }))

const paragraph = (words: string) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
/** A picture whose caption names somebody. */
const figure = (mediaId: string) => ({
  type: 'figure',
  attrs: { mediaId },
  content: [{ type: 'caption', content: [{ type: 'text', text: 'Malik Derouet dans son atelier' }] }],
})
const documents = [
  [paragraph('Du texte.')],
  [paragraph('Un autre texte.')],
  ...PICTURES.map((id) => [paragraph('Du texte.'), figure(id)]),
].map((content) => ({ type: 'doc', content }))

const credits: CreditInput[][] = [
  [],
  [{ name: 'Alix Roy', role: 'author' }],
  [{ name: 'Malik Derouet', role: 'interviewee' }],
]

const changes = fc.record({
  title: fc.constantFrom('Titre', 'Autre titre', 'Malik Derouet, le soleil en commun'),
  kind: fc.constantFrom<ArticleInput['kind']>('interview', 'report', null),
  standfirst: fc.constantFrom('', 'Un chapô.'),
  status: fc.constantFrom<ArticleInput['status']>('published', 'published', 'draft', 'scheduled', 'archived'),
  type: fc.constantFrom<ArticleInput['type']>('article', 'article', 'article', 'page'),
  publishedAt: fc.constantFrom(...days, FUTURE),
  updatedAt: fc.constantFrom(null, new Date('2024-04-01T00:00:00Z')),
  featuredAt: fc.constantFrom(null, new Date('2024-04-02T00:00:00Z')),
  seoTitle: fc.constantFrom(null, 'Pour les moteurs'),
  noindex: fc.boolean(),
  coverId: fc.constantFrom(null, ...PICTURES),
  tags: fc.array(termInput, { maxLength: 3 }).map(toTerms(false)),
  categories: fc.array(termInput, { maxLength: 2 }).map(toTerms(true)),
  series: fc.uniqueArray(seriesInput, { maxLength: 2, selector: ({ slug }) => slug }),
  credits: fc.constantFrom(...credits),
  document: fc.constantFrom(...documents),
})

export type Step =
  | { kind: 'save'; slug: string; path: string; changes: Partial<ArticleInput> }
  | { kind: 'decide'; slug: string; decision: Decision }
  | { kind: 'person'; slug: string; status: 'accepted' | 'refused' }
  | { kind: 'merge'; from: string; into: string }

/** Any of them. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      slug: fc.constantFrom(...SLUGS),
      path: fc.constantFrom('', '-bis'),
      changes,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('decide' as const),
      slug: fc.constantFrom(...SLUGS),
      decision: fc.constantFrom<Decision>(
        { kind: 'publish', at: new Date('2024-03-05T09:00:00Z') },
        { kind: 'schedule', at: FUTURE },
        { kind: 'unpublish' },
        { kind: 'withdraw' },
        { kind: 'delete' },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('person' as const),
      slug: fc.constantFrom(...PEOPLE),
      status: fc.constantFrom('accepted' as const, 'refused' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<Step>({ kind: 'merge', from: AUTHOR, into: NAMED }) },
)

/** Does it; nothing when there is nothing to do it to. */
export async function take(database: Database, change: Step): Promise<void> {
  if (change.kind === 'person') await decideOn(database, change.slug, change.status)
  if (change.kind === 'merge') await mergePeople(database, change.from, change.into)
  if (change.kind === 'person' || change.kind === 'merge') return
  const article = await database.article.findFirst({ where: { slug: change.slug } })
  if (change.kind === 'decide') {
    if (article) await decide(database, article.id, change.decision)
    return
  }
  const { slug, path } = change
  const input = sampleArticle(slug, { ...change.changes, path: `/${slug}${path}/` })
  const redirects = [{ from: `?p=${SLUGS.indexOf(slug)}`, kind: 'id' as const }]
  await saveArticles(database, [
    { article: checkArticle(input), redirects, ...(article ? { id: article.id } : {}) },
  ])
}
