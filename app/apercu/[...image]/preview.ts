import { cacheLife } from 'next/cache'
import { createElement } from 'react'
import {
  MagazinePicture,
  PreviewPicture,
  type PreviewWords,
} from '../../../components/preview/PreviewPicture.tsx'
import { type PagePreview, personPreview, termPreview } from '../../../components/preview/page-preview.ts'
import { getPreviewSource } from '../../../lib/articles/previews.ts'
import { getCategoryArchive, getTagArchive } from '../../../lib/articles/read.ts'
import { getPerson } from '../../../lib/articles/read-people.ts'
import { getSeries } from '../../../lib/articles/series.ts'
import type { Picture } from '../../../lib/articles/types.ts'
import { cropPicture } from '../../../lib/media/crop.ts'
import { previewOf, previewPath } from '../../../lib/metadata/preview-path.ts'
import { draw } from './draw.ts'

const CARD = { width: 1200, height: 630 }
const PICTURE = { width: 420, height: 630 }
const SQUARE = { width: 1400, height: 1400 }
/** Where a face is, in a picture whose focus nobody set. */
const USUAL_FOCUS = { x: 0.5, y: 0.4 }

/** A preview as JPEG in base 64, with the address it has now. */
type Drawn = { path: string; jpeg: string }

async function drawPreview(words: PreviewWords, picture: Picture | null): Promise<string> {
  const cut = picture && (await cropPicture(picture.src, PICTURE, picture.focus ?? USUAL_FOCUS))
  const address = cut && `data:image/jpeg;base64,${cut.toString('base64')}`
  return (await draw(createElement(PreviewPicture, { words, picture: address }), CARD)).toString('base64')
}

/** The preview of an article; null when there is no such article. */
export async function getArticlePicture(id: number): Promise<Drawn | null> {
  'use cache'
  cacheLife('max')
  const article = await getPreviewSource(id)
  if (!article) {
    cacheLife('hours')
    return null
  }
  const words = { ...previewOf(article), kind: article.kind }
  return { path: previewPath(article), jpeg: await drawPreview(words, article.sharedPicture) }
}

async function readPage(room: string, slug: string): Promise<PagePreview | null> {
  if (room === 'personne') {
    const person = await getPerson(slug, 1)
    return person && personPreview(person)
  }
  if (room === 'dossier') {
    const series = await getSeries(slug)
    return series && termPreview('series', series.term)
  }
  if (room !== 'tag' && room !== 'category') return null
  const archive = await (room === 'tag' ? getTagArchive(slug, 1) : getCategoryArchive(slug, 1))
  return archive && termPreview(room, archive.term)
}

/** The preview of the page of somebody, of a section, a tag or a series; null when there is no such page. */
export async function getPagePicture(room: string, slug: string): Promise<Drawn | null> {
  'use cache'
  cacheLife('max')
  const page = await readPage(room, slug)
  if (!page) {
    cacheLife('hours')
    return null
  }
  const { words, path, picture } = page
  return { path, jpeg: await drawPreview({ ...words, kind: null }, picture) }
}

/** The picture of the magazine itself, as JPEG in base 64. */
export async function getMagazinePicture(isSquare: boolean): Promise<string> {
  'use cache'
  cacheLife('max')
  const jpeg = await draw(createElement(MagazinePicture, { isSquare }), isSquare ? SQUARE : CARD)
  return jpeg.toString('base64')
}
