import { gouges, rays, rows } from './gouges.ts'
import { curve, disc, fill, type Random, rect, ridge, times, within } from './shapes.ts'

/** The ground of a picture, wider than the sheet. */
export const sky = (width: number, height: number, colour: string) =>
  rect(-40, -40, width + 80, height + 80, colour)

/** A hill with its crest lit by strokes that run down the slope. */
export function hill(
  random: Random,
  width: number,
  y: number,
  height: number,
  bottom: number,
  colours: [string, string],
) {
  const outline = ridge(random, width, y, height, bottom)
  const box = { x: -30, y: y - height, width: width + 60, height: height * 2 + 130 }
  const fade = (place: { y: number }) => 4.2 * (1 - (place.y - box.y) / box.height)
  return (
    fill(outline, colours[0]) + within(outline, gouges(rows(random, box, 15, 70, 0.32), colours[1], fade))
  )
}

/** A fir tree that stands at (x, y). */
export function fir(x: number, y: number, height: number, colour: string): string {
  const tier = (index: number): string => {
    const top = y - height + (index * height) / 5
    const half = height * (0.07 + index * 0.05)
    const foot = top + height * 0.34
    return fill(
      curve(
        [
          [x, top - 6],
          [x + half * 0.5, top + height * 0.2],
          [x + half, foot],
          [x, foot - 8],
          [x - half, foot],
          [x - half * 0.5, top + height * 0.2],
        ],
        true,
      ),
      colour,
    )
  }
  return rect(x - height * 0.025, y - height * 0.2, height * 0.05, height * 0.22, colour) + times(4, tier)
}

/** A sun with the strokes it throws in the sky. */
export function sun(
  random: Random,
  x: number,
  y: number,
  radius: number,
  colour: string,
  ray: string,
): string {
  return gouges(rays(random, [x, y], radius * 1.15, radius * 2.9, 84), ray, 5) + disc(x, y, radius, colour)
}
