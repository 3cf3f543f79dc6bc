import type { ArticleInput } from '../articles/save.ts'

const text = (value: string) => ({ type: 'text', text: value })

/** A published article to start from; `words` is its only paragraph. */
export function sampleArticle(
  slug: string,
  changes: Partial<ArticleInput> = {},
  words = 'Du texte.',
): ArticleInput {
  return {
    type: 'article',
    path: `/${slug}/`,
    slug,
    kind: 'interview',
    title: `Titre ${slug}`,
    legacyTitle: `Entretien / Titre ${slug}`,
    standfirst: 'Le chapô.',
    status: 'published',
    publishedAt: new Date('2024-03-02T07:46:15Z'),
    updatedAt: null,
    sourceModifiedAt: null,
    commentsOpen: false,
    sticky: false,
    featuredAt: null,
    heldOn: null,
    heldAt: null,
    seoTitle: null,
    seoDescription: null,
    canonical: null,
    noindex: false,
    coverId: null,
    credits: [],
    tags: [],
    categories: [],
    series: [],
    document: { type: 'doc', content: [{ type: 'paragraph', content: [text(words)] }] },
    ...changes,
  }
}
