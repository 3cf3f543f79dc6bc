import { gouges, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { sky } from './scenery.ts'
import { curve, disc, fill, moved, type Point, polygon, rect, ring, seeded, stroke, times } from './shapes.ts'

/** Tools fanned out on a cloth. */
export function toolFan(): string {
  const handle = (colour: string, shaft: string) =>
    rect(-24, -30, 48, 210, colour, 24) +
    rect(-9, -300, 18, 280, shaft) +
    gouges(rows(seeded(6), { x: -16, y: 0, width: 32, height: 160 }, 13, 110, 1.57), ink.cream, 3)
  const flat = (colour: string) =>
    handle(colour, ink.mist) + fill(polygon([-9, -290], [9, -290], [18, -350], [-18, -350]), ink.mist)
  const cross = (colour: string) =>
    handle(colour, ink.mist) + fill(polygon([-12, -290], [12, -290], [0, -350]), ink.mist)
  const spanner = () =>
    rect(-20, -290, 40, 460, ink.sage, 12) +
    ring(0, 170, 36, ink.sage, 24) +
    fill('M-62 -300A64 64 0 1 1 62 -300L26 -316L26 -366L-26 -366L-26 -316Z', ink.sage)
  const iron = () =>
    rect(-20, -20, 40, 200, ink.ochre, 16) +
    rect(-14, -150, 28, 140, ink.mist) +
    fill(polygon([-10, -150], [10, -150], [0, -290]), ink.clay) +
    stroke(
      curve([
        [0, 180],
        [20, 260],
        [-60, 300],
        [-40, 380],
      ]),
      ink.night,
      12,
    )
  const pliers = () =>
    stroke('M-12 -90Q-70 40 -46 180', ink.vermilion, 30) +
    stroke('M12 -90Q70 40 46 180', ink.vermilion, 30) +
    fill('M-40 -90L-30 -230Q-16 -320 -4 -320L-4 -90Z', ink.mist) +
    fill('M40 -90L30 -230Q16 -320 4 -320L4 -90Z', ink.mist) +
    disc(0, -96, 26, ink.night)
  const tools = [
    flat(ink.ochre),
    spanner(),
    cross(ink.vermilion),
    pliers(),
    flat(ink.cream),
    iron(),
    cross(ink.clay),
  ]
  return (
    sky(1200, 800, ink.sea) +
    gouges(rows(seeded(41), { x: -30, y: -30, width: 1260, height: 860 }, 26, 90, 0.6), ink.lake, 5) +
    tools
      .map((tool, index) =>
        moved(`translate(600 1090) rotate(${(index - 3) * 13.5}) translate(0 -640) scale(1.06)`, tool),
      )
      .join('') +
    times(7, (index) =>
      disc(
        [70, 130, 100, 1100, 1150, 1060, 160][index] ?? 0,
        [700, 740, 770, 720, 760, 772, 690][index] ?? 0,
        12,
        ink.straw,
      ),
    )
  )
}

/** A coffee maker taken apart along its axis. */
export function coffeeMaker(): string {
  const at = (x: number, ...content: string[]) => moved(`translate(${x} 400)`, ...content)
  const facet = (points: Point[], colour: string) => fill(polygon(...points), colour)
  return (
    sky(1200, 800, ink.cream) +
    gouges(rows(seeded(42), { x: 20, y: 60, width: 1160, height: 680 }, 34, 60), ink.mist, 4) +
    `<path d="M40 400L1160 400" stroke="${ink.vermilion}" stroke-width="5" stroke-dasharray="22 14"/>` +
    at(90, disc(0, 0, 30, ink.night), rect(20, -12, 34, 24, ink.night)) +
    at(
      210,
      facet(
        [
          [-34, -30],
          [-34, 30],
          [30, 130],
          [30, -130],
        ],
        ink.ochre,
      ),
    ) +
    at(
      400,
      facet(
        [
          [-110, -110],
          [-150, -160],
          [-80, -128],
        ],
        ink.sea,
      ),
      facet(
        [
          [-110, -120],
          [110, -90],
          [110, 90],
          [-110, 120],
        ],
        ink.sea,
      ),
      facet(
        [
          [-110, -40],
          [110, -30],
          [110, 30],
          [-110, 40],
        ],
        ink.lake,
      ),
      stroke('M-80 124L-90 220L90 220', ink.night, 26),
    ) +
    at(596, ring(0, 0, 84, ink.vermilion, 26)) +
    at(
      722,
      disc(0, 0, 88, ink.sage),
      times(37, (index) =>
        disc(
          Math.cos(index * 2.4) * Math.sqrt(index) * 12.4,
          Math.sin(index * 2.4) * Math.sqrt(index) * 12.4,
          5,
          ink.night,
        ),
      ),
    ) +
    at(
      850,
      facet(
        [
          [-60, -92],
          [-60, 92],
          [0, 92],
          [24, 22],
          [130, 16],
          [130, -16],
          [24, -22],
          [0, -92],
        ],
        ink.clay,
      ),
      rect(-60, -60, 34, 120, ink.ember),
    ) +
    at(
      1070,
      facet(
        [
          [-90, -96],
          [80, -130],
          [80, 130],
          [-90, 96],
        ],
        ink.night,
      ),
      facet(
        [
          [-90, -32],
          [80, -44],
          [80, 44],
          [-90, 32],
        ],
        ink.sea,
      ),
      disc(20, 86, 14, ink.ochre),
    ) +
    times(6, (index) =>
      moved(
        `translate(${120 + index * 190} ${650 + (index % 2) * 40}) rotate(${index * 50})`,
        rect(-8, -22, 16, 44, ink.night, 4),
        rect(-20, -30, 40, 15, ink.night, 6),
      ),
    ) +
    times(5, (index) => ring(230 + index * 200, 120 + (index % 2) * 34, 15, ink.vermilion, 8))
  )
}
