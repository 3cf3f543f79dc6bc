import type { Sharp } from 'sharp'

const hex = (colour: readonly number[]): string =>
  `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`

/** Where the colours of two rows of two stand in the picture. */
const CORNERS = ['0 0', '100% 0', '0 100%', '100% 100%']

/**
 * The picture out of focus, as a value of the CSS property `background-image`: its four corners over its middle, about
 * 200 characters. A tiny picture as a `data:` address says more, but is one more picture that a browser decodes before
 * the page can be seen.
 */
export async function placeholderOf(picture: Sharp): Promise<string> {
  const flat = picture.clone().flatten({ background: '#ffffff' }).toColourspace('srgb')
  const coloursOf = async (size: number) => {
    const { data, info } = await flat
      .clone()
      .resize(size, size, { fit: 'fill' })
      .raw()
      .toBuffer({ resolveWithObject: true })
    return Array.from({ length: size * size }, (_, index) =>
      hex([...data.subarray(index * info.channels, index * info.channels + 3)]),
    )
  }
  const corners = await coloursOf(2)
  const [middle = '#808080'] = await coloursOf(1)
  const spots = CORNERS.map((at, index) => `radial-gradient(at ${at},${corners[index] ?? middle},#0000 70%)`)
  return [...spots, `linear-gradient(${middle},${middle})`].join(',')
}
