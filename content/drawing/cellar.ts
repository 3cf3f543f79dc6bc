import { gouges, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { sky } from './scenery.ts'
import {
  curve,
  disc,
  fill,
  line,
  moved,
  oval,
  polygon,
  rect,
  seeded,
  stroke,
  times,
  within,
} from './shapes.ts'

/** An arch that recedes towards (800, 560); `size` is 1 in the foreground. */
const arch = (size: number) => {
  const [half, spring, floor] = [820 * size, 560 - 40 * size, 560 + 520 * size]
  return `M${800 - half} ${floor}L${800 - half} ${spring}A${half} ${520 * size} 0 0 1 ${800 + half} ${spring}L${800 + half} ${floor}Z`
}

/** Shelves of wheels along both walls, at one depth. */
function bay(size: number, colours: [string, string]): string {
  const wheel = (side: number, level: number, place: number) => {
    const [width, height] = [150 * size, 62 * size]
    const x = 800 + side * (690 - place * 150) * size - width / 2
    const y = 560 + (level * 150 - 250) * size
    return (
      rect(x, y, width, height, colours[(level + place) % 2] ?? ink.ochre, 20 * size) +
      oval(x + width / 2, y + height * 0.2, width * 0.42, height * 0.14, ink.cream)
    )
  }
  const plank = (side: number, level: number) =>
    rect(
      800 + side * 620 * size - 165 * size,
      560 + (level * 150 - 186) * size,
      330 * size,
      16 * size,
      ink.night,
    )
  return [-1, 1]
    .map((side) => times(5, (level) => wheel(side, level, 0) + wheel(side, level, 1) + plank(side, level)))
    .join('')
}

/** The long gallery of the cellar of Arçonne, someone at its end with a lamp. */
export function gallery(): string {
  const random = seeded(18)
  const walls = [ink.night, ink.sea, ink.ember, ink.ember, ink.vermilion, ink.clay, ink.ochre]
  const lights = [ink.sea, ink.lake, ink.vermilion, ink.vermilion, ink.ochre, ink.ochre, ink.straw]
  const depth = (index: number) => {
    const size = 1.12 * 0.76 ** index
    const stones = gouges(
      rows(
        random,
        { x: 800 - 840 * size, y: 560 - 570 * size, width: 1680 * size, height: 1100 * size },
        34 * size,
        60 * size,
      ),
      lights[index] ?? ink.straw,
      4 * size,
    )
    return (
      fill(arch(size), walls[index] ?? ink.ochre) +
      within(arch(size), stones) +
      stroke(arch(size), lights[index] ?? ink.straw, 10 * size) +
      bay(size * 0.93, [ink.ochre, ink.straw])
    )
  }
  const end = 1.12 * 0.76 ** 7
  const path = polygon([800 - 330, 1060], [800 - 40, 640], [800 + 40, 640], [800 + 330, 1060])
  return (
    sky(1600, 1000, ink.night) +
    times(7, depth) +
    fill(arch(end), ink.straw) +
    fill(path, ink.sage) +
    within(path, gouges(rows(random, { x: 440, y: 640, width: 720, height: 400 }, 24, 70), ink.cream, 5)) +
    moved(
      'translate(800 690) scale(0.95)',
      fill(
        curve(
          [
            [-34, 0],
            [-30, -84],
            [-14, -110],
            [14, -110],
            [30, -84],
            [34, 0],
          ],
          true,
        ),
        ink.night,
      ),
      disc(0, -130, 19, ink.night),
      line([24, -84], [54, -54], ink.night, 11),
      disc(58, -44, 14, ink.vermilion),
    )
  )
}

/** A wheel of arçon with a quarter gone, and the cheese iron. */
export function cheeseIron(): string {
  const random = seeded(19)
  const side = 'M190 330A340 130 0 0 0 870 330L870 520A340 130 0 0 1 190 520Z'
  const rind = gouges(rows(random, { x: 190, y: 330, width: 690, height: 320 }, 15, 44, 0.06), ink.clay, 3.5)
  const paste = polygon([530, 330], [640, 453], [640, 645], [530, 515])
  const other = polygon([530, 330], [866, 352], [866, 536], [530, 515])
  return (
    sky(1200, 800, ink.sea) +
    gouges(rows(random, { x: -30, y: -30, width: 1260, height: 480 }, 30, 130, 1.57), ink.lake, 5) +
    fill(polygon([-40, 560], [1240, 500], [1240, 840], [-40, 840]), ink.ember) +
    gouges(rows(random, { x: -30, y: 570, width: 1260, height: 250 }, 22, 190, -0.05), ink.clay, 4) +
    fill(side, ink.ochre) +
    within(side, rind) +
    oval(530, 330, 340, 130, ink.straw) +
    gouges(rows(random, { x: 250, y: 240, width: 560, height: 170 }, 17, 50), ink.ochre, 2.5) +
    fill(polygon([530, 330], [866, 352], [880, 560], [760, 660], [640, 660], [640, 453]), ink.sea) +
    fill(polygon([530, 515], [880, 536], [880, 660], [640, 660]), ink.ember) +
    fill(other, ink.straw) +
    fill(paste, ink.cream) +
    times(9, (index) =>
      disc(
        552 + (index % 3) * 30,
        400 + Math.floor(index / 3) * 52 + (index % 3) * 24,
        4 + (index % 2) * 4,
        ink.ochre,
      ),
    ) +
    times(10, (index) =>
      disc(
        600 + (index % 5) * 56,
        392 + Math.floor(index / 5) * 74 + (index % 2) * 20,
        5 + (index % 3) * 3,
        ink.ochre,
      ),
    ) +
    moved(
      'translate(830 700) rotate(-24)',
      rect(-250, -15, 400, 30, ink.mist, 14),
      rect(-236, -9, 330, 12, ink.cream, 6),
      rect(140, -70, 44, 140, ink.night, 20),
    ) +
    moved(
      'translate(360 736) rotate(6)',
      rect(-90, -15, 200, 30, ink.straw, 15),
      times(4, (index) => disc(-60 + index * 44, -2 + (index % 2) * 6, 4, ink.clay)),
    )
  )
}
