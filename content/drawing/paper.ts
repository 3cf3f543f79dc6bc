import { gouges, rays, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { grip } from './people.ts'
import { sky } from './scenery.ts'
import { curve, fill, line, moved, oval, polygon, rect, seeded, stroke, times, within } from './shapes.ts'

/** A sheet hung over a rope at (x, y). */
function sheet(x: number, y: number, size: number, colour: string): string {
  const d = curve(
    [
      [x - 74 * size, y],
      [x, y - 6 * size],
      [x + 74 * size, y],
      [x + 78 * size, y + 120 * size],
      [x + 72 * size, y + 226 * size],
      [x + 20 * size, y + 216 * size],
      [x - 30 * size, y + 230 * size],
      [x - 76 * size, y + 218 * size],
      [x - 70 * size, y + 110 * size],
    ],
    true,
  )
  const folds = gouges(
    rows(
      seeded(Math.round(x + y)),
      { x: x - 60 * size, y: y + 14 * size, width: 120 * size, height: 180 * size },
      26 * size,
      70 * size,
      1.5,
    ),
    ink.sage,
    4 * size,
  )
  return (
    fill(d, colour) + within(d, folds) + rect(x - 76 * size, y - 6 * size, 152 * size, 10 * size, ink.mist)
  )
}

/** The drying loft of Tréfeuil. */
export function dryingLoft(): string {
  const random = seeded(71)
  const gable = polygon([500, 790], [500, 540], [800, 270], [1100, 540], [1100, 790])
  const row = (size: number, colour: string) => {
    const rope = 540 - 300 * size
    const places = [290, 500, 710, 920]
    return (
      stroke(
        `M${800 - 1400 * size} ${rope - 8}Q800 ${rope + 26 * size} ${800 + 1400 * size} ${rope - 8}`,
        ink.straw,
        4 * size + 1,
      ) +
      [-1, 1]
        .map((side) =>
          times(4, (place) => sheet(800 + side * (places[place] ?? 0) * size, rope + 6 * size, size, colour)),
        )
        .join('')
    )
  }
  const rafter = (index: number) => {
    const u = index / 7
    return (
      line([500 + u * 300, 540 - u * 270], [-500 + u * 1300, 700 - u * 1300], ink.night, 22) +
      line([1100 - u * 300, 540 - u * 270], [2100 - u * 1300, 700 - u * 1300], ink.night, 22)
    )
  }
  return (
    sky(1600, 1000, ink.ember) +
    gouges(rays(random, [800, 520], 300, 1200, 150), ink.clay, 7) +
    times(7, rafter) +
    fill(polygon([500, 790], [1100, 790], [1900, 1060], [-300, 1060]), ink.sea) +
    times(9, (index) => line([500 + index * 75, 790], [-300 + index * 275, 1060], ink.night, 6)) +
    fill(gable, ink.ochre) +
    within(
      gable,
      gouges(rows(random, { x: 500, y: 280, width: 600, height: 500 }, 24, 60, 1.57), ink.clay, 4),
    ) +
    rect(640, 450, 320, 300, ink.night, 6) +
    times(9, (index) => rect(656, 466 + index * 32, 288, 19, index < 4 ? ink.cream : ink.straw)) +
    rect(792, 450, 16, 300, ink.night) +
    fill(polygon([656, 790], [944, 790], [1090, 1060], [510, 1060]), ink.straw, 0.5) +
    row(0.4, ink.sage) +
    row(0.62, ink.mist) +
    row(0.92, ink.straw) +
    row(1.34, ink.cream)
  )
}

/** The mould comes out of the vat. */
export function paperMould(): string {
  const random = seeded(72)
  const tray = polygon([330, 250], [870, 250], [980, 470], [220, 470])
  const mesh = polygon([362, 272], [838, 272], [926, 444], [274, 444])
  return (
    sky(1200, 800, ink.ochre) +
    gouges(rows(random, { x: -30, y: -30, width: 1260, height: 500 }, 30, 150, 1.57), ink.straw, 7) +
    oval(600, 720, 640, 190, ink.ember) +
    oval(600, 720, 590, 160, ink.lake) +
    gouges(rows(random, { x: 120, y: 610, width: 960, height: 200 }, 19, 110), ink.cream, 5) +
    gouges(rows(random, { x: 270, y: 490, width: 660, height: 150 }, 26, 60, 1.57), ink.cream, 6) +
    fill(tray, ink.night) +
    fill(mesh, ink.cream) +
    within(
      mesh,
      times(34, (index) => line([362 + index * 14.4, 272], [274 + index * 19.7, 444], ink.mist, 2.5)),
      times(7, (index) => line([260, 284 + index * 25], [940, 284 + index * 25], ink.sage, 2)),
      gouges(rows(random, { x: 280, y: 276, width: 640, height: 164 }, 20, 40, 0.4), ink.straw, 5),
    ) +
    fill(polygon([220, 470], [980, 470], [972, 506], [228, 506]), ink.ember) +
    moved('translate(216 392) rotate(74)', grip(ink.cream, ink.clay)) +
    moved('translate(984 392) rotate(-74) scale(-1 1)', grip(ink.cream, ink.clay)) +
    moved('translate(216 392) rotate(74)', rect(-116, 250, 232, 300, ink.vermilion, 20)) +
    moved('translate(984 392) rotate(-74)', rect(-116, 250, 232, 300, ink.vermilion, 20))
  )
}
