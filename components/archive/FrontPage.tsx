import type { Home, TermLink } from '../../lib/articles/types.ts'
import { site } from '../../lib/site.ts'
import { ArticleCardItem } from './ArticleCardItem.tsx'
import { ArticleGrid } from './ArticleGrid.tsx'
import { frontSections } from './front-sections.ts'
import { TagList } from './TagList.tsx'

function SectionStrip({ section, articles }: Home['sections'][number]) {
  const id = `rubrique-${section.slug}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="strip-title">
        <a href={section.path}>
          {section.name} <span aria-hidden="true">→</span>
        </a>
      </h2>
      <ArticleGrid articles={articles} level={3} shape="brief" />
    </section>
  )
}

function TermStrip({ id, title, terms }: { id: string; title: string; terms: readonly TermLink[] }) {
  return (
    <nav aria-labelledby={id}>
      <h2 id={id} className="strip-title">
        {title}
      </h2>
      <TagList tags={terms} />
    </nav>
  )
}

/** The front page: the newest article large, the others around it, then section by section. */
export function FrontPage({ home }: { home: Home }) {
  const { lead, latest, sections, tags } = home
  const { shown, named } = frontSections(sections)
  return (
    <div className="page-frame flex flex-col gap-20 pt-6 pb-24 sm:pt-10">
      <h1 className="sr-only">{`${site.name}, ${site.tagline.toLowerCase()}`}</h1>
      {lead ? (
        <ArticleCardItem article={lead} level={2} shape="lead" />
      ) : (
        <p className="py-20 text-2xl">Le premier article paraîtra bientôt.</p>
      )}
      {latest.length > 0 && (
        <section aria-labelledby="derniers">
          <h2 id="derniers" className="strip-title">
            Derniers articles
          </h2>
          <ArticleGrid articles={latest} level={3} shape="standard" />
        </section>
      )}
      <div id="rubriques" className="flex flex-col gap-20 empty:hidden">
        {shown.map(({ section, articles }) => (
          <SectionStrip key={section.path} section={section} articles={articles} />
        ))}
        {named.length > 0 && <TermStrip id="autres-rubriques" title="Autres rubriques" terms={named} />}
      </div>
      {tags.length > 0 && <TermStrip id="sujets" title="Par sujet" terms={tags} />}
    </div>
  )
}
