import { gouges, rings, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { hand } from './people.ts'
import { sky } from './scenery.ts'
import {
  curve,
  disc,
  fill,
  line,
  mirrored,
  moved,
  type Point,
  polygon,
  rect,
  seeded,
  stroke,
  times,
  within,
} from './shapes.ts'

/** Right half of the outline of a violin's body, centred on x = 0, from the neck (y = -300) to the foot. */
const half: Point[] = [
  [0, -300],
  [70, -304],
  [150, -262],
  [176, -190],
  [150, -126],
  [128, -96],
  [150, -84],
  [112, -20],
  [118, 48],
  [168, 66],
  [146, 88],
  [186, 138],
  [204, 214],
  [168, 290],
  [84, 326],
  [0, 330],
]
const body = curve(mirrored(0, half), true)

/** The same without its corners, for the curves of thickness. */
const core = curve(
  mirrored(0, [
    [0, -292],
    [90, -270],
    [140, -190],
    [104, -80],
    [98, 0],
    [136, 110],
    [160, 214],
    [110, 300],
    [0, 318],
  ]),
  true,
)

/** The sound hole on one side. */
const soundHole = (side: number) =>
  stroke(
    curve([
      [side * 66, -62],
      [side * 82, -50],
      [side * 74, -10],
      [side * 84, 44],
      [side * 102, 96],
      [side * 88, 108],
    ]),
    ink.night,
    12,
  ) +
  disc(side * 66, -54, 11, ink.night) +
  disc(side * 96, 100, 13, ink.night)

/** A violin that stands, about 900 pixels high. */
function violin(): string {
  const strings = times(4, (index) => line([-15 + index * 10, -600], [-24 + index * 16, 196], ink.cream, 2.4))
  const scroll = stroke(
    curve([
      [0, -612],
      [0, -680],
      [26, -700],
      [40, -676],
      [22, -660],
      [10, -674],
    ]),
    ink.ember,
    20,
  )
  return (
    fill(body, ink.ochre) +
    within(
      body,
      gouges(rows(seeded(3), { x: -210, y: -310, width: 420, height: 650 }, 11, 120, 1.57), ink.clay, 2),
    ) +
    stroke(body, ink.ember, 11) +
    soundHole(1) +
    soundHole(-1) +
    fill(polygon([-24, -610], [24, -610], [36, -60], [-36, -60]), ink.night) +
    scroll +
    times(4, (index) => rect(index % 2 ? 14 : -52, -650 + index * 17, 38, 10, ink.night, 5)) +
    fill(polygon([-26, 196], [26, 196], [16, 312], [-16, 312]), ink.night) +
    strings +
    fill(
      curve(
        [
          [-60, 62],
          [-30, 34],
          [30, 34],
          [60, 62],
          [30, 54],
          [-30, 54],
        ],
        true,
      ),
      ink.cream,
    )
  )
}

/** A violin between two hands, and the sound around it. */
export function violinMaker(): string {
  const random = seeded(11)
  const cuff = (x: number) => rect(x, -150, 400, 310, ink.vermilion, 24)
  return (
    sky(1600, 1000, ink.sea) +
    gouges(
      rings(random, [800, 560], 250, 1100, 30, 170),
      ink.lake,
      (mark) => 8 - Math.hypot(mark.x - 800, mark.y - 560) / 160,
    ) +
    gouges(rings(random, [800, 560], 236, 560, 60, 120), ink.straw, 4) +
    moved('translate(800 652) rotate(4) scale(0.88)', violin()) +
    moved('translate(1085 690) rotate(5)', cuff(300), hand(ink.cream, ink.clay)) +
    moved('translate(515 710) rotate(-6) scale(-1 1)', cuff(300), hand(ink.cream, ink.clay))
  )
}

/** A violin's table, with the contours of its thickness. */
export function soundboard(): string {
  const random = seeded(12)
  const layers = [ink.ochre, ink.straw, ink.ochre, ink.straw, ink.cream]
  const contour = (index: number) =>
    moved(
      `scale(${1 - index * 0.15} ${1 - index * 0.115})`,
      fill(core, layers[index] ?? ink.clay),
      stroke(core, ink.clay, 3 + index),
    )
  return (
    sky(1200, 800, ink.night) +
    gouges(rows(random, { x: -30, y: -30, width: 1260, height: 860 }, 34, 220, 0.03), ink.sea, 7) +
    moved(
      'translate(590 400) rotate(90) scale(1.32 1.36)',
      fill(body, ink.clay),
      stroke(body, ink.ember, 9),
      times(5, contour),
      within(
        body,
        gouges(rows(random, { x: -200, y: -300, width: 400, height: 620 }, 12, 120, 1.57), ink.clay, 1.3),
      ),
    ) +
    line([150, 400], [1030, 400], ink.ember, 3) +
    moved(
      'translate(960 640) rotate(-32)',
      rect(-150, -16, 250, 32, ink.vermilion, 16),
      fill(polygon([-150, -13], [-250, -5], [-256, 5], [-150, 13]), ink.mist),
    )
  )
}
