import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { ArchivesIndex } from '../../../components/archive/ArchivesIndex.tsx'
import { ArchiveView } from '../../../components/archive/ArchiveView.tsx'
import { SearchNotice } from '../../../components/archive/SearchNotice.tsx'
import { ArticleView } from '../../../components/article/ArticleView.tsx'
import { getComments } from '../../../lib/articles/comments.ts'
import { getArticle, getListing, getMonths, getRecentPaths, getRedirect } from '../../../lib/articles/read.ts'
import { getRelated } from '../../../lib/articles/related.ts'
import { archivesPath, encodePath, pathOf, searchPath } from '../../../lib/routes.ts'
import { addressOfPage, archiveMetadata } from '../archive.ts'

type Props = { params: Promise<{ path: string[] }> }

const PRERENDERED = 50

/** Next wants one path at least: an address that no article has stands for an empty magazine. */
export async function generateStaticParams() {
  const paths = await getRecentPaths(PRERENDERED)
  const parts = paths.map((path) => ({ path: path.split('/').filter(Boolean) }))
  return parts.length > 0 ? parts : [{ path: ['aucun-article'] }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const path = pathOf((await params).path)
  const article = await getArticle(path)
  if (article) {
    const { seoTitle, seoDescription, canonical, noindex } = article.seo
    return {
      title: seoTitle === null ? article.title : { absolute: seoTitle },
      description: seoDescription ?? article.standfirst,
      alternates: { canonical: canonical ?? encodePath(article.path) },
      ...(noindex ? { robots: { index: false } } : {}),
    }
  }
  if (path === archivesPath) return { title: 'Archives', alternates: { canonical: archivesPath } }
  if (path === searchPath) return { title: 'Recherche', robots: { index: false } }
  return archiveMetadata(await getListing(path))
}

/** Articles first: a page that WordPress had at `/archives/` or `/2019/` keeps its address. */
export default async function PathRoute({ params }: Props) {
  const path = pathOf((await params).path)
  const article = await getArticle(path)
  if (article) {
    const [related, comments] = await Promise.all([getRelated(article.id), getComments(article.id)])
    return <ArticleView article={article} related={related} comments={comments} />
  }
  const listing = await getListing(path)
  if (listing) {
    const address = addressOfPage(listing)
    return address === path ? <ArchiveView archive={listing} label="Archives" /> : permanentRedirect(address)
  }
  if (path === archivesPath) return <ArchivesIndex months={await getMonths()} />
  if (path === searchPath) return <SearchNotice />
  const target = await getRedirect(path)
  return target ? permanentRedirect(encodePath(target)) : notFound()
}
