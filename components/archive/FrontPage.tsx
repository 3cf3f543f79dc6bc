import type { Home } from '../../lib/articles/types.ts'
import { site } from '../../lib/site.ts'
import { ArticleCardItem } from './ArticleCardItem.tsx'
import { ArticleGrid } from './ArticleGrid.tsx'
import { TagList } from './TagList.tsx'

function SectionStrip({ section, articles }: Home['sections'][number]) {
  return (
    <section className="section-strip" aria-labelledby={`rubrique-${section.slug}`}>
      <h2 id={`rubrique-${section.slug}`}>
        <a href={section.path}>{section.name}</a>
      </h2>
      <ArticleGrid articles={articles} level={3} shape="brief" />
    </section>
  )
}

/** The front page: the newest article large, the others around it, then section by section. */
export function FrontPage({ home }: { home: Home }) {
  const { lead, latest, sections, tags } = home
  return (
    <div className="front-page">
      <h1 className="sr-only">
        {site.name}, {site.tagline.toLowerCase()}
      </h1>
      {lead ? (
        <ArticleCardItem article={lead} level={2} shape="lead" />
      ) : (
        <p className="empty">Le premier article paraîtra bientôt.</p>
      )}
      {latest.length > 0 && (
        <section className="latest" aria-labelledby="derniers">
          <h2 id="derniers">Derniers articles</h2>
          <ArticleGrid articles={latest} level={3} />
        </section>
      )}
      {sections.map(({ section, articles }) => (
        <SectionStrip key={section.path} section={section} articles={articles} />
      ))}
      {tags.length > 0 && (
        <nav className="front-tags" aria-label="Mots-clés">
          <h2>Par sujet</h2>
          <TagList tags={tags} />
        </nav>
      )}
    </div>
  )
}
