import type { Home, TermLink } from '../../lib/articles/types.ts'
import { tagsPath } from '../../lib/routes.ts'
import { site } from '../../lib/site.ts'
import { ArticleGrid } from './ArticleGrid.tsx'
import { frontSections } from './front-sections.ts'
import { InterviewBand } from './InterviewBand.tsx'
import { LeadArticle } from './LeadArticle.tsx'
import { SeriesStrip } from './SeriesStrip.tsx'
import { TagList } from './TagList.tsx'

function SectionStrip({ section, articles }: Home['sections'][number]) {
  const id = `rubrique-${section.slug}`
  const kinds = new Set(articles.map(({ kind }) => kind))
  const [kind] = kinds
  return (
    <section aria-labelledby={id} data-kind={(kinds.size === 1 && kind) || undefined}>
      <h2 id={id} className="strip-title">
        <a href={section.path}>
          {section.name} <span aria-hidden="true">→</span>
        </a>
      </h2>
      <ArticleGrid articles={articles} level={3} layout="line" />
    </section>
  )
}

function OtherSections({ sections }: { sections: readonly TermLink[] }) {
  if (sections.length === 0) return null
  return (
    <nav aria-labelledby="autres-rubriques">
      <h2 id="autres-rubriques" className="strip-title">
        {sections.length > 1 ? 'Autres rubriques' : 'Autre rubrique'}
      </h2>
      <TagList tags={sections} />
    </nav>
  )
}

function Subjects({ tags }: { tags: readonly TermLink[] }) {
  if (tags.length === 0) return null
  return (
    <nav aria-labelledby="sujets" className="page-frame subjects">
      <h2 id="sujets" className="strip-title">
        <a href={tagsPath}>
          Par sujet <span aria-hidden="true">→</span>
        </a>
      </h2>
      <ul>
        {tags.map(({ path, name }) => (
          <li key={path}>
            <a href={path}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The front page: the chosen article large, the latest, the interviews, the series, then section by section. */
export function FrontPage({ home }: { home: Home }) {
  const { lead, latest, interviews, series, sections, tags } = home
  const { shown, named } = frontSections(sections)
  return (
    <div className="front-page">
      <h1 className="sr-only">{`${site.name}, ${site.tagline.toLowerCase()}`}</h1>
      {lead ? (
        <LeadArticle article={lead} />
      ) : (
        <p className="page-frame py-20 text-2xl">Le premier article paraîtra bientôt.</p>
      )}
      {latest.length > 0 && (
        <section className="page-frame" aria-labelledby="derniers">
          <h2 id="derniers" className="strip-title">
            Derniers articles
          </h2>
          <ArticleGrid articles={latest} level={3} layout="latest" />
        </section>
      )}
      <InterviewBand articles={interviews} />
      {series.length > 0 && (
        <div className="page-frame series-strips">
          {series.map((one) => (
            <SeriesStrip key={one.term.path} series={one} />
          ))}
        </div>
      )}
      <div id="rubriques" className="page-frame flex flex-col gap-20 empty:hidden">
        {shown.map(({ section, articles }) => (
          <SectionStrip key={section.path} section={section} articles={articles} />
        ))}
        <OtherSections sections={named} />
      </div>
      <Subjects tags={tags} />
    </div>
  )
}
