import { gouges, rays, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { bust, mass, type Person } from './people.ts'
import { sky } from './scenery.ts'
import { disc, line, mirrored, moved, type Point, rect, ring, seeded } from './shapes.ts'

/** The faces of those who sign the magazine, and of two whom it meets: one frame, hair and things of their own. */

const short: Point[] = mirrored(0, [
  [0, -286],
  [120, -262],
  [190, -150],
  [178, -40],
  [150, -110],
  [90, -170],
  [0, -182],
])

const long: Point[] = mirrored(0, [
  [0, -300],
  [150, -262],
  [214, -110],
  [226, 120],
  [236, 330],
  [168, 330],
  [172, 60],
  [150, -80],
  [80, -160],
  [0, -186],
])

const bun: Point[] = mirrored(0, [
  [0, -292],
  [130, -256],
  [192, -120],
  [176, 0],
  [160, -80],
  [96, -158],
  [0, -176],
])

const curls: Point[] = mirrored(0, [
  [0, -340],
  [110, -330],
  [180, -280],
  [246, -200],
  [250, -90],
  [236, 40],
  [184, 90],
  [170, -40],
  [130, -140],
  [0, -176],
])

const bald: Point[] = mirrored(0, [
  [0, -236],
  [70, -230],
  [60, -216],
  [0, -222],
])

const beardShape: Point[] = mirrored(0, [
  [0, 268],
  [80, 244],
  [150, 130],
  [164, 10],
  [120, 62],
  [70, 100],
  [0, 92],
])

type Look = {
  ground: string
  light: string
  hair: Point[]
  person: Person
  shine: string
  beard?: boolean
  glasses?: boolean
  bunOf?: string
}

const glasses = (colour: string) =>
  ring(-72, -36, 56, colour, 11) + ring(72, -36, 56, colour, 11) + line([-18, -44], [18, -44], colour, 11)

function portrait(
  { ground, light, hair, person, shine, beard, glasses: wears, bunOf }: Look,
  seed: number,
): string {
  return (
    sky(960, 1200, ground) +
    gouges(rays(seeded(seed), [480, 520], 330, 900, 120), light, 8) +
    rect(-40, 1010, 1040, 240, light) +
    gouges(rows(seeded(seed + 1), { x: -20, y: 1016, width: 1000, height: 180 }, 26, 120), ground, 6) +
    moved(
      'translate(480 560)',
      bunOf ? disc(0, -306, 92, bunOf) : '',
      bust(person),
      mass(hair, person.hair, shine),
      beard ? mass(beardShape, person.hair, shine) : '',
      beard ? rect(-52, 126, 104, 16, ink.vermilion, 8) : '',
      wears ? glasses(ink.night) : '',
    )
  )
}

const skin = {
  light: { skin: ink.cream, shade: ink.clay },
  warm: { skin: ink.straw, shade: ink.clay },
  dark: { skin: ink.clay, shade: ink.ember },
}

export const maelle = () =>
  portrait(
    {
      ground: ink.sea,
      light: ink.lake,
      hair: long,
      shine: ink.ochre,
      glasses: true,
      person: { ...skin.light, hair: ink.clay, cloth: ink.vermilion, seam: ink.ember },
    },
    21,
  )
export const hugo = () =>
  portrait(
    {
      ground: ink.ochre,
      light: ink.straw,
      hair: short,
      shine: ink.lake,
      beard: true,
      person: { ...skin.light, hair: ink.night, cloth: ink.sea, seam: ink.lake },
    },
    22,
  )
export const noemie = () =>
  portrait(
    {
      ground: ink.ember,
      light: ink.vermilion,
      hair: curls,
      shine: ink.lake,
      person: { ...skin.dark, hair: ink.night, cloth: ink.straw, seam: ink.ochre },
    },
    23,
  )
export const basile = () =>
  portrait(
    {
      ground: ink.sage,
      light: ink.mist,
      hair: short,
      shine: ink.clay,
      glasses: true,
      person: { ...skin.warm, hair: ink.ember, cloth: ink.night, seam: ink.lake },
    },
    24,
  )
export const theodore = () =>
  portrait(
    {
      ground: ink.lake,
      light: ink.sage,
      hair: bald,
      shine: ink.cream,
      beard: true,
      glasses: true,
      person: { ...skin.warm, hair: ink.mist, cloth: ink.ember, seam: ink.clay },
    },
    25,
  )
export const ines = () =>
  portrait(
    {
      ground: ink.straw,
      light: ink.cream,
      hair: bun,
      bunOf: ink.night,
      shine: ink.sea,
      person: { ...skin.warm, hair: ink.night, cloth: ink.lake, seam: ink.sage },
    },
    26,
  )
export const tuner = () =>
  portrait(
    {
      ground: ink.night,
      light: ink.sea,
      hair: bun,
      bunOf: ink.ember,
      shine: ink.vermilion,
      person: { ...skin.dark, hair: ink.ember, cloth: ink.ochre, seam: ink.straw },
    },
    27,
  )
export const clockmaker = () =>
  portrait(
    {
      ground: ink.vermilion,
      light: ink.ember,
      hair: bald,
      shine: ink.cream,
      beard: true,
      person: { ...skin.light, hair: ink.mist, cloth: ink.night, seam: ink.sea },
    },
    28,
  )
