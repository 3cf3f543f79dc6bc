import { gouges, rays, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { fir, hill, sky, sun } from './scenery.ts'
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
  seeded,
  stroke,
  times,
  within,
} from './shapes.ts'

/** The railcar, its wheels on y = 0, from x = 0 to x = 300. */
function railcar(): string {
  const body = polygon([4, -14], [0, -60], [16, -92], [284, -92], [300, -60], [296, -14])
  const windows = times(6, (index) => rect(24 + index * 43, -80, 32, 30, ink.cream, 3))
  return (
    fill(body, ink.sea) +
    within(body, rect(0, -44, 300, 14, ink.ochre), rect(0, -96, 300, 8, ink.night)) +
    windows +
    times(4, (index) => disc([44, 84, 216, 256][index] ?? 0, -10, 12, ink.night))
  )
}

/** The viaduct of Rocherolle: eleven arches, the railcar on them, mist in the valley. */
export function viaduct(): string {
  const random = seeded(7)
  const deck = 470
  const [first, span] = [90, 130]
  const foot = 1000
  const arch = (index: number): string => {
    const left = first + index * span + 16
    const right = left + span - 32
    return `M${left} ${foot}L${left} ${deck + 105}A${(right - left) / 2} ${(right - left) / 2} 0 0 1 ${right} ${deck + 105}L${right} ${foot}Z`
  }
  const masonry = `M-40 ${deck}L1640 ${deck}L1640 ${foot}L-40 ${foot}Z${times(11, arch)}`
  const courses = gouges(
    rows(random, { x: -30, y: deck + 36, width: 1660, height: 480 }, 17, 34),
    ink.straw,
    1.8,
  )
  const bank = (points: Point[]) =>
    fill(`${curve(points)}L${points[0]?.[0] === -40 ? '-40' : '1640'} 1040Z`, ink.night)
  const river = curve(
    [
      [690, 1060],
      [770, 950],
      [742, 860],
      [792, 788],
      [808, 788],
      [786, 860],
      [856, 950],
      [880, 1060],
    ],
    true,
  )
  return (
    sky(1600, 1000, ink.cream) +
    sun(random, 1130, 260, 130, ink.ochre, ink.straw) +
    hill(random, 1600, 400, 60, 1000, [ink.mist, ink.cream]) +
    hill(random, 1600, 520, 70, 1000, [ink.sage, ink.mist]) +
    hill(random, 1600, 680, 60, 1040, [ink.lake, ink.sage]) +
    fill(river, ink.cream) +
    within(river, gouges(rows(random, { x: 660, y: 780, width: 260, height: 250 }, 13, 40), ink.lake, 3)) +
    fill(masonry, ink.clay) +
    within(masonry, courses) +
    times(11, (index) =>
      stroke(
        `M${first + index * span + 16} ${deck + 105}a${span / 2 - 16} ${span / 2 - 16} 0 0 1 ${span - 32} 0`,
        ink.ember,
        7,
      ),
    ) +
    rect(-40, deck - 8, 1680, 26, ink.ember) +
    moved(`translate(560 ${deck - 8}) scale(1.15)`, railcar()) +
    gouges(
      rows(random, { x: -30, y: 760, width: 1660, height: 150 }, 19, 190),
      ink.cream,
      (mark) => 7 - Math.abs(mark.y - 830) / 14,
    ) +
    bank([
      [-40, 620],
      [90, 640],
      [240, 800],
      [430, 930],
      [560, 1040],
    ]) +
    bank([
      [1060, 1040],
      [1220, 930],
      [1390, 760],
      [1520, 640],
      [1640, 590],
    ]) +
    times(9, (index) => fir(20 + index * 52, 690 + index * 42, 250 - index * 14, ink.night)) +
    times(9, (index) => fir(1590 - index * 50, 680 + index * 44, 270 - index * 16, ink.night)) +
    gouges(rows(random, { x: -20, y: 760, width: 420, height: 240 }, 22, 46, 0.75), ink.lake, 2.4) +
    gouges(rows(random, { x: 1240, y: 760, width: 380, height: 240 }, 22, 46, -0.75), ink.lake, 2.4)
  )
}

/** The railcar at the platform of Lusigneux, before sunrise. */
export function station(): string {
  const random = seeded(61)
  const roof = polygon([-40, 120], [820, 190], [860, 232], [-40, 190])
  const post = (x: number, top: number) =>
    rect(x, top, 20, 700 - top, ink.ember) +
    stroke(
      `M${x - 60} ${top + 4}Q${x + 10} ${top + 20} ${x + 10} ${top + 90}Q${x + 10} ${top + 20} ${x + 80} ${top + 4}`,
      ink.ember,
      9,
    )
  const platform = polygon([-40, 640], [1240, 610], [1240, 840], [-40, 840])
  const lamp = (x: number, y: number) =>
    gouges(rays(random, [x, y], 26, 96, 40), ink.cream, 4) + disc(x, y, 21, ink.ochre)
  return (
    sky(1200, 800, ink.straw) +
    sun(random, 985, 330, 84, ink.vermilion, ink.cream) +
    hill(random, 1200, 410, 30, 840, [ink.sage, ink.mist]) +
    hill(random, 1200, 500, 24, 840, [ink.lake, ink.sage]) +
    moved('translate(120 616) scale(3.05)', railcar()) +
    fill(platform, ink.sage) +
    within(
      platform,
      gouges(rows(random, { x: -30, y: 620, width: 1260, height: 200 }, 15, 80, -0.02), ink.cream, 3),
    ) +
    fill(polygon([-40, 640], [1240, 610], [1240, 630], [-40, 666]), ink.cream) +
    post(190, 188) +
    post(560, 210) +
    fill(roof, ink.night) +
    times(30, (index) => rect(-30 + index * 30, 190 + index * 1.4, 16, 36, ink.ochre, 6)) +
    lamp(390, 286) +
    line([390, 214], [390, 268], ink.night, 6)
  )
}

/** A map without a word: contour lines, the river, the railway and its halt. */
export function railwayMap(): string {
  const random = seeded(5)
  const river: Point[] = [
    [250, 860],
    [330, 720],
    [250, 610],
    [420, 520],
    [520, 420],
    [430, 320],
    [560, 220],
    [700, 210],
    [760, 90],
    [900, -40],
  ]
  const rail: Point[] = [
    [360, 860],
    [410, 730],
    [350, 620],
    [500, 560],
    [610, 440],
    [560, 330],
    [660, 300],
    [900, 330],
    [960, 210],
    [930, 90],
    [990, -40],
  ]
  const summit = ([x, y]: Point, size: number) =>
    times(6, (index) => {
      const radius = size * (1 - index * 0.15)
      const outline = Array.from({ length: 9 }, (_, turn): Point => {
        const angle = (turn / 9) * Math.PI * 2
        const away = radius * between(random, 0.88, 1.12)
        return [x + away * Math.cos(angle) * 1.25, y + away * Math.sin(angle)]
      })
      const colour = [ink.mist, ink.sage, ink.sage, ink.lake, ink.lake, ink.sea][index] ?? ink.sea
      return fill(curve(outline, true), colour) + stroke(curve(outline, true), ink.cream, 3)
    })
  return (
    sky(1200, 800, ink.cream) +
    summit([60, 260], 300) +
    summit([980, 620], 290) +
    summit([620, 20], 130) +
    summit([1150, 160], 150) +
    summit([90, 760], 120) +
    stroke(curve(river), ink.night, 30) +
    stroke(curve(river), ink.lake, 18) +
    stroke(
      curve([
        [430, 320],
        [300, 250],
        [230, 120],
        [280, -40],
      ]),
      ink.lake,
      10,
    ) +
    stroke(curve(rail), ink.cream, 26) +
    stroke(curve(rail), ink.vermilion, 8) +
    `<path d="${curve(rail)}" fill="none" stroke="${ink.vermilion}" stroke-width="22" stroke-dasharray="5 13"/>` +
    times(9, (index) => disc(690 + index * 24, 296 + index * 4, 7, ink.night)) +
    disc(500, 560, 24, ink.night) +
    disc(500, 560, 17, ink.ochre) +
    disc(376, 690, 17, ink.night) +
    disc(376, 690, 9, ink.cream) +
    disc(950, 150, 22, ink.night) +
    disc(950, 150, 12, ink.cream) +
    line([1120, 700], [1120, 600], ink.night, 7) +
    fill(polygon([1120, 570], [1138, 612], [1102, 612]), ink.vermilion)
  )
}
