import { gouges, rays, rings, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { crowd } from './people.ts'
import { sky } from './scenery.ts'
import {
  between,
  curve,
  disc,
  fill,
  line,
  moved,
  polygon,
  type Random,
  rect,
  seeded,
  stroke,
  times,
  within,
} from './shapes.ts'

/** The town around the square: gables and lit windows. */
function town(random: Random): string {
  const gable = (index: number) => {
    const [x, width] = [-60 + index * 150, between(random, 130, 180)]
    const top = 430 - Math.abs(index - 5.5) * -26 - between(random, 0, 60)
    const colour = [ink.sea, ink.ember, ink.sea, ink.lake][index % 4] ?? ink.sea
    return (
      fill(
        polygon([x, 720], [x, top], [x + width / 2, top - 90], [x + width, top], [x + width, 720]),
        colour,
      ) +
      stroke(`M${x - 8} ${top + 4}L${x + width / 2} ${top - 92}L${x + width + 8} ${top + 4}`, ink.night, 16) +
      times(4, (window) =>
        rect(
          x + 26 + (window % 2) * 66,
          top + 36 + Math.floor(window / 2) * 100,
          34,
          52,
          (window + index) % 3 ? ink.night : ink.straw,
          4,
        ),
      )
    )
  }
  const steeple =
    fill(polygon([1236, 720], [1236, 250], [1290, 60], [1344, 250], [1344, 720]), ink.lake) +
    disc(1290, 300, 34, ink.straw) +
    line([1290, 300], [1290, 278], ink.night, 5) +
    line([1290, 300], [1304, 308], ink.night, 5)
  return times(12, gable) + steeple
}

/** The Veillée: a storyteller on a cart, a lantern, the town around. */
export function storytelling(): string {
  const random = seeded(82)
  const light: [number, number] = [868, 470]
  const teller =
    fill(
      curve(
        [
          [-76, 170],
          [-62, 40],
          [-34, -30],
          [34, -30],
          [62, 40],
          [76, 170],
        ],
        true,
      ),
      ink.vermilion,
    ) +
    gouges(rows(random, { x: -56, y: 0, width: 112, height: 150 }, 17, 60, 1.5), ink.ember, 4) +
    disc(0, -84, 44, ink.straw) +
    fill(
      curve(
        [
          [-50, -70],
          [-48, -120],
          [0, -142],
          [46, -122],
          [40, -100],
          [-10, -104],
          [-34, -60],
        ],
        true,
      ),
      ink.ochre,
    ) +
    stroke(
      curve([
        [40, 10],
        [86, -40],
        [112, -96],
      ]),
      ink.vermilion,
      26,
    ) +
    stroke(
      curve([
        [-44, 14],
        [-100, 30],
        [-146, -6],
      ]),
      ink.vermilion,
      26,
    ) +
    disc(-150, -10, 16, ink.straw)
  const lantern =
    rect(-24, -44, 48, 70, ink.night, 8) +
    rect(-16, -34, 32, 50, ink.cream, 6) +
    line([0, -44], [0, -64], ink.night, 6)
  const wheel = (x: number) =>
    disc(x, 760, 82, ink.night) +
    disc(x, 760, 62, ink.clay) +
    times(4, (index) => moved(`rotate(${index * 45} ${x} 760)`, rect(x - 66, 754, 132, 12, ink.night))) +
    disc(x, 760, 18, ink.night)
  const bed = polygon([560, 640], [1060, 640], [1030, 730], [590, 730])
  return (
    sky(1600, 1000, ink.night) +
    times(70, (index) =>
      disc(between(random, 0, 1600), between(random, 0, 360), index % 5 ? 2.5 : 4.5, ink.cream),
    ) +
    disc(230, 150, 62, ink.cream) +
    disc(256, 134, 56, ink.night) +
    town(random) +
    rect(-40, 690, 1680, 360, ink.ember) +
    gouges(
      rings(random, light, 70, 620, 30, 120),
      ink.ochre,
      (mark) => 9 - Math.hypot(mark.x - light[0], mark.y - light[1]) / 75,
    ) +
    disc(light[0], light[1], 74, ink.ochre) +
    gouges(rays(random, light, 60, 210, 50), ink.straw, 8) +
    moved('translate(726 496) scale(1.22)', teller) +
    moved(`translate(${light[0]} ${light[1]})`, lantern) +
    fill(bed, ink.clay) +
    within(bed, gouges(rows(random, { x: 560, y: 640, width: 500, height: 90 }, 20, 150), ink.ochre, 5)) +
    line([1060, 690], [1240, 760], ink.clay, 18) +
    wheel(660) +
    wheel(960) +
    crowd(random, [
      { y: 905, size: 0.75, colour: ink.clay },
      { y: 955, size: 0.95, colour: ink.sea },
      { y: 1040, size: 1.3, colour: ink.night },
    ]) +
    times(12, (index) =>
      stroke(`M${60 + index * 140} ${912 + (index % 3) * 22}a44 44 0 0 1 60 -34`, ink.ochre, 5),
    )
  )
}
