import type { ArticlePage, CommentThread, RelatedArticle } from '../../lib/articles/types.ts'
import { SeriesNav } from '../archive/SeriesNav.tsx'
import { Script } from '../site/Script.tsx'
import { ArticleBody } from './ArticleBody.tsx'
import { ArticleHeader } from './ArticleHeader.tsx'
import { ArticleTags } from './ArticleTags.tsx'
import { ArticleTools } from './ArticleTools.tsx'
import { Comments } from './Comments.tsx'
import { coverShown } from './cover.ts'
import { FirstPublished } from './FirstPublished.tsx'
import { Lightbox } from './Lightbox.tsx'
import { MethodBox } from './MethodBox.tsx'
import { peopleOf } from './person-names.ts'
import { Related } from './Related.tsx'

type Props = {
  article: ArticlePage
  related: readonly RelatedArticle[]
  comments: readonly CommentThread[]
}

/** An article as its page shows it. `#en-bref` in the address shows its summary alone (`article-page.css`). */
export function ArticleView({ article, related, comments }: Props) {
  const { document, pictures } = article
  const hasSummary = document.content.some(({ type }) => type === 'summary')
  return (
    <>
      <div className="reading-progress" aria-hidden="true" />
      <article className="article page-frame" data-kind={article.kind ?? undefined}>
        <ArticleHeader article={article} />
        <ArticleTools article={article} />
        {hasSummary && <span id="en-bref" />}
        <ArticleBody
          document={document}
          pictures={pictures}
          isLead={coverShown(article) === null}
          people={peopleOf(article)}
        />
        {hasSummary && (
          <p className="whole-article">
            <a href="#resume">Lire l’article entier</a>
          </p>
        )}
        <MethodBox article={article} />
        <FirstPublished seo={article.seo} />
        <ArticleTags tags={article.tags} />
        {article.series.map((place) => (
          <SeriesNav key={place.series.path} place={place} />
        ))}
        <Comments comments={comments} />
        <Related articles={related} />
      </article>
      <button className="resume-reading" type="button" hidden>
        Reprendre la lecture où vous l’aviez laissée
      </button>
      <Lightbox />
      <Script name="article" />
      <Script name="lightbox" />
      <Script name="players" />
    </>
  )
}
