import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { ArchivesIndex } from '../../../components/archive/ArchivesIndex.tsx'
import { ArchiveView } from '../../../components/archive/ArchiveView.tsx'
import { TagsIndex } from '../../../components/archive/TagsIndex.tsx'
import { ArticleView } from '../../../components/article/ArticleView.tsx'
import { PeopleIndex } from '../../../components/people/PeopleIndex.tsx'
import { GoneView } from '../../../components/site/GoneView.tsx'
import { archiveGraph } from '../../../components/structured-data/archive.ts'
import { articleGraph } from '../../../components/structured-data/article.ts'
import { StructuredData } from '../../../components/structured-data/StructuredData.tsx'
import { getComments } from '../../../lib/articles/comments.ts'
import {
  getArticle,
  getListing,
  getMonths,
  getRecentPaths,
  getRedirect,
  getTags,
} from '../../../lib/articles/read.ts'
import { getPeople } from '../../../lib/articles/read-people.ts'
import { getRelated } from '../../../lib/articles/related.ts'
import { getWithdrawn } from '../../../lib/articles/withdrawn.ts'
import { siteUrl } from '../../../lib/env.ts'
import { articleMetadata } from '../../../lib/metadata/article-metadata.ts'
import { pageMetadata } from '../../../lib/metadata/page-metadata.ts'
import { archivesPath, encodePath, pathOf, peoplePath, tagsPath } from '../../../lib/routes.ts'
import { site } from '../../../lib/site.ts'
import { addressOfPage, archiveMetadata } from '../archive.ts'
import { Revision } from '../Revision.tsx'

const INDEXES: Record<string, { name: string; description: string }> = {
  [archivesPath]: { name: 'Archives', description: `Tous les articles de ${site.name}, mois par mois.` },
  [peoplePath]: {
    name: 'Qui est qui',
    description: `Celles et ceux qui signent dans ${site.name}, qui répondent, ou dont il est question.`,
  },
  [tagsPath]: { name: 'Étiquettes', description: `Tous les sujets de ${site.name}, de A à Z.` },
}

/** What search engines are told of an index. */
function IndexData({ path }: { path: string }) {
  const index = INDEXES[path]
  if (!index) return null
  const term = { ...index, path, slug: path }
  return <StructuredData graph={archiveGraph({ term, articles: [], page: 1 }, siteUrl)} />
}

type Props = { params: Promise<{ path: string[] }> }

const PRERENDERED = 20

/** Next wants one path at least: an address that no article has stands for an empty magazine. */
export async function generateStaticParams() {
  const paths = await getRecentPaths(PRERENDERED)
  const parts = paths.map((path) => ({ path: path.split('/').filter(Boolean) }))
  return parts.length > 0 ? parts : [{ path: ['aucun-article'] }]
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const path = pathOf((await params).path)
  const article = await getArticle(path)
  if (article) return articleMetadata(article, siteUrl)
  const listing = await getListing(path)
  if (listing) return archiveMetadata(listing)
  const index = INDEXES[path]
  if (index) return pageMetadata({ path, feedOf: '/', title: index.name, description: index.description })
  if (!(await getRedirect(path)) && (await getWithdrawn(path)))
    return { title: 'Article retiré', robots: { index: false } }
  return archiveMetadata(null)
}

/** Articles first: a page that WordPress had at `/archives/` or `/2019/` keeps its address. */
export default async function PathRoute({ params }: Props) {
  const path = pathOf((await params).path)
  const article = await getArticle(path)
  if (article) {
    const [related, comments] = await Promise.all([getRelated(article.id), getComments(article.id)])
    return (
      <>
        <Revision of={{ article, related, comments }} />
        <StructuredData graph={articleGraph(article, siteUrl)} />
        <ArticleView article={article} related={related} comments={comments} />
      </>
    )
  }
  const listing = await getListing(path)
  if (listing) {
    const address = addressOfPage(listing)
    if (address !== path) permanentRedirect(address)
    return (
      <>
        <Revision of={listing} />
        <StructuredData graph={archiveGraph(listing, siteUrl)} />
        <ArchiveView archive={listing} label="Archives" />
      </>
    )
  }
  if (path === archivesPath) return <Archives />
  if (path === peoplePath) return <People />
  if (path === tagsPath) return <Tags />
  const target = await getRedirect(path)
  if (target) permanentRedirect(encodePath(target))
  // The cache handler answers it with 410; a platform without it says 404.
  const gone = process.env.VERCEL ? null : await getWithdrawn(path)
  return gone ? <GoneView likely={gone.likely} /> : notFound()
}

async function Archives() {
  const months = await getMonths()
  return (
    <>
      <Revision of={months} />
      <IndexData path={archivesPath} />
      <ArchivesIndex months={months} />
    </>
  )
}

async function People() {
  const people = await getPeople()
  return (
    <>
      <Revision of={people} />
      <IndexData path={peoplePath} />
      <PeopleIndex people={people} />
    </>
  )
}

async function Tags() {
  const tags = await getTags()
  return (
    <>
      <Revision of={tags} />
      <IndexData path={tagsPath} />
      <TagsIndex tags={tags} />
    </>
  )
}
