import { gouges, rays, rings, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { bust, mass } from './people.ts'
import { sky } from './scenery.ts'
import { curve, disc, fill, line, moved, type Point, polygon, rect, seeded, stroke, times } from './shapes.ts'

/** Élise Varambon: hair up, apron, a plane and its shaving. */
export function luthier(): string {
  const apron = polygon([-190, 470], [190, 470], [240, 900], [-240, 900])
  const hairline: Point[] = [
    [-182, 30],
    [-206, -110],
    [-150, -244],
    [0, -292],
    [150, -244],
    [206, -110],
    [182, 30],
    [158, -60],
    [120, -150],
    [20, -186],
    [-70, -158],
    [-152, -70],
  ]
  const plane =
    fill(
      polygon(
        [-170, 0],
        [170, 0],
        [170, -74],
        [120, -74],
        [96, -120],
        [40, -74],
        [-100, -74],
        [-150, -110],
        [-170, -60],
      ),
      ink.ember,
    ) +
    rect(-186, -6, 372, 22, ink.night) +
    rect(20, -150, 26, 110, ink.mist)
  return (
    sky(960, 1200, ink.straw) +
    rect(520, -40, 520, 820, ink.cream) +
    times(3, (index) => rect(520 + index * 170, -40, 16, 820, ink.ochre)) +
    times(3, (index) => rect(520, 180 + index * 280, 500, 16, ink.ochre)) +
    gouges(rows(seeded(2), { x: 0, y: 0, width: 520, height: 1200 }, 30, 120, 1.57), ink.ochre, 4) +
    moved(
      'translate(470 470)',
      disc(0, -300, 86, ink.ember),
      gouges(rings(seeded(6), [0, -300], 16, 84, 16, 60), ink.clay, 4),
      bust({ skin: ink.cream, shade: ink.clay, hair: ink.ember, cloth: ink.sea, seam: ink.lake }),
      mass(hairline, ink.ember, ink.clay),
      fill(apron, ink.vermilion),
      line([-186, 480], [-110, 330], ink.vermilion, 26),
      line([186, 480], [110, 330], ink.vermilion, 26),
      gouges(rows(seeded(5), { x: -220, y: 500, width: 440, height: 230 }, 26, 60, 1.57), ink.ember, 4),
    ) +
    rect(-40, 1120, 1040, 120, ink.night) +
    moved('translate(650 1112) scale(1.2)', plane) +
    stroke(
      curve([
        [682, 960],
        [664, 900],
        [690, 842],
        [752, 826],
        [800, 866],
        [796, 926],
        [748, 948],
        [708, 918],
        [716, 876],
        [752, 866],
      ]),
      ink.cream,
      13,
    )
  )
}

/** Solenne Ambazac: scarf, and the wheels of the cellar behind her. */
export function cheesemonger(): string {
  const wheel = (x: number, y: number, colour: string) =>
    rect(x, y, 190, 74, colour, 26) +
    gouges(rows(seeded(x + y), { x: x + 14, y: y + 12, width: 160, height: 50 }, 13, 30), ink.clay, 2.5)
  const shelf = (y: number) =>
    times(5, (index) => wheel(-20 + index * 204, y, index % 2 ? ink.ochre : ink.straw)) +
    rect(-40, y + 74, 1040, 22, ink.ember)
  const scarf: Point[] = [
    [-188, -20],
    [-208, -130],
    [-140, -262],
    [0, -300],
    [140, -262],
    [208, -130],
    [188, -20],
    [150, -96],
    [80, -142],
    [0, -152],
    [-80, -142],
    [-150, -96],
  ]
  return (
    sky(960, 1200, ink.night) +
    times(6, (index) => shelf(40 + index * 168)) +
    moved(
      'translate(490 520)',
      bust({ skin: ink.straw, shade: ink.clay, hair: ink.night, cloth: ink.cream, seam: ink.sage }),
      mass(scarf, ink.vermilion, ink.ember),
      times(9, (index) => disc(-160 + index * 40, -170 - Math.sin((index / 8) * Math.PI) * 66, 7, ink.cream)),
      fill(
        curve(
          [
            [180, -60],
            [250, -110],
            [286, -60],
            [232, -36],
            [262, 30],
            [214, 50],
            [184, -10],
          ],
          true,
        ),
        ink.vermilion,
      ),
      fill(polygon([-150, 330], [-96, 300], [0, 430], [-30, 470]), ink.sage),
      fill(polygon([150, 330], [96, 300], [0, 430], [30, 470]), ink.sage),
    )
  )
}

/** Malik Derouet: cap, short beard, the sun behind. */
export function roofer(): string {
  const beard: Point[] = [
    [-160, 10],
    [-150, 130],
    [-80, 236],
    [0, 262],
    [80, 236],
    [150, 130],
    [160, 10],
    [120, 60],
    [76, 98],
    [0, 92],
    [-76, 98],
    [-120, 60],
  ]
  const cap: Point[] = [
    [-180, -100],
    [-170, -220],
    [-70, -300],
    [70, -300],
    [170, -220],
    [182, -110],
    [60, -128],
    [-60, -128],
  ]
  return (
    sky(960, 1200, ink.sea) +
    gouges(rays(seeded(31), [480, 470], 400, 900, 110), ink.straw, 8) +
    disc(480, 470, 390, ink.ochre) +
    times(6, (index) =>
      fill(
        polygon(
          [-40, 900 + index * 62],
          [1000, 820 + index * 62],
          [1000, 862 + index * 62],
          [-40, 942 + index * 62],
        ),
        index % 2 ? ink.ember : ink.vermilion,
      ),
    ) +
    moved(
      'translate(480 540)',
      bust({ skin: ink.clay, shade: ink.ember, hair: ink.night, cloth: ink.night, seam: ink.lake }),
      mass(beard, ink.night, ink.lake),
      fill(
        curve(
          [
            [-50, 128],
            [0, 120],
            [50, 128],
            [0, 150],
          ],
          true,
        ),
        ink.vermilion,
      ),
      mass(cap, ink.sage, ink.cream),
      fill(
        curve(
          [
            [-190, -104],
            [-60, -150],
            [90, -150],
            [196, -104],
            [120, -84],
            [-60, -92],
          ],
          true,
        ),
        ink.night,
      ),
    )
  )
}
