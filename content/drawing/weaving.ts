import { gouges, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { sky } from './scenery.ts'
import {
  curve,
  fill,
  line,
  moved,
  type Point,
  polygon,
  rect,
  seeded,
  stroke,
  times,
  within,
} from './shapes.ts'

/** A wave across the cloth, from one edge to the other, at height `y`. */
function wave(from: number, to: number, y: number, swell: number, phase: number): Point[] {
  return Array.from({ length: 15 }, (_, index): Point => {
    const along = from + ((to - from) * index) / 14
    return [along, y + swell * Math.sin(index * 0.93 + phase)]
  })
}

/** Waves one under the other, one of them in another ink. */
function waves(
  count: number,
  span: { from: number; to: number; top: number; gap: number },
  accent: number,
): string {
  return times(count, (index) => {
    const d = curve(wave(span.from, span.to, span.top + index * span.gap, span.gap * 0.7, index * 0.5))
    return stroke(d, index === accent ? ink.vermilion : index % 3 === 2 ? ink.lake : ink.sea, span.gap * 0.44)
  })
}

/** The loom of Pont-Louvise seen by the weaver. */
export function loom(): string {
  const random = seeded(23)
  const cloth = polygon([330, 650], [1270, 650], [1330, 1040], [270, 1040])
  const warp = (index: number) => {
    const u = index / 72
    return line([470 + u * 660, -40], [340 + u * 920, 650], index % 2 ? ink.cream : ink.straw, 3)
  }
  const frame = (y: number, inset: number, colour: string) =>
    rect(350 + inset, y, 900 - 2 * inset, 26, colour) +
    rect(350 + inset, y + 128, 900 - 2 * inset, 20, colour) +
    times(62, (index) =>
      line(
        [366 + inset + (index * (868 - 2 * inset)) / 61, y + 26],
        [366 + inset + (index * (868 - 2 * inset)) / 61, y + 128],
        colour,
        2.5,
      ),
    )
  const post = (x: number) =>
    rect(x, -40, 96, 1100, ink.ember) +
    within(
      polygon([x, -40], [x + 96, -40], [x + 96, 1060], [x, 1060]),
      gouges(rows(random, { x, y: -30, width: 96, height: 1080 }, 15, 120, 1.57), ink.clay, 4),
    )
  const shuttle = curve(
    [
      [-190, 0],
      [-130, -30],
      [0, -38],
      [130, -30],
      [190, 0],
      [130, 30],
      [0, 38],
      [-130, 30],
    ],
    true,
  )
  return (
    sky(1600, 1000, ink.night) +
    gouges(rows(random, { x: -30, y: -30, width: 1660, height: 1060 }, 36, 150, 1.57), ink.sea, 7) +
    times(73, warp) +
    rect(200, 40, 1200, 60, ink.ember, 10) +
    frame(170, 50, ink.ochre) +
    frame(250, 22, ink.clay) +
    fill(cloth, ink.cream) +
    within(cloth, waves(12, { from: 240, to: 1360, top: 690, gap: 34 }, 5)) +
    rect(240, 500, 1120, 44, ink.ochre, 8) +
    times(70, (index) => line([270 + index * 15.4, 544], [268 + index * 15.5, 622], ink.mist, 4)) +
    rect(240, 618, 1120, 40, ink.ochre, 8) +
    gouges(rows(random, { x: 250, y: 502, width: 1100, height: 40 }, 13, 90), ink.clay, 3) +
    post(150) +
    post(1354) +
    moved(
      'translate(900 456) rotate(-7)',
      fill(shuttle, ink.vermilion),
      rect(-76, -15, 152, 30, ink.night, 15),
      rect(-62, -10, 116, 20, ink.cream, 9),
      gouges(rows(random, { x: -60, y: -10, width: 112, height: 20 }, 8, 12, 1.2), ink.lake, 2),
    ) +
    stroke(
      curve([
        [840, 460],
        [660, 500],
        [480, 470],
        [340, 540],
      ]),
      ink.vermilion,
      5,
    )
  )
}

/** The "point Louvise" at full size. */
export function waveCloth(): string {
  const random = seeded(24)
  return (
    sky(1200, 800, ink.cream) +
    waves(24, { from: -60, to: 1260, top: -10, gap: 36 }, 13) +
    gouges(rows(random, { x: -30, y: -30, width: 1260, height: 860 }, 13, 26, 1.57), ink.cream, 2.6) +
    gouges(rows(random, { x: -30, y: -30, width: 1260, height: 860 }, 26, 12, 1.57), ink.night, 1.6)
  )
}
