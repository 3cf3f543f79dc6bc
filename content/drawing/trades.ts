import { gouges, rays, rings, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { hand } from './people.ts'
import { hill, sky, sun } from './scenery.ts'
import {
  between,
  curve,
  disc,
  fill,
  line,
  moved,
  type Point,
  polygon,
  rect,
  ring,
  seeded,
  stroke,
  times,
  within,
} from './shapes.ts'

/** A piano from inside: keys below, hammers and strings above. */
export function piano(): string {
  const random = seeded(111)
  const keys = times(15, (index) =>
    rect(-10 + index * 110, 690, 102, 360, index === 8 ? ink.straw : ink.cream, 8),
  )
  const sharps = times(14, (index) =>
    index % 7 === 2 || index % 7 === 6 ? '' : rect(66 + index * 110, 670, 58, 200, ink.night, 8),
  )
  const strings = times(40, (index) =>
    line([20 + index * 40, -40], [20 + index * 40, 640], ink.straw, index % 3 ? 3 : 6),
  )
  const hammers = times(15, (index) => {
    const up = index === 8 ? 120 : (index * 37) % 26
    return (
      rect(36 + index * 110, 520 - up, 12, 150 + up, ink.clay) +
      fill(polygon([6, 0], [78, 0], [66, -92], [18, -92]), ink.vermilion).replace(
        '<path',
        `<path transform="translate(${index * 110} ${528 - up})"`,
      )
    )
  })
  return (
    sky(1600, 1000, ink.night) +
    strings +
    gouges(
      rings(random, [920, 330], 60, 520, 40, 190),
      ink.ochre,
      (mark) => 8 - Math.hypot(mark.x - 920, mark.y - 330) / 75,
    ) +
    rect(-40, 560, 1680, 40, ink.ember) +
    hammers +
    rect(-40, 640, 1680, 60, ink.ember) +
    gouges(rows(random, { x: -40, y: 646, width: 1680, height: 48 }, 16, 120), ink.clay, 4) +
    keys +
    sharps
  )
}

/** The clock of a town hall, its works laid bare. */
export function townClock(): string {
  const random = seeded(112)
  const wheel = (x: number, y: number, radius: number, colour: string, teeth: number) =>
    times(teeth, (index) =>
      moved(
        `translate(${x} ${y}) rotate(${(index * 360) / teeth})`,
        rect(-radius * 0.09, -radius * 1.14, radius * 0.18, radius * 0.3, colour, 4),
      ),
    ) +
    disc(x, y, radius, colour) +
    disc(x, y, radius * 0.72, ink.sea) +
    times(5, (index) =>
      moved(`translate(${x} ${y}) rotate(${index * 72})`, rect(-9, -radius * 0.8, 18, radius * 0.8, colour)),
    ) +
    disc(x, y, radius * 0.2, colour)
  const face =
    disc(800, 500, 400, ink.ember) +
    disc(800, 500, 368, ink.cream) +
    gouges(rays(random, [800, 500], 120, 350, 90), ink.straw, 6) +
    times(12, (index) =>
      moved(
        `translate(800 500) rotate(${index * 30})`,
        rect(-11, -346, 22, index % 3 ? 46 : 86, ink.night, 4),
      ),
    ) +
    line([800, 500], [640, 410], ink.night, 26) +
    line([800, 500], [980, 250], ink.night, 18) +
    disc(800, 500, 34, ink.vermilion)
  return (
    sky(1600, 1000, ink.sea) +
    gouges(rings(random, [800, 500], 420, 1000, 40, 200), ink.lake, 6) +
    wheel(220, 250, 190, ink.ochre, 22) +
    wheel(1420, 770, 210, ink.ochre, 24) +
    wheel(300, 800, 130, ink.clay, 16) +
    wheel(1330, 230, 120, ink.clay, 16) +
    face
  )
}

/** A chair in its eleven pieces, laid out as a pattern. */
export function chairParts(): string {
  const random = seeded(113)
  const stick = (x: number, y: number, length: number, turn: number, colour: string) =>
    moved(
      `translate(${x} ${y}) rotate(${turn})`,
      rect(-24, -length / 2, 48, length, colour, 18),
      gouges(
        rows(random, { x: -20, y: -length / 2 + 10, width: 40, height: length - 20 }, 12, 90, 1.57),
        ink.straw,
        4,
      ),
    )
  const seat = polygon([620, 420], [980, 420], [1030, 640], [570, 640])
  return (
    sky(1600, 1000, ink.sage) +
    times(17, (index) => line([index * 100, -40], [index * 100, 1040], ink.mist, 3)) +
    times(11, (index) => line([-40, index * 100], [1640, index * 100], ink.mist, 3)) +
    fill(seat, ink.ochre) +
    within(seat, gouges(rows(random, { x: 560, y: 420, width: 480, height: 220 }, 20, 80, 0), ink.straw, 7)) +
    stick(430, 360, 560, 8, ink.ember) +
    stick(1170, 360, 560, -8, ink.ember) +
    stick(470, 810, 260, 14, ink.vermilion) +
    stick(1130, 810, 260, -14, ink.vermilion) +
    [0, 1, 2].map((index) => stick(800, 130 + index * 96, 420 - index * 20, 90, ink.clay)).join('') +
    stick(800, 740, 420, 90, ink.sea) +
    stick(800, 850, 460, 90, ink.sea) +
    stick(250, 650, 300, 40, ink.night) +
    stick(1350, 650, 300, -40, ink.night) +
    moved('translate(1380 250) rotate(-150) scale(0.9)', hand(ink.cream, ink.clay))
  )
}

/** A wall without mortar, each stone at its place. */
export function dryStone(): string {
  const random = seeded(114)
  const inks = [ink.clay, ink.ochre, ink.ember, ink.lake, ink.sage, ink.straw]
  const stone = (x: number, y: number, width: number, height: number, colour: string) => {
    const jitter = () => between(random, -9, 9)
    const corners: Point[] = [
      [x + 6 + jitter(), y + 6 + jitter()],
      [x + width - 6 + jitter(), y + 6 + jitter()],
      [x + width - 5 + jitter(), y + height - 6 + jitter()],
      [x + 5 + jitter(), y + height - 5 + jitter()],
    ]
    const d = polygon(...corners)
    return (
      fill(d, colour) + within(d, gouges(rows(random, { x, y, width, height }, 20, 60, 0.3), ink.night, 2.6))
    )
  }
  const course = (index: number) => {
    const y = 430 + index * 92
    let x = -60 - (index % 2) * 70
    let row = ''
    for (let place = 0; x < 1640; place += 1) {
      const width = between(random, 110, 250)
      row += stone(x, y, width, 92, inks[(place * 5 + index * 2) % inks.length] ?? ink.clay)
      x += width
    }
    return row
  }
  return (
    sky(1600, 1000, ink.cream) +
    sun(random, 1180, 210, 100, ink.vermilion, ink.straw) +
    hill(random, 1600, 350, 50, 700, [ink.sage, ink.mist]) +
    rect(-40, 424, 1680, 640, ink.night) +
    times(7, course) +
    times(12, (index) =>
      moved(
        `translate(${60 + index * 136} 424) rotate(${(index % 3) * 4 - 4})`,
        rect(-46, -96, 84, 104, inks[(index * 2 + 1) % inks.length] ?? ink.clay, 10),
      ),
    )
  )
}

/** Crates of bottles that come back. */
export function bottles(): string {
  const random = seeded(115)
  const bottle = (x: number, y: number, colour: string) =>
    fill(
      curve(
        [
          [x - 42, y],
          [x - 44, y - 180],
          [x - 18, y - 250],
          [x - 16, y - 330],
          [x + 16, y - 330],
          [x + 18, y - 250],
          [x + 44, y - 180],
          [x + 42, y],
        ],
        true,
      ),
      colour,
    ) +
    rect(x - 38, y - 150, 76, 84, ink.cream, 4) +
    stroke(`M${x - 26} ${y - 24}L${x - 28} ${y - 60}`, ink.cream, 6) +
    rect(x - 19, y - 346, 38, 26, ink.vermilion, 5)
  const crate = (x: number, y: number) =>
    times(4, (index) =>
      bottle(x + 66 + index * 106, y + 40, [ink.sea, ink.lake, ink.clay, ink.sea][index] ?? ink.sea),
    ) +
    rect(x, y - 40, 450, 150, ink.ochre, 8) +
    gouges(rows(random, { x: x + 6, y: y - 34, width: 440, height: 138 }, 24, 120), ink.straw, 6) +
    rect(x + 165, y - 6, 120, 40, ink.night, 20)
  return (
    sky(1600, 1000, ink.ember) +
    gouges(rows(random, { x: -40, y: -40, width: 1680, height: 1080 }, 34, 130, 1.57), ink.clay, 5) +
    [60, 570, 1080].map((x) => crate(x, 420)).join('') +
    [-190, 320, 830, 1340].map((x) => crate(x, 860)).join('')
  )
}

/** The press of the lino workshop, a sheet coming out. */
export function press(): string {
  const random = seeded(116)
  const sheet = polygon([420, 700], [1180, 700], [1280, 960], [320, 960])
  return (
    sky(1600, 1000, ink.straw) +
    gouges(rays(random, [800, 420], 360, 1100, 130), ink.ochre, 8) +
    rect(300, 250, 110, 640, ink.night, 10) +
    rect(1190, 250, 110, 640, ink.night, 10) +
    rect(260, 200, 1080, 90, ink.night, 16) +
    disc(800, 430, 170, ink.ember) +
    rect(410, 330, 780, 200, ink.sea, 30) +
    gouges(rows(random, { x: 420, y: 340, width: 760, height: 180 }, 26, 130), ink.lake, 6) +
    ring(1340, 430, 150, ink.vermilion, 30) +
    times(4, (index) =>
      moved(`translate(1340 430) rotate(${index * 45})`, rect(-150, -10, 300, 20, ink.vermilion)),
    ) +
    disc(1340, 430, 36, ink.night) +
    rect(240, 560, 1120, 60, ink.clay, 10) +
    fill(sheet, ink.cream) +
    within(
      sheet,
      fill('M300 900Q600 780 800 860T1300 820L1300 1000L300 1000Z', ink.sea),
      disc(960, 790, 66, ink.vermilion),
      gouges(rays(random, [960, 790], 76, 210, 46), ink.vermilion, 6),
    )
  )
}
