import { gouges, rings, rows } from './gouges.ts'
import { ink } from './inks.ts'
import {
  between,
  curve,
  disc,
  fill,
  line,
  mirrored,
  moved,
  oval,
  type Point,
  type Random,
  rect,
  seeded,
  stroke,
  times,
  within,
} from './shapes.ts'

/** An open hand that comes from the right, drawn as a cut-out. */
export function hand(colour: string, shade: string): string {
  const finger = (angle: number, length: number) =>
    moved(
      `rotate(${angle})`,
      rect(-length, -21, length, 42, colour, 21),
      line([-length + 24, -21], [-length + 24, 21], shade, 3),
    )
  return (
    moved('translate(-20 -66)', finger(16, 176)) +
    moved('translate(-30 -24)', finger(6, 206)) +
    moved('translate(-30 20)', finger(-3, 196)) +
    moved('translate(-20 62)', finger(-12, 160)) +
    moved('translate(60 -86)', finger(58, 158)) +
    fill(
      curve(
        [
          [-50, -78],
          [60, -104],
          [170, -78],
          [420, -96],
          [420, 100],
          [170, 84],
          [40, 104],
          [-50, 80],
          [-62, 0],
        ],
        true,
      ),
      colour,
    ) +
    stroke(
      curve([
        [-10, -30],
        [50, -6],
        [60, 50],
      ]),
      shade,
      5,
    )
  )
}

/** Someone seen from behind: head and shoulders above (x, y). */
export const onlooker = (x: number, y: number, size: number, colour: string) =>
  moved(
    `translate(${x} ${y}) scale(${size})`,
    disc(0, -92, 44, colour),
    fill(
      curve(
        [
          [-120, 60],
          [-104, -24],
          [-40, -44],
          [40, -44],
          [104, -24],
          [120, 60],
        ],
        true,
      ),
      colour,
    ),
  )

/** Inks of a portrait: `skin` in the light, `shade` on the other side of the nose. */
export type Person = { skin: string; shade: string; hair: string; cloth: string; seam: string }

const face = curve(
  mirrored(0, [
    [0, -232],
    [104, -214],
    [160, -120],
    [158, 10],
    [122, 132],
    [56, 208],
    [0, 224],
  ]),
  true,
)

/** Head and shoulders, the face centred on (0, 0), 450 pixels high. Hair and hats are drawn by the caller over it. */
export function bust({ skin, shade, hair, cloth, seam }: Person): string {
  const shoulders = curve(
    [
      [-470, 900],
      [-430, 470],
      [-270, 360],
      [-96, 300],
      [96, 300],
      [270, 360],
      [430, 470],
      [470, 900],
    ],
    true,
  )
  const far = 'M22 -260L16 -60L54 46L12 66L24 112L6 132L14 180L2 260L300 260L300 -260Z'
  const cheek = { x: 20, y: -140, width: 60, height: 330 }
  const eye = (side: number, colour: string) =>
    fill(
      curve(
        [
          [side * 108, -34],
          [side * 72, -56],
          [side * 34, -32],
          [side * 72, -18],
        ],
        true,
      ),
      colour,
    ) +
    disc(side * 70, -37, 15, ink.night) +
    stroke(
      curve([
        [side * 114, -36],
        [side * 74, -62],
        [side * 30, -34],
      ]),
      ink.night,
      9,
    )
  return (
    fill(shoulders, cloth) +
    within(
      shoulders,
      gouges(rows(seeded(8), { x: -470, y: 320, width: 940, height: 500 }, 22, 60, 1.2), seam, 3.5),
    ) +
    fill('M-84 100L84 100L92 300L0 372L-92 300Z', shade) +
    within(
      'M-84 100L84 100L92 300L0 372L-92 300Z',
      gouges(rows(seeded(7), { x: -96, y: 236, width: 110, height: 110 }, 13, 60, 0.5), skin, 4),
    ) +
    oval(-162, -10, 26, 44, skin) +
    oval(162, -10, 26, 44, shade) +
    fill(face, skin) +
    within(
      face,
      fill(far, shade),
      gouges(rows(seeded(9), cheek, 15, 46), skin, 4),
      gouges(rows(seeded(10), { x: -128, y: 46, width: 80, height: 50 }, 13, 40, -0.4), ink.vermilion, 3),
    ) +
    eye(-1, ink.cream) +
    eye(1, skin) +
    stroke(
      curve([
        [-122, -84],
        [-74, -104],
        [-28, -86],
      ]),
      hair,
      15,
    ) +
    stroke(
      curve([
        [122, -84],
        [74, -104],
        [34, -88],
      ]),
      hair,
      15,
    ) +
    stroke('M-18 52Q-30 66 -8 70', ink.ember, 6) +
    fill(
      curve(
        [
          [-56, 130],
          [-20, 118],
          [0, 124],
          [22, 118],
          [56, 130],
          [24, 150],
          [-22, 150],
        ],
        true,
      ),
      ink.ember,
    ) +
    line([-48, 131], [48, 131], ink.night, 4)
  )
}

/** A hand that holds an edge: the back of the hand below, four fingers over the edge. */
export const grip = (colour: string, shade: string) =>
  rect(-90, 10, 180, 420, colour, 50) +
  [0, 1, 2, 3]
    .map(
      (index) =>
        rect(-94 + index * 48, -126 + Math.abs(index - 1.4) * 22, 43, 190, colour, 21) +
        line([-96 + index * 48, 96], [-96 + index * 48, -40], shade, index ? 4 : 0),
    )
    .join('')

/** A mass of hair, a scarf or a cap: a closed curve with strokes that follow the head. */
export function mass(outline: Point[], colour: string, shine: string): string {
  const d = curve(outline, true)
  return fill(d, colour) + within(d, gouges(rings(seeded(4), [0, 0], 150, 420, 17, 90), shine, 3.5))
}

/** Rows of heads seen from behind, larger and darker towards us. */
export function crowd(random: Random, lines: { y: number; size: number; colour: string }[]): string {
  return lines
    .map(({ y, size, colour }) => {
      const step = 190 * size
      return times(Math.ceil(1700 / step) + 1, (index) => {
        const x = -40 + index * step + between(random, -18, 18)
        return onlooker(x, y + between(random, -12, 12), size * between(random, 0.92, 1.08), colour)
      })
    })
    .join('')
}
