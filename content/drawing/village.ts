import { gouges, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { fir, hill, sky, sun } from './scenery.ts'
import {
  between,
  curve,
  fill,
  type Point,
  polygon,
  type Random,
  rect,
  seeded,
  stroke,
  times,
  within,
} from './shapes.ts'
/** A house whose roof faces us; `panels` covers it with solar panels. Its foot is at `y`. */
export function house(
  random: Random,
  x: number,
  y: number,
  width: number,
  colours: { roof: string; wall: string },
  panels: boolean,
) {
  const [roof, wall] = [width * 0.42, width * 0.4]
  const slope = polygon(
    [x - 14, y - wall],
    [x + width * 0.1, y - wall - roof],
    [x + width * 0.9, y - wall - roof],
    [x + width + 14, y - wall],
  )
  const at = (u: number, v: number): Point => {
    const inset = (1 - v) * width * 0.1 + v * -14
    return [x + inset + u * (width - 2 * inset), y - wall - roof + v * roof]
  }
  const panel = (u: number, v: number, du: number, dv: number) =>
    polygon(at(u, v), at(u + du, v), at(u + du, v + dv), at(u, v + dv))
  const array =
    times(8, (index) =>
      fill(panel(0.1 + (index % 4) * 0.205, 0.14 + Math.floor(index / 4) * 0.38, 0.185, 0.34), ink.night),
    ) +
    times(8, (index) =>
      stroke(
        panel(0.1 + (index % 4) * 0.205 + 0.06, 0.14 + Math.floor(index / 4) * 0.38, 0.065, 0.34),
        ink.lake,
        2.5,
      ),
    )
  return (
    rect(x, y - wall, width, wall + 300, colours.wall) +
    rect(x + width * 0.66, y - wall - roof - width * 0.14, width * 0.1, width * 0.2, colours.wall) +
    fill(slope, colours.roof) +
    within(
      slope,
      gouges(rows(random, { x, y: y - wall - roof, width, height: roof }, 14, 24, 1.4), ink.ember, 2.2),
    ) +
    (panels ? array : '') +
    times(3, (index) =>
      rect(
        x + width * (0.12 + index * 0.3),
        y - wall * 0.72,
        width * 0.13,
        wall * 0.42,
        index === 1 ? ink.straw : ink.night,
      ),
    )
  )
}

/** The roofs of Les Orgerets, panels towards the sun. */
export function solarRoofs(): string {
  const random = seeded(21)
  const brick = { roof: ink.vermilion, wall: ink.cream }
  const tile = { roof: ink.clay, wall: ink.mist }
  return (
    sky(1600, 1000, ink.straw) +
    sun(random, 520, 270, 190, ink.ochre, ink.cream) +
    hill(random, 1600, 420, 26, 1000, [ink.sage, ink.mist]) +
    hill(random, 1600, 500, 30, 1000, [ink.lake, ink.sage]) +
    times(12, (index) =>
      fir(
        900 + index * 62 + between(random, -10, 10),
        545 + between(random, -8, 8),
        between(random, 60, 110),
        ink.sea,
      ),
    ) +
    house(random, 60, 640, 300, tile, true) +
    house(random, 430, 620, 270, brick, false) +
    house(random, 760, 640, 320, tile, true) +
    house(random, 1180, 620, 300, brick, true) +
    house(random, -120, 830, 420, brick, true) +
    house(random, 370, 850, 400, tile, true) +
    house(random, 850, 840, 420, brick, true) +
    house(random, 1340, 850, 400, tile, false) +
    house(random, 90, 1080, 500, tile, true) +
    house(random, 680, 1100, 520, brick, true) +
    house(random, 1270, 1090, 460, tile, true)
  )
}

/** The hamlet on the edge of its plateau, above the valleys. */
export function hamlet(): string {
  const random = seeded(33)
  const cliff = `${curve([
    [-40, 470],
    [240, 450],
    [560, 455],
    [760, 470],
    [830, 540],
    [850, 680],
    [900, 840],
  ])}L-40 840Z`
  const colours = { roof: ink.vermilion, wall: ink.cream }
  return (
    sky(1200, 800, ink.cream) +
    sun(random, 930, 210, 90, ink.vermilion, ink.straw) +
    hill(random, 1200, 400, 40, 840, [ink.mist, ink.cream]) +
    hill(random, 1200, 510, 40, 840, [ink.sage, ink.mist]) +
    hill(random, 1200, 640, 40, 840, [ink.lake, ink.sage]) +
    fill(cliff, ink.night) +
    within(
      cliff,
      gouges(rows(random, { x: -30, y: 520, width: 920, height: 300 }, 17, 60, 1.35), ink.lake, 2.6),
    ) +
    times(5, (index) =>
      house(random, 30 + index * 140, 482 + (index % 2) * 14, 122, colours, index % 2 === 0),
    ) +
    within(
      cliff,
      fill(polygon([-40, 482], [860, 496], [860, 900], [-40, 900]), ink.sea),
      gouges(rows(random, { x: -30, y: 490, width: 920, height: 330 }, 17, 70, 1.3), ink.sage, 2.4),
    ) +
    stroke(
      curve([
        [1200, 760],
        [1060, 720],
        [1130, 640],
        [960, 600],
        [880, 520],
        [740, 490],
      ]),
      ink.cream,
      9,
    ) +
    fir(52, 520, 120, ink.night) +
    fir(716, 520, 130, ink.night) +
    fir(760, 545, 100, ink.night)
  )
}
