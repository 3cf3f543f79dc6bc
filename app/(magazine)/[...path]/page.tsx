import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { ArticleView } from '../../../components/article/ArticleView.tsx'
import { getArticle, getRecentPaths, getRedirect } from '../../../lib/articles/read.ts'
import { pathOf } from '../../../lib/routes.ts'

type Props = { params: Promise<{ path: string[] }> }

const PRERENDERED = 50

/** Next wants one path at least: an address that no article has stands for an empty magazine. */
export async function generateStaticParams() {
  const paths = await getRecentPaths(PRERENDERED)
  const parts = paths.map((path) => ({ path: path.split('/').filter(Boolean) }))
  return parts.length > 0 ? parts : [{ path: ['aucun-article'] }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await getArticle(pathOf((await params).path))
  if (!article) return {}
  const { seoTitle, seoDescription, canonical, noindex } = article.seo
  return {
    title: seoTitle === null ? article.title : { absolute: seoTitle },
    description: seoDescription ?? article.standfirst,
    alternates: { canonical: canonical ?? article.path },
    ...(noindex ? { robots: { index: false } } : {}),
  }
}

export default async function ArticleRoute({ params }: Props) {
  const path = pathOf((await params).path)
  const article = await getArticle(path)
  if (article) return <ArticleView article={article} />
  const target = await getRedirect(path)
  return target ? permanentRedirect(target) : notFound()
}
