import { getArticlePicture, getMagazinePicture } from './preview.ts'

/** Previews are drawn when first asked for; Next wants one name at least, which no picture has. */
export const generateStaticParams = () => [{ image: 'aucun.jpg' }]

const picture = (base64: string): Response =>
  new Response(Buffer.from(base64, 'base64'), { headers: { 'Content-Type': 'image/jpeg' } })

/**
 * `12-0a1b2c3d4e.jpg`, the preview of article 12; `accueil.jpg` and `magazine.jpg`, those of the magazine. The address of
 * an article's changes with what it shows: a former one leads to today's.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ image: string }> },
): Promise<Response> {
  const { image } = await params
  if (image === 'accueil.jpg') return picture(await getMagazinePicture(false))
  if (image === 'magazine.jpg') return picture(await getMagazinePicture(true))
  const [, id] = /^([1-9]\d{0,8})-[0-9a-f]{10}\.jpg$/.exec(image) ?? []
  const found = id === undefined ? null : await getArticlePicture(Number(id))
  if (!found) return new Response('Aperçu introuvable', { status: 404 })
  if (found.path !== `/apercu/${image}`)
    return new Response(null, { status: 307, headers: { Location: found.path } })
  return picture(found.jpeg)
}
