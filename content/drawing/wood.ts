import { gouges, rays, rings, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { fir, hill, sky, sun } from './scenery.ts'
import { between, disc, fill, line, moved, polygon, rect, seeded, stroke, times, within } from './shapes.ts'

/** The end of a trunk, seen from the front: bark, rings, cracks. */
function trunkEnd(x: number, y: number, radius: number, seed: number): string {
  const random = seeded(seed)
  return (
    disc(x, y, radius, ink.ember) +
    disc(x, y, radius * 0.9, ink.straw) +
    gouges(
      rings(random, [x, y], radius * 0.12, radius * 0.86, radius * 0.1, radius * 0.7),
      ink.clay,
      radius * 0.03,
    ) +
    gouges(rays(random, [x, y], radius * 0.05, radius * 0.7, 7), ink.ember, radius * 0.035)
  )
}

/** Winter: a stump in the snow, the forest behind. */
export function felling(): string {
  const random = seeded(101)
  const axe =
    moved('rotate(-24)', rect(-16, -420, 32, 430, ink.clay, 12)) +
    moved('rotate(-24)', fill(polygon([-20, -10], [-150, -70], [-170, 60], [-20, 66]), ink.night)) +
    moved('rotate(-24)', fill(polygon([-150, -70], [-180, -76], [-200, 66], [-170, 60]), ink.mist))
  return (
    sky(1600, 1000, ink.lake) +
    sun(random, 1210, 250, 96, ink.cream, ink.mist) +
    hill(random, 1600, 470, 50, 1100, [ink.sea, ink.lake]) +
    times(17, (index) => fir(40 + index * 98, 610 + (index % 3) * 26, 300 + (index % 4) * 46, ink.night)) +
    fill('M-40 620Q400 540 800 610T1640 600L1640 1060L-40 1060Z', ink.cream) +
    gouges(rows(random, { x: -20, y: 640, width: 1640, height: 400 }, 34, 150, 0.06), ink.mist, 7) +
    fill(polygon([470, 800], [430, 1060], [1010, 1060], [960, 800]), ink.ember) +
    gouges(rows(random, { x: 450, y: 830, width: 540, height: 200 }, 26, 90, 1.55), ink.night, 6) +
    moved('translate(715 800) scale(1 0.42)', trunkEnd(0, 0, 262, 5)) +
    moved('translate(860 780)', axe) +
    times(46, () => disc(between(random, 0, 1600), between(random, 0, 900), between(random, 3, 7), ink.cream))
  )
}

/** Spring: a trunk hangs from the cable that crosses the valley. */
export function cable(): string {
  const random = seeded(102)
  return (
    sky(1600, 1000, ink.straw) +
    sun(random, 330, 240, 110, ink.vermilion, ink.ochre) +
    hill(random, 1600, 520, 70, 1100, [ink.sage, ink.mist]) +
    hill(random, 1600, 690, 60, 1100, [ink.lake, ink.sage]) +
    fill(polygon([-40, 1060], [-40, 330], [250, 420], [520, 1060]), ink.sea) +
    fill(polygon([1640, 1060], [1640, 240], [1330, 400], [1080, 1060]), ink.night) +
    times(5, (index) => fir(20 + index * 74, 500 + index * 96, 250, ink.night)) +
    times(5, (index) => fir(1590 - index * 74, 480 + index * 104, 260, ink.ember)) +
    stroke('M60 250Q800 480 1560 170', ink.night, 7) +
    line([800, 372], [700, 560], ink.night, 6) +
    line([800, 372], [940, 520], ink.night, 6) +
    rect(762, 348, 78, 40, ink.vermilion, 10) +
    disc(780, 346, 15, ink.night) +
    disc(822, 342, 15, ink.night) +
    moved(
      'translate(820 560) rotate(-9)',
      rect(-330, -62, 660, 124, ink.clay, 20),
      gouges(rows(random, { x: -320, y: -54, width: 600, height: 108 }, 22, 130), ink.ember, 6),
      trunkEnd(326, 0, 64, 9),
    )
  )
}

/** Summer: the blade of the sawmill in a beam. */
export function sawmill(): string {
  const random = seeded(103)
  const teeth = times(30, (index) =>
    moved(`rotate(${index * 12})`, fill(polygon([-26, -318], [20, -372], [26, -318]), ink.mist)),
  )
  return (
    sky(1600, 1000, ink.ember) +
    gouges(rays(random, [800, 560], 340, 1100, 160), ink.clay, 7) +
    moved(
      'translate(800 540)',
      teeth,
      disc(0, 0, 324, ink.mist),
      gouges(rings(random, [0, 0], 90, 312, 26, 150), ink.lake, 5),
      disc(0, 0, 84, ink.night),
      disc(0, 0, 26, ink.ochre),
    ) +
    rect(-40, 600, 1680, 330, ink.straw) +
    gouges(rows(random, { x: -40, y: 610, width: 1680, height: 310 }, 30, 220), ink.ochre, 8) +
    line([-40, 600], [800, 600], ink.clay, 12) +
    rect(770, 600, 60, 330, ink.ember) +
    rect(-40, 928, 1680, 130, ink.night) +
    times(70, () =>
      disc(between(random, 560, 1500), between(random, 250, 610), between(random, 4, 11), ink.straw),
    )
  )
}

/** Autumn: the frame of a barn against the sky. */
export function roofFrame(): string {
  const random = seeded(104)
  const truss = (x: number, y: number, size: number, colour: string) =>
    moved(
      `translate(${x} ${y}) scale(${size})`,
      line([-420, 0], [0, -330], colour, 34),
      line([420, 0], [0, -330], colour, 34),
      line([-440, 0], [440, 0], colour, 34),
      line([0, 0], [0, -320], colour, 30),
      line([-210, -4], [0, -160], colour, 24),
      line([210, -4], [0, -160], colour, 24),
      line([-400, 0], [-400, 400], colour, 36),
      line([400, 0], [400, 400], colour, 36),
    )
  const ground = polygon([-40, 860], [1640, 830], [1640, 1060], [-40, 1060])
  return (
    sky(1600, 1000, ink.mist) +
    sun(random, 1290, 300, 120, ink.ochre, ink.straw) +
    hill(random, 1600, 640, 60, 1100, [ink.sage, ink.lake]) +
    truss(1010, 560, 0.74, ink.lake) +
    truss(870, 570, 0.9, ink.sea) +
    fill(ground, ink.ochre) +
    within(
      ground,
      gouges(rows(random, { x: -40, y: 830, width: 1680, height: 220 }, 26, 90, 0.1), ink.clay, 6),
    ) +
    truss(690, 580, 1.1, ink.ember) +
    moved('translate(690 216)', rect(-12, -60, 24, 60, ink.night), disc(0, -90, 34, ink.straw)) +
    moved('translate(690 250)', fill(polygon([-46, -24], [46, -24], [60, 90], [-60, 90]), ink.vermilion))
  )
}
