import type { ArticlePage } from '../../lib/articles/types.ts'

/** Where an article appeared first, when that was on another site, which search engines keep. */
export function FirstPublished({ seo }: Pick<ArticlePage, 'seo'>) {
  const { canonical } = seo
  if (canonical === null || !/^https?:/.test(canonical) || !URL.canParse(canonical)) return null
  return (
    <p className="first-published">
      Paru d’abord sur <a href={canonical}>{new URL(canonical).hostname.replace(/^www\./, '')}</a>
    </p>
  )
}
