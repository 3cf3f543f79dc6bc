import { gouges, rays, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { sky } from './scenery.ts'
import {
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

/** An anvil whose face is at y = 0, from x = -230 (the horn) to x = 200; 230 pixels high. */
const anvilOutline =
  'M-260 18Q-150 8 -110 0L200 0L200 50L110 78Q60 110 70 150L130 190L130 230L-110 230L-110 190L-50 150Q-40 110 -90 82Q-190 74 -260 18Z'

function anvil(metal: string, light: string): string {
  return (
    fill(anvilOutline, metal) +
    within(
      anvilOutline,
      gouges(rows(seeded(2), { x: -240, y: 6, width: 440, height: 220 }, 17, 60), light, 3),
      rect(-120, 0, 330, 12, light),
    )
  )
}

const hammer = (wood: string, metal: string) =>
  rect(-8, -230, 16, 250, wood, 7) +
  fill(polygon([-74, -276], [58, -276], [76, -256], [76, -232], [58, -214], [-74, -214]), metal)

/** The smith of Fourvelle, hammer up. */
export function smith(): string {
  const random = seeded(27)
  const fire: Point = [1085, 640]
  const hearth = 'M960 1040L960 380A320 320 0 0 1 1600 380L1600 1040Z'
  const body = curve(
    [
      [500, 1060],
      [470, 860],
      [482, 640],
      [520, 480],
      [590, 420],
      [690, 430],
      [742, 500],
      [740, 640],
      [720, 760],
      [760, 900],
      [770, 1060],
    ],
    true,
  )
  const apron = curve(
    [
      [604, 500],
      [716, 490],
      [744, 640],
      [726, 780],
      [790, 1080],
      [540, 1080],
      [584, 780],
      [590, 640],
    ],
    true,
  )
  const head =
    rect(640, 380, 70, 80, ink.clay) +
    disc(672, 346, 72, ink.clay) +
    fill(polygon([738, 336], [772, 364], [738, 376]), ink.clay) +
    disc(716, 342, 7, ink.night) +
    fill(
      curve(
        [
          [596, 330],
          [606, 268],
          [680, 248],
          [748, 286],
          [752, 326],
          [680, 318],
        ],
        true,
      ),
      ink.night,
    ) +
    fill(
      curve(
        [
          [604, 350],
          [640, 390],
          [700, 384],
          [752, 384],
          [746, 440],
          [690, 466],
          [630, 440],
        ],
        true,
      ),
      ink.night,
    )
  const arm = (points: Point[]) => stroke(curve(points), ink.night, 66)
  return (
    sky(1600, 1000, ink.ember) +
    gouges(rows(random, { x: -30, y: -30, width: 1660, height: 1060 }, 44, 76), ink.night, 12) +
    fill(hearth, ink.night) +
    within(
      hearth,
      gouges(rays(random, [1280, 640], 120, 560, 120), ink.vermilion, 12),
      gouges(rays(random, [1280, 640], 80, 360, 90), ink.ochre, 10),
      disc(1280, 640, 150, ink.ochre),
      disc(1280, 640, 96, ink.straw),
      gouges(rays(random, [1280, 640], 40, 150, 40), ink.cream, 8),
    ) +
    times(15, (index) =>
      moved(
        `rotate(${-90 + index * 12.85} 1280 380)`,
        rect(1249, 28, 62, 54, index % 2 ? ink.clay : ink.vermilion, 4),
      ),
    ) +
    rect(-40, 930, 1680, 120, ink.night) +
    fill(body, ink.night) +
    within(
      body,
      gouges(rows(random, { x: 650, y: 430, width: 120, height: 600 }, 17, 60, 0.5), ink.ochre, 5),
    ) +
    within(body, fill(apron, ink.clay)) +
    within(
      body,
      gouges(rows(random, { x: 560, y: 510, width: 220, height: 540 }, 18, 70, 1.4), ink.ember, 4),
    ) +
    head +
    moved('translate(452 316) rotate(-44)', hammer(ink.ochre, ink.mist)) +
    arm([
      [566, 490],
      [430, 480],
      [386, 400],
      [450, 318],
    ]) +
    disc(452, 314, 44, ink.clay) +
    arm([
      [690, 500],
      [770, 590],
      [850, 640],
    ]) +
    disc(858, 644, 40, ink.clay) +
    line([862, 640], [1010, 636], ink.mist, 12) +
    line([862, 656], [1010, 646], ink.mist, 12) +
    moved('translate(1120 664) scale(1.1)', anvil(ink.sea, ink.lake)) +
    rect(960, 914, 340, 140, ink.clay) +
    gouges(rows(random, { x: 960, y: 920, width: 340, height: 110 }, 18, 60, 1.57), ink.ember, 5) +
    rect(990, 628, 240, 30, ink.vermilion, 6) +
    rect(1040, 632, 170, 20, ink.straw, 6) +
    gouges(rays(random, fire, 60, 330, 46), ink.straw, 7) +
    times(26, (index) =>
      disc(
        fire[0] + Math.cos(index * 2.4) * (110 + index * 9),
        fire[1] - Math.abs(Math.sin(index * 2.4)) * (90 + index * 12),
        3 + (index % 3) * 2,
        ink.cream,
      ),
    )
  )
}

/** The anvil called the Baroness, a hammer laid on it. */
export function baroness(): string {
  const random = seeded(28)
  const stump = polygon([410, 560], [790, 560], [830, 840], [370, 840])
  return (
    sky(1200, 800, ink.straw) +
    gouges(rays(random, [600, 290], 210, 760, 90), ink.ochre, 12) +
    disc(600, 290, 190, ink.vermilion) +
    fill(stump, ink.ember) +
    within(
      stump,
      gouges(rows(random, { x: 370, y: 560, width: 460, height: 260 }, 17, 110, 1.57), ink.clay, 5),
    ) +
    rect(392, 620, 420, 30, ink.night) +
    moved('translate(620 300) scale(1.28)', anvil(ink.night, ink.lake)) +
    moved('translate(770 300) rotate(-76) scale(1.15)', hammer(ink.ochre, ink.sea)) +
    rect(-40, 790, 1280, 60, ink.night)
  )
}
