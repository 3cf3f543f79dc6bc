import { cacheLife } from 'next/cache'
import { createElement } from 'react'
import { MagazinePicture, PreviewPicture } from '../../../components/preview/PreviewPicture.tsx'
import { getPreviewSource } from '../../../lib/articles/previews.ts'
import type { PreviewSource } from '../../../lib/articles/read-preview.ts'
import { cropPicture } from '../../../lib/media/crop.ts'
import { previewOf, previewPath } from '../../../lib/metadata/preview-path.ts'
import { draw } from './draw.ts'

const CARD = { width: 1200, height: 630 }
const PICTURE = { width: 420, height: 630 }
const SQUARE = { width: 1400, height: 1400 }
/** Where a face is, in a picture whose focus nobody set. */
const USUAL_FOCUS = { x: 0.5, y: 0.4 }

async function drawArticle({ article, picture }: PreviewSource): Promise<Buffer> {
  const focus = { x: picture?.focalX ?? USUAL_FOCUS.x, y: picture?.focalY ?? USUAL_FOCUS.y }
  const cut = picture && (await cropPicture(picture.file, PICTURE, focus))
  const words = { ...previewOf(article), kind: article.kind }
  const address = cut && `data:image/jpeg;base64,${cut.toString('base64')}`
  return draw(createElement(PreviewPicture, { words, picture: address }), CARD)
}

/** The preview of an article as JPEG in base 64, with the address it has now; null when there is no such article. */
export async function getArticlePicture(id: number): Promise<{ path: string; jpeg: string } | null> {
  'use cache'
  cacheLife('max')
  const source = await getPreviewSource(id)
  if (!source) {
    cacheLife('hours')
    return null
  }
  return { path: previewPath(source.article), jpeg: (await drawArticle(source)).toString('base64') }
}

/** The picture of the magazine itself, as JPEG in base 64. */
export async function getMagazinePicture(isSquare: boolean): Promise<string> {
  'use cache'
  cacheLife('max')
  const jpeg = await draw(createElement(MagazinePicture, { isSquare }), isSquare ? SQUARE : CARD)
  return jpeg.toString('base64')
}
