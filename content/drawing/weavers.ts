import { ink } from './inks.ts'
import { bust, mass } from './people.ts'
import { sky } from './scenery.ts'
import { curve, disc, line, moved, type Point, rect, stroke, times } from './shapes.ts'

/** Jeanne and Romaric Lamblard before the loom, its punched cards on the left. */
export function weavers(): string {
  const bun: Point[] = [
    [-186, 120],
    [-214, -100],
    [-150, -248],
    [0, -290],
    [150, -248],
    [214, -100],
    [190, 130],
    [240, 240],
    [160, 250],
    [164, -40],
    [90, -170],
    [-30, -196],
    [-140, -110],
    [-168, 60],
    [-160, 250],
    [-240, 240],
  ]
  const short: Point[] = [
    [-176, -40],
    [-190, -150],
    [-110, -262],
    [20, -282],
    [140, -250],
    [186, -150],
    [174, -40],
    [140, -130],
    [40, -158],
    [-60, -176],
    [-140, -120],
  ]
  const card = (index: number) => {
    const y = 40 + index * 96
    return (
      rect(40, y, 190, 80, ink.straw, 6) +
      times(18, (hole) =>
        (hole * 7 + index * 5) % 3
          ? disc(62 + (hole % 6) * 29, y + 18 + Math.floor(hole / 6) * 22, 7, ink.night)
          : '',
      )
    )
  }
  return (
    sky(1200, 800, ink.lake) +
    times(44, (index) => line([270 + index * 22, -40], [270 + index * 22, 840], ink.cream, 3)) +
    rect(-40, 90, 1280, 44, ink.ember) +
    rect(-40, 210, 1280, 22, ink.night) +
    rect(240, -40, 34, 900, ink.ember) +
    rect(1150, -40, 34, 900, ink.ember) +
    times(8, card) +
    line([60, -40], [60, 840], ink.night, 4) +
    line([210, -40], [210, 840], ink.night, 4) +
    moved(
      'translate(880 372) scale(0.8)',
      bust({ skin: ink.straw, shade: ink.clay, hair: ink.night, cloth: ink.ochre, seam: ink.clay }),
      mass(short, ink.night, ink.lake),
      stroke(
        curve([
          [-70, 112],
          [-30, 98],
          [0, 106],
          [30, 98],
          [70, 112],
        ]),
        ink.night,
        18,
      ),
    ) +
    moved(
      'translate(520 400) scale(0.8)',
      bust({ skin: ink.cream, shade: ink.clay, hair: ink.vermilion, cloth: ink.sea, seam: ink.lake }),
      mass(bun, ink.vermilion, ink.ochre),
      rect(-104, 306, 208, 44, ink.cream, 20),
    )
  )
}
