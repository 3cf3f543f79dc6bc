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
import { cropPicture, type Focus } from '../../../lib/media/crop.ts'
import { previewOf, previewPath } from '../../../lib/metadata/preview-path.ts'
import { draw } from './draw.ts'

const CARD = { width: 1200, height: 630 }
const PICTURE = { width: 420, height: 630 }
const SQUARE = { width: 1400, height: 1400 }
/** Where a face is, in a picture whose focus nobody set. */
const USUAL_FOCUS = { x: 0.5, y: 0.4 }

/** A preview as JPEG in base 64, with the address it has now. */
type Drawn = { path: string; jpeg: string }
/** A file of the library, and what its crop keeps. */
type File = { file: string; focus: Focus }

async function drawPreview(words: PreviewWords, picture: File | null): Promise<string> {
  const cut = picture && (await cropPicture(picture.file, PICTURE, picture.focus))
  const address = cut && `data:image/jpeg;base64,${cut.toString('base64')}`
  return (await draw(createElement(PreviewPicture, { words, picture: address }), CARD)).toString('base64')
}

/** The preview of an article; null when there is no such article. */
export async function getArticlePicture(id: number): Promise<Drawn | null> {
  'use cache'
  cacheLife('max')
  const source = await getPreviewSource(id)
  if (!source) {
    cacheLife('hours')
    return null
  }
  const { article, picture } = source
  const focus = { x: picture?.focalX ?? USUAL_FOCUS.x, y: picture?.focalY ?? USUAL_FOCUS.y }
  const words = { ...previewOf(article), kind: article.kind }
  return { path: previewPath(article), jpeg: await drawPreview(words, picture && { ...picture, focus }) }
}

async function readPage(
  room: string,
  slug: string,
): Promise<{ preview: PagePreview; file: File | null } | null> {
  if (room === 'personne') {
    const person = await getPerson(slug, 1)
    const portrait = person?.portrait
    const file = portrait ? { file: portrait.src, focus: portrait.focus ?? USUAL_FOCUS } : null
    return person && { preview: personPreview(person), file }
  }
  if (room === 'dossier') {
    const series = await getSeries(slug)
    return series && { preview: termPreview('series', series.term), file: null }
  }
  if (room !== 'tag' && room !== 'category') return null
  const archive = await (room === 'tag' ? getTagArchive(slug, 1) : getCategoryArchive(slug, 1))
  return archive && { preview: termPreview(room, archive.term), file: null }
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
  const { words, path } = page.preview
  return { path, jpeg: await drawPreview({ ...words, kind: null }, page.file) }
}

/** The picture of the magazine itself, as JPEG in base 64. */
export async function getMagazinePicture(isSquare: boolean): Promise<string> {
  'use cache'
  cacheLife('max')
  const jpeg = await draw(createElement(MagazinePicture, { isSquare }), isSquare ? SQUARE : CARD)
  return jpeg.toString('base64')
}
