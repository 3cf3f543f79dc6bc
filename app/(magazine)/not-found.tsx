import type { Metadata } from 'next'
import { ArticleGrid } from '../../components/archive/ArticleGrid.tsx'
import { getHome } from '../../lib/articles/read.ts'

export const metadata: Metadata = { title: 'Page introuvable' }

export default async function NotFoundPage() {
  const { lead, latest } = await getHome()
  const articles = [...(lead ? [lead] : []), ...latest].slice(0, 3)
  return (
    <div className="archive not-found">
      <header className="archive-header">
        <p className="kicker">Erreur 404</p>
        <h1>Cette page n’existe pas</h1>
        <p className="archive-description">
          L’adresse a peut-être changé, ou l’article n’est plus en ligne. Vous pouvez repartir de{' '}
          <a href="/">la page d’accueil</a>, d’une rubrique en haut de page, ou de ces derniers articles.
        </p>
      </header>
      <ArticleGrid articles={articles} level={2} />
    </div>
  )
}
