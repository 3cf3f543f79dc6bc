import type { CorrectionComment, Event, Graph, ImageObject, Question, Thing } from 'schema-dts'
import type { ArticlePage } from '../../lib/articles/types.ts'
import { shorten, textLines, wordCount } from '../../lib/document/text.ts'
import type { AnyNode, Document, DocumentPart, Section } from '../../lib/document/types.ts'
import { walk } from '../../lib/document/walk.ts'
import { descriptionOf } from '../../lib/metadata/description.ts'
import { previewPath } from '../../lib/metadata/preview-path.ts'
import { kindLabels, site } from '../../lib/site.ts'
import { creditProperties, subjects } from './credits.ts'
import { addressOf, graphOf, imageObject, publisherId } from './graph.ts'
import { audioObjects, podcastEpisodes, videoObjects } from './recordings.ts'
import { breadcrumb, publisher } from './site.ts'

const ANSWER_LENGTH = 300
/** More would weigh more than they tell. */
const MOST_PICTURES = 10

const SCHEMA_TYPES = {
  interview: 'NewsArticle',
  report: 'ReportageNewsArticle',
  focus: 'AnalysisNewsArticle',
  'write-up': 'ReportageNewsArticle',
} as const

/** A question of an interview, with the beginning of its answer, which stands at `#anchor`. */
function question(
  { attrs, content: [heading, ...blocks] }: Section,
  page: string,
  speaker: { '@id': string } | null,
): Question {
  const url = `${page}#${attrs.anchor}`
  const answer = shorten(blocks.flatMap((block) => textLines(block)).join(' '), ANSWER_LENGTH)
  return {
    '@type': 'Question',
    name: textLines(heading).join(' '),
    url,
    ...(answer
      ? { acceptedAnswer: { '@type': 'Answer', text: answer, url, ...(speaker ? { author: speaker } : {}) } }
      : {}),
  }
}

/** Where one person speaks, each answer is theirs; of two, the text alone says which. */
function questions({ content }: Document, page: string, about: readonly Thing[]): Question[] {
  const [one, ...others] = about.flatMap((thing) =>
    typeof thing === 'object' && typeof thing['@id'] === 'string' ? [{ '@id': thing['@id'] }] : [],
  )
  const isAsked = (part: DocumentPart): part is Section =>
    part.type === 'section' && (part.attrs.kind === 'question' || part.attrs.kind === 'audience')
  return content
    .filter(isAsked)
    .map((section) => question(section, page, others.length === 0 ? (one ?? null) : null))
}

const CORRECTION = /^(?:erratum|errata|rectificatif|correction)\b[^:.]{0,60}:/i

/** A paragraph that opens with "Erratum :" or "Correction du 3 mars :" declares itself one. */
function corrections({ content }: Document): CorrectionComment[] {
  const blocks = content.flatMap((part): AnyNode[] => (part.type === 'section' ? part.content : [part]))
  const texts = blocks.filter(({ type }) => type === 'paragraph').map((block) => textLines(block).join(' '))
  return texts.filter((text) => CORRECTION.test(text)).map((text) => ({ '@type': 'CorrectionComment', text }))
}

/** The cover and the pictures of the text, each once; the generated preview where there is none. */
function images({ cover, document, pictures }: ArticlePage, siteUrl: string, preview: string) {
  const shown = [...walk(document)].flatMap((node) => {
    const picture = node.type === 'figure' && node.attrs.mediaId ? pictures[node.attrs.mediaId] : undefined
    return picture && node.type === 'figure' ? [{ picture, caption: textLines(node).join(' ') }] : []
  })
  const all = [...(cover ? [{ picture: cover, caption: '' }] : []), ...shown]
  const byId = new Map<string, ImageObject>()
  for (const { picture, caption } of all)
    if (!byId.has(picture.id)) byId.set(picture.id, imageObject(picture, caption, siteUrl))
  const found = [...byId.values()].slice(0, MOST_PICTURES)
  return found.length > 0 ? found : [preview]
}

/** What a write-up tells of, once its day and place are known. */
function events(article: ArticlePage, page: string, image: string): Event[] {
  const { kind, heldOn, heldAt, title } = article
  if (kind !== 'write-up' || !heldOn || !heldAt) return []
  const event: Event = {
    '@type': 'Event',
    '@id': `${page}#rencontre`,
    name: title,
    description: descriptionOf(article),
    startDate: heldOn,
    endDate: heldOn,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: heldAt, address: heldAt },
    image,
    subjectOf: { '@id': `${page}#article` },
  }
  return [event]
}

const some = <T>(name: string, values: readonly T[]) => (values.length > 0 ? { [name]: values } : {})

/** A page that stands in no list: "À propos". */
function pageGraph(article: ArticlePage, siteUrl: string): Graph {
  const address = addressOf(siteUrl, article.path)
  return graphOf([
    {
      '@type': 'WebPage',
      '@id': `${address}#page`,
      name: article.title,
      url: address,
      inLanguage: site.language,
      ...(article.standfirst ? { description: descriptionOf(article) } : {}),
      datePublished: article.publishedAt,
      dateModified: article.updatedAt ?? article.publishedAt,
      isPartOf: { '@id': `${siteUrl}/#site` },
      publisher: { '@id': publisherId(siteUrl) },
    },
    breadcrumb(siteUrl, [{ name: article.title, address }]),
    publisher(siteUrl),
  ])
}

/** All that search engines are told of an article's page. */
export function articleGraph(article: ArticlePage, siteUrl: string): Graph {
  if (article.type === 'page') return pageGraph(article, siteUrl)
  const page = addressOf(siteUrl, article.path)
  const preview = `${siteUrl}${previewPath(article)}`
  const description = descriptionOf(article)
  const place = { siteUrl, page, preview, description }
  const [films, sounds] = [videoObjects(article, place), audioObjects(article, place)]
  const held = events(article, page, preview)
  const { about, mentions } = subjects(article.credits, article.people, siteUrl)
  const speaks = article.kind === 'interview' || article.credits.some(({ role }) => role === 'interviewee')
  const text: Thing = {
    '@type': article.kind ? SCHEMA_TYPES[article.kind] : 'NewsArticle',
    '@id': `${page}#article`,
    headline: article.title,
    ...(description ? { description } : {}),
    url: page,
    mainEntityOfPage: page,
    inLanguage: site.language,
    isAccessibleForFree: true,
    datePublished: article.publishedAt,
    dateModified: article.updatedAt ?? article.publishedAt,
    wordCount: wordCount(textLines(article.document).join(' ')),
    publisher: { '@id': publisherId(siteUrl) },
    image: images(article, siteUrl, preview),
    ...creditProperties(article.credits, siteUrl),
    ...(article.kind ? { genre: kindLabels[article.kind] } : {}),
    ...some(
      'articleSection',
      article.categories.map(({ name }) => name),
    ),
    ...some(
      'keywords',
      article.tags.map(({ name }) => name),
    ),
    ...some('hasPart', questions(article.document, page, speaks ? about : [])),
    ...some('correction', corrections(article.document)),
    ...some(
      'video',
      films.map((film) => ({ '@id': film['@id'] })),
    ),
    ...some(
      'audio',
      sounds.map((sound) => ({ '@id': sound['@id'] })),
    ),
    ...some('about', about),
    ...some('mentions', [...mentions, ...held.map((event) => ({ '@id': event['@id'] }))]),
  }
  const steps = article.section
    ? [{ name: article.section.name, address: addressOf(siteUrl, article.section.path) }]
    : []
  const way = breadcrumb(siteUrl, [...steps, { name: article.title, address: page }])
  const recordings: Thing[] = [...films, ...sounds, ...podcastEpisodes(article, place)]
  return graphOf([text, ...recordings, ...held, way, publisher(siteUrl)])
}
