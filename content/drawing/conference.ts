import { gouges, rays, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { crowd } from './people.ts'
import { sky } from './scenery.ts'
import { curve, disc, fill, moved, polygon, rect, seeded, stroke, times } from './shapes.ts'

/** A screw, its head at the top, 520 pixels high. */
function screw(): string {
  const threads = times(8, (index) =>
    fill(
      polygon(
        [-62 + index * 4, -60 + index * 44],
        [66 - index * 4, -84 + index * 44],
        [66 - index * 4, -62 + index * 44],
        [-62 + index * 4, -38 + index * 44],
      ),
      ink.vermilion,
    ),
  )
  return (
    fill(polygon([-44, -150], [44, -150], [22, 250], [0, 320], [-22, 250]), ink.night) +
    threads +
    fill(
      curve(
        [
          [-150, -150],
          [-130, -210],
          [0, -240],
          [130, -210],
          [150, -150],
          [0, -132],
        ],
        true,
      ),
      ink.night,
    ) +
    fill(polygon([-14, -236], [14, -236], [14, -186], [-14, -186]), ink.cream) +
    gouges(rows(seeded(2), { x: -130, y: -210, width: 260, height: 60 }, 15, 44), ink.lake, 4)
  )
}

/** The Assises: a speaker, a screen, a full hall. */
export function conference(): string {
  const random = seeded(81)
  const curtain = (x: number, width: number) =>
    rect(x, -40, width, 760, ink.ember) +
    gouges(rows(random, { x, y: -30, width, height: 740 }, 28, 240, 1.57), ink.vermilion, 12)
  const speaker =
    fill(
      curve(
        [
          [-74, 270],
          [-70, 60],
          [-36, 10],
          [36, 10],
          [70, 60],
          [74, 270],
        ],
        true,
      ),
      ink.sea,
    ) +
    disc(0, -48, 50, ink.clay) +
    fill(
      curve(
        [
          [-54, -30],
          [-56, -90],
          [0, -114],
          [56, -90],
          [50, -56],
          [0, -76],
        ],
        true,
      ),
      ink.cream,
    ) +
    stroke(
      curve([
        [56, 60],
        [130, 20],
        [176, -50],
      ]),
      ink.sea,
      34,
    ) +
    disc(180, -60, 22, ink.clay)
  const lectern =
    fill(polygon([-100, 110], [100, 110], [76, 320], [-76, 320]), ink.ochre) +
    rect(-116, 92, 232, 26, ink.night, 6) +
    gouges(rows(random, { x: -80, y: 130, width: 160, height: 180 }, 18, 60, 1.57), ink.clay, 4)
  return (
    sky(1600, 1000, ink.night) +
    gouges(rows(random, { x: 180, y: -30, width: 1240, height: 700 }, 30, 110), ink.sea, 6) +
    fill(polygon([800, 1080], [590, 90], [1330, 90]), ink.straw, 0.28) +
    rect(572, 70, 776, 500, ink.ember, 6) +
    rect(592, 90, 736, 460, ink.cream, 4) +
    gouges(
      rays(random, [960, 330], 150, 420, 60).filter(
        (mark) => Math.abs(mark.y - 320) < 190 && Math.abs(mark.x - 960) < 330,
      ),
      ink.straw,
      8,
    ) +
    moved('translate(960 300) rotate(24) scale(0.78)', screw()) +
    rect(-40, 690, 1680, 70, ink.clay) +
    gouges(rows(random, { x: -30, y: 694, width: 1660, height: 62 }, 15, 150), ink.ochre, 4) +
    moved('translate(400 400)', speaker, moved('translate(-6 -20)', lectern)) +
    curtain(-40, 190) +
    curtain(1450, 190) +
    rect(-40, -40, 1680, 84, ink.vermilion) +
    times(18, (index) => disc(index * 96, 44, 50, ink.vermilion)) +
    rect(-40, 756, 1680, 300, ink.night) +
    crowd(random, [
      { y: 850, size: 0.8, colour: ink.sea },
      { y: 930, size: 1.05, colour: ink.ember },
      { y: 1030, size: 1.4, colour: ink.night },
    ]) +
    times(9, (index) => stroke(`M${40 + index * 190} 956a52 52 0 0 1 80 -30`, ink.lake, 4))
  )
}
