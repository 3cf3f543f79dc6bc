import { decodePart, encodePath } from '../../../lib/routes.ts'
import { getArticlePicture, getMagazinePicture, getPagePicture } from './preview.ts'

/** Previews are drawn when first asked for; Next wants one name at least, which no picture has. */
export const generateStaticParams = () => [{ image: ['aucun.jpg'] }]

const picture = (base64: string): Response =>
  new Response(Buffer.from(base64, 'base64'), { headers: { 'Content-Type': 'image/jpeg' } })

/** `12-0a1b2c3d4e.jpg`, the preview of article 12; `tag/bois/0a1b2c3d4e.jpg`, that of the page of a tag. */
async function find(parts: readonly string[]) {
  const [, id, mark] = /^(?:([1-9]\d{0,8})-)?([0-9a-f]{10})\.jpg$/.exec(parts.at(-1) ?? '') ?? []
  const [room = '', slug = ''] = parts
  if (mark === undefined) return null
  if (parts.length === 1) return id === undefined ? null : getArticlePicture(Number(id))
  return parts.length === 3 && id === undefined ? getPagePicture(room, slug) : null
}

/**
 * The preview picture of a page; `accueil.jpg` and `magazine.jpg` are those of the magazine. The address of a page's
 * changes with what it shows: a former one leads to today's.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ image: string[] }> },
): Promise<Response> {
  const parts = (await params).image.map(decodePart)
  const path = `/apercu/${parts.join('/')}`
  if (path === '/apercu/accueil.jpg') return picture(await getMagazinePicture(false))
  if (path === '/apercu/magazine.jpg') return picture(await getMagazinePicture(true))
  const found = await find(parts)
  if (!found) return new Response('Aperçu introuvable', { status: 404 })
  if (found.path !== path)
    return new Response(null, { status: 307, headers: { Location: encodePath(found.path) } })
  return picture(found.jpeg)
}
