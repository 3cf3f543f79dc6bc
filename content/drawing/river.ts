import { gouges, rings, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { fir, hill, sky, sun } from './scenery.ts'
import {
  curve,
  disc,
  fill,
  moved,
  type Point,
  polygon,
  type Random,
  rect,
  ring,
  seeded,
  stroke,
  times,
  within,
} from './shapes.ts'

/** A mill wheel around (0, 0). */
function wheel(radius: number, paddles: number, colours: { wood: string; dark: string }): string {
  const spoke = (index: number, count: number) => `rotate(${(index * 360) / count})`
  return (
    times(paddles, (index) =>
      moved(
        spoke(index, paddles),
        fill(
          polygon(
            [radius * 0.84, -radius * 0.05],
            [radius * 1.15, -radius * 0.12],
            [radius * 1.18, 0],
            [radius * 0.84, radius * 0.05],
          ),
          colours.dark,
        ),
      ),
    ) +
    ring(0, 0, radius, colours.dark, radius * 0.1) +
    ring(0, 0, radius, colours.wood, radius * 0.05) +
    ring(0, 0, radius * 0.78, colours.dark, radius * 0.05) +
    times(8, (index) =>
      moved(
        spoke(index, 8),
        rect(0, -radius * 0.04, radius * 0.96, radius * 0.08, colours.dark),
        rect(0, -radius * 0.018, radius * 0.96, radius * 0.036, colours.wood),
      ),
    ) +
    disc(0, 0, radius * 0.16, colours.dark) +
    disc(0, 0, radius * 0.08, colours.wood)
  )
}

/** Water between two banks, with its current. */
function water(
  random: Random,
  outline: Point[],
  box: { x: number; y: number; width: number; height: number },
): string {
  const d = curve(outline, true)
  return fill(d, ink.lake) + within(d, gouges(rows(random, box, 17, 90, 0.04), ink.cream, 4))
}

/** The mill of the Grande Vanne on its river. */
export function mill(): string {
  const random = seeded(14)
  const gable = polygon([1080, 1040], [1080, 430], [1330, 250], [1640, 430], [1640, 1040])
  const stones = gouges(rows(random, { x: 1080, y: 300, width: 560, height: 730 }, 34, 62), ink.sage, 5)
  const meanders: Point[] = [
    [-60, 560],
    [180, 575],
    [420, 545],
    [560, 570],
    [470, 640],
    [300, 690],
    [420, 780],
    [760, 800],
    [1240, 850],
    [1240, 1060],
    [-60, 1060],
    [-60, 940],
    [190, 880],
    [150, 760],
    [40, 690],
    [190, 640],
    [300, 600],
    [120, 605],
    [-60, 610],
  ]
  return (
    sky(1600, 1000, ink.cream) +
    sun(random, 380, 230, 96, ink.vermilion, ink.straw) +
    hill(random, 1600, 380, 50, 1040, [ink.mist, ink.cream]) +
    hill(random, 1600, 470, 44, 1040, [ink.sage, ink.mist]) +
    times(11, (index) => fir(70 + index * 88, 560 - (index % 3) * 8, 90 + (index % 4) * 16, ink.sea)) +
    fill(polygon([-40, 548], [1640, 548], [1640, 1040], [-40, 1040]), ink.ochre) +
    gouges(rows(random, { x: -30, y: 560, width: 1660, height: 460 }, 19, 44, -0.12), ink.straw, 3.2) +
    water(random, meanders, { x: -60, y: 545, width: 1320, height: 480 }) +
    fill(gable, ink.cream) +
    within(gable, stones) +
    fill(polygon([1040, 470], [1330, 235], [1330, 290], [1060, 510]), ink.ember) +
    fill(polygon([1330, 235], [1680, 480], [1680, 540], [1330, 290]), ink.vermilion) +
    rect(1400, 480, 90, 130, ink.night, 6) +
    rect(1416, 496, 58, 98, ink.straw, 2) +
    rect(1400, 740, 130, 300, ink.night, 60) +
    fill(polygon([560, 640], [1110, 640], [1110, 668], [560, 668]), ink.ember) +
    rect(600, 655, 20, 190, ink.ember) +
    rect(800, 655, 20, 190, ink.ember) +
    moved('translate(1030 700) rotate(11)', wheel(270, 20, { wood: ink.clay, dark: ink.night })) +
    fill(
      curve(
        [
          [700, 910],
          [860, 870],
          [1000, 905],
          [1180, 880],
          [1320, 930],
          [1320, 1060],
          [700, 1060],
        ],
        true,
      ),
      ink.lake,
    ) +
    gouges(rows(random, { x: 700, y: 890, width: 620, height: 140 }, 17, 80), ink.cream, 5) +
    times(9, (index) =>
      stroke(
        curve([
          [20 + index * 34, 1040],
          [28 + index * 34, 960 - (index % 3) * 40],
          [14 + index * 36, 880 - (index % 4) * 26],
        ]),
        ink.night,
        8,
      ),
    )
  )
}

/** A breast-shot wheel cut through: the water comes half way up, a trout goes below. */
export function wheelSection(): string {
  const random = seeded(15)
  const bed = `${curve([
    [-40, 600],
    [300, 620],
    [520, 690],
    [700, 720],
    [900, 700],
    [1240, 690],
  ])}L1240 840L-40 840Z`
  const race = `M-40 330L400 330Q392 520 500 616Q620 706 800 672L1240 664L1240 722L640 742Q460 730 388 610Q330 500 330 402L-40 402Z`
  const trout = curve(
    [
      [820, 610],
      [870, 580],
      [960, 572],
      [1040, 596],
      [1090, 570],
      [1080, 612],
      [1092, 650],
      [1040, 622],
      [950, 642],
      [860, 634],
    ],
    true,
  )
  return (
    sky(1200, 800, ink.cream) +
    gouges(rings(random, [650, 400], 340, 900, 26, 90), ink.straw, 3.4) +
    moved('translate(650 400)', wheel(262, 18, { wood: ink.ochre, dark: ink.night })) +
    fill(
      curve(
        [
          [700, 610],
          [820, 560],
          [1000, 545],
          [1260, 560],
          [1260, 720],
          [700, 720],
        ],
        true,
      ),
      ink.lake,
    ) +
    fill(race, ink.lake) +
    within(race, gouges(rows(random, { x: -30, y: 330, width: 430, height: 72 }, 13, 60), ink.cream, 4)) +
    fill(`M-40 402L330 402Q330 520 400 620Q470 730 660 744L1240 724L1240 860L-40 860Z`, ink.ember) +
    within(
      bed,
      gouges(rows(random, { x: -30, y: 600, width: 1260, height: 230 }, 22, 50, 0.2), ink.clay, 6),
    ) +
    gouges(rows(random, { x: 10, y: 430, width: 300, height: 180 }, 32, 54), ink.clay, 6) +
    fill(trout, ink.night) +
    times(8, (index) => disc(868 + index * 20, 598 + (index % 2) * 14, 4, ink.straw)) +
    disc(846, 602, 5, ink.cream) +
    gouges(rows(random, { x: 760, y: 560, width: 460, height: 20 }, 9, 90), ink.cream, 4) +
    rect(196, 210, 22, 210, ink.night) +
    rect(150, 190, 114, 26, ink.night, 4) +
    rect(176, 300, 62, 60, ink.vermilion)
  )
}
