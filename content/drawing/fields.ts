import { gouges, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { fir, hill, sky, sun } from './scenery.ts'
import {
  between,
  curve,
  fill,
  moved,
  type Point,
  polygon,
  type Random,
  rect,
  seeded,
  stroke,
  times,
  within,
} from './shapes.ts'
import { house } from './village.ts'

type EarShape = { grains: number; length: number; width: number; beard: number }

/** An ear of wheat whose stem starts at (0, 0) and goes up `stem` pixels. */
function ear(
  { grains, length, width, beard }: EarShape,
  stem: number,
  colours: { grain: string; beard: string; stem: string },
): string {
  const step = length / grains
  const grain = (index: number, side: number) => {
    const y = -stem - index * step
    const [tipX, tipY] = [side * width, y - step * 1.7]
    return (
      stroke(`M${tipX} ${tipY}L${tipX + side * beard * 0.28} ${tipY - beard}`, colours.beard, 2.5) +
      fill(
        curve(
          [
            [0, y],
            [side * width * 0.95, y - step * 0.5],
            [tipX, tipY],
            [side * width * 0.3, y - step * 1.1],
          ],
          true,
        ),
        colours.grain,
      )
    )
  }
  return (
    stroke(`M0 0L0 ${-stem - length}`, colours.stem, 7) +
    times(grains, (index) => grain(index, index % 2 ? 1 : -1) + grain(index + 0.4, index % 2 ? -1 : 1)) +
    fill(
      curve(
        [
          [0, -stem - length],
          [width * 0.4, -stem - length - step * 1.2],
          [0, -stem - length - step * 2.4],
          [-width * 0.4, -stem - length - step * 1.2],
        ],
        true,
      ),
      colours.grain,
    )
  )
}

/** Strips of fields that meet at a point of the horizon. */
function strips(horizon: Point, bottom: number, colours: string[], random: Random): string {
  const count = colours.length
  return colours
    .map((colour, index) => {
      const [left, right] = [-700 + (index / count) * 3000, -700 + ((index + 1) / count) * 3000]
      const d = polygon(
        [horizon[0] - 420 + (index / count) * 900, horizon[1]],
        [horizon[0] - 420 + ((index + 1) / count) * 900, horizon[1]],
        [right, bottom],
        [left, bottom],
      )
      const slant = Math.atan2(bottom - horizon[1], (left + right) / 2 - horizon[0])
      return (
        fill(d, colour) +
        within(
          d,
          gouges(
            rows(random, { x: -40, y: horizon[1], width: 1680, height: bottom - horizon[1] }, 18, 60, slant),
            index % 2 ? ink.straw : ink.ochre,
            3,
          ),
        )
      )
    })
    .join('')
}

/** The wheat of the plateau, seen from between the ears. */
export function wheatField(): string {
  const random = seeded(44)
  const row = (
    count: number,
    y: number,
    size: number,
    colours: { grain: string; beard: string; stem: string },
  ) =>
    times(count, (index) =>
      moved(
        `translate(${(index + 0.5) * (1640 / count) + between(random, -16, 16)} ${y}) rotate(${between(random, -9, 9)}) scale(${size * between(random, 0.86, 1.1)})`,
        ear({ grains: 9, length: 150, width: 20, beard: 120 }, 200 + between(random, -20, 30), colours),
      ),
    )
  const roof = { roof: ink.vermilion, wall: ink.cream }
  return (
    sky(1600, 1000, ink.mist) +
    sun(random, 1080, 230, 120, ink.cream, ink.cream) +
    hill(random, 1600, 330, 36, 1000, [ink.sage, ink.mist]) +
    hill(random, 1600, 400, 16, 1000, [ink.lake, ink.sage]) +
    times(5, (index) => house(random, 690 + index * 74, 438 + (index % 2) * 6, 62, roof, false)) +
    times(7, (index) =>
      fir(560 + index * 22 + (index > 3 ? 430 : 0), 446, 60 + (index % 3) * 14, ink.night),
    ) +
    rect(-40, 436, 1680, 600, ink.ochre) +
    strips(
      [800, 438],
      1040,
      [
        ink.ochre,
        ink.clay,
        ink.straw,
        ink.sage,
        ink.ochre,
        ink.clay,
        ink.straw,
        ink.ochre,
        ink.sage,
        ink.ochre,
      ],
      random,
    ) +
    row(22, 1000, 0.9, { grain: ink.clay, beard: ink.clay, stem: ink.clay }) +
    row(15, 1110, 1.35, { grain: ink.straw, beard: ink.cream, stem: ink.ochre }) +
    row(9, 1310, 2.1, { grain: ink.night, beard: ink.night, stem: ink.night })
  )
}

/** Three country wheats side by side, as on a botanist's plate. */
export function threeEars(): string {
  const random = seeded(45)
  const leaf = (side: number, y: number) =>
    fill(
      curve(
        [
          [0, y],
          [side * 50, y - 90],
          [side * 108, y - 84],
          [side * 70, y - 56],
          [side * 8, y + 26],
        ],
        true,
      ),
      ink.lake,
    )
  const plant = (x: number, tilt: number, shape: EarShape, grain: string) =>
    moved(
      `translate(${x} 1130) rotate(${tilt})`,
      ear(shape, 560, { grain, beard: grain, stem: ink.lake }),
      leaf(1, -180),
      leaf(-1, -330),
    )
  return (
    sky(960, 1200, ink.cream) +
    gouges(rows(random, { x: 60, y: 60, width: 840, height: 1080 }, 30, 90, 1.57), ink.mist, 3) +
    plant(235, -4, { grains: 11, length: 260, width: 30, beard: 190 }, ink.ochre) +
    plant(485, 1, { grains: 14, length: 330, width: 22, beard: 30 }, ink.vermilion) +
    plant(730, 5, { grains: 9, length: 210, width: 44, beard: 110 }, ink.night) +
    fill(
      `${curve([
        [-40, 1110],
        [240, 1085],
        [480, 1110],
        [720, 1088],
        [1000, 1112],
      ])}L1000 1240L-40 1240Z`,
      ink.ember,
    ) +
    gouges(rows(random, { x: -20, y: 1115, width: 1000, height: 100 }, 18, 44, 0.1), ink.clay, 4)
  )
}
