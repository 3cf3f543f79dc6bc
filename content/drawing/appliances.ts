import { gouges, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { curve, disc, fill, line, moved, polygon, rect, ring, seeded, stroke, times } from './shapes.ts'

/** Appliances to repair: each stands on y = 0, centred on x = 0, and is 200 to 400 pixels high. */
export const radio = () =>
  line([90, -250], [190, -420], ink.mist, 7) +
  rect(-230, -270, 460, 262, ink.ember, 36) +
  rect(-206, -246, 412, 214, ink.clay, 22) +
  times(9, (index) => rect(-180, -222 + index * 20, 190, 9, ink.night, 4)) +
  disc(110, -150, 72, ink.cream) +
  ring(110, -150, 56, ink.sea, 5) +
  line([110, -150], [146, -190], ink.vermilion, 7) +
  times(3, (index) => disc(60 + index * 50, -52, 15, ink.straw)) +
  rect(-190, -10, 60, 14, ink.night) +
  rect(130, -10, 60, 14, ink.night)

export const minerLamp = () =>
  stroke('M-60 -330Q0 -460 60 -330', ink.mist, 10) +
  fill(polygon([-70, -330], [70, -330], [92, -290], [-92, -290]), ink.night) +
  rect(-74, -292, 148, 170, ink.straw) +
  fill(
    curve(
      [
        [0, -260],
        [30, -200],
        [20, -152],
        [-20, -152],
        [-30, -200],
      ],
      true,
    ),
    ink.vermilion,
  ) +
  fill(
    curve(
      [
        [0, -220],
        [12, -180],
        [0, -152],
        [-12, -180],
      ],
      true,
    ),
    ink.cream,
  ) +
  times(4, (index) => rect(-80 + index * 50, -292, 9, 172, ink.night)) +
  rect(-92, -126, 184, 36, ink.vermilion, 6) +
  fill(polygon([-80, -92], [80, -92], [104, 0], [-104, 0]), ink.night) +
  rect(-70, -58, 140, 12, ink.lake)

export const sewingMachine = () =>
  rect(-250, -44, 500, 44, ink.clay, 6) +
  rect(-230, -62, 460, 24, ink.night, 8) +
  fill(
    curve(
      [
        [120, -60],
        [130, -220],
        [60, -262],
        [-150, -250],
        [-196, -230],
        [-196, -150],
        [-150, -150],
        [-140, -196],
        [40, -200],
        [60, -150],
        [52, -60],
      ],
      true,
    ),
    ink.night,
  ) +
  rect(-182, -160, 22, 70, ink.mist) +
  line([-171, -92], [-171, -52], ink.mist, 5) +
  disc(170, -200, 66, ink.vermilion) +
  disc(170, -200, 40, ink.night) +
  times(5, (index) => moved(`rotate(${index * 72} 170 -200)`, rect(166, -250, 8, 50, ink.vermilion))) +
  gouges(rows(seeded(3), { x: -120, y: -246, width: 210, height: 36 }, 13, 50), ink.ochre, 5) +
  rect(-12, -330, 38, 62, ink.ochre, 6) +
  stroke(
    curve([
      [6, -320],
      [-90, -300],
      [-171, -160],
    ]),
    ink.ochre,
    3,
  )

export const toaster = () =>
  rect(-110, -150, 220, 150, ink.mist, 34) +
  rect(-84, -196, 70, 90, ink.ochre, 18) +
  rect(16, -196, 70, 90, ink.ochre, 18) +
  rect(-110, -128, 220, 120, ink.mist, 26) +
  gouges(rows(seeded(4), { x: -90, y: -110, width: 170, height: 80 }, 17, 44), ink.sage, 5) +
  rect(104, -92, 34, 18, ink.night, 6)

export const pot = () =>
  stroke('M110 -130Q190 -120 150 -40', ink.night, 16) +
  rect(-110, -160, 220, 160, ink.vermilion, 24) +
  rect(-120, -176, 240, 26, ink.night, 12) +
  disc(0, -190, 16, ink.night) +
  times(3, (index) =>
    stroke(
      curve([
        [-50 + index * 50, -220],
        [-66 + index * 50, -260],
        [-40 + index * 50, -300],
        [-56 + index * 50, -340],
      ]),
      ink.cream,
      7,
    ),
  )
