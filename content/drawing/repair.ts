import { minerLamp, pot, radio, sewingMachine, toaster } from './appliances.ts'
import { gouges, rays, rows } from './gouges.ts'
import { ink } from './inks.ts'
import { onlooker } from './people.ts'
import { sky } from './scenery.ts'
import { curve, disc, fill, line, moved, polygon, rect, seeded, times } from './shapes.ts'

/** The long table of the café under its lamps. */
export function repairTable(): string {
  const random = seeded(35)
  const lamp = (x: number) =>
    fill(polygon([x - 110, 190], [x + 110, 190], [x + 330, 760], [x - 330, 760]), ink.straw) +
    line([x, -40], [x, 110], ink.night, 7) +
    fill(
      curve(
        [
          [x - 120, 192],
          [x - 90, 120],
          [x, 92],
          [x + 90, 120],
          [x + 120, 192],
        ],
        true,
      ),
      ink.vermilion,
    ) +
    rect(x - 122, 182, 244, 18, ink.night, 8) +
    gouges(rays(random, [x, 206], 20, 90, 24), ink.cream, 6)
  const top = polygon([-40, 742], [1640, 742], [1640, 812], [-40, 812])
  return (
    sky(1600, 1000, ink.sea) +
    gouges(rows(random, { x: -30, y: -30, width: 1660, height: 800 }, 30, 110, 1.57), ink.lake, 5) +
    lamp(290) +
    lamp(800) +
    lamp(1310) +
    disc(545, 300, 84, ink.night) +
    disc(545, 300, 70, ink.cream) +
    line([545, 300], [545, 250], ink.night, 8) +
    line([545, 300], [580, 316], ink.night, 8) +
    times(5, (index) =>
      onlooker(
        [300, 520, 800, 1110, 1330][index] ?? 0,
        640 - (index % 2) * 30,
        1.45,
        index % 2 ? ink.lake : ink.clay,
      ),
    ) +
    rect(-40, 812, 1680, 230, ink.night) +
    fill(top, ink.cream) +
    gouges(rows(random, { x: -30, y: 746, width: 1660, height: 62 }, 13, 150), ink.clay, 3) +
    times(8, (index) => rect(70 + index * 210, 812, 26, 220, ink.ember)) +
    moved('translate(190 760) scale(0.78)', radio()) +
    moved('translate(500 764) scale(0.86)', toaster()) +
    moved('translate(820 766) scale(0.82)', sewingMachine()) +
    moved('translate(1180 762) scale(0.72)', minerLamp()) +
    moved('translate(1420 766) scale(0.86)', pot()) +
    moved(
      'translate(480 786) rotate(-12)',
      rect(-70, -8, 60, 16, ink.vermilion, 8),
      rect(-14, -4, 90, 8, ink.night),
    ) +
    moved('translate(740 792) rotate(8)', rect(-60, -8, 56, 16, ink.ochre, 8), rect(-8, -4, 80, 8, ink.night))
  )
}

/** One appliance on its own, in a halo, for the gallery. */
const plate = (ground: string, halo: string, appliance: string, seed: number) =>
  sky(900, 900, ground) +
  gouges(rays(seeded(seed), [450, 470], 300, 640, 80), halo, 9) +
  disc(450, 470, 300, halo) +
  rect(-40, 730, 980, 220, ink.night) +
  gouges(rows(seeded(seed), { x: -30, y: 740, width: 960, height: 150 }, 20, 120), ink.sea, 5) +
  moved('translate(450 734) scale(1.22)', appliance)

/** The three pictures of the gallery. */
export const radioPlate = () => plate(ink.sage, ink.cream, radio(), 51)

export const minerLampPlate = () => plate(ink.sea, ink.ochre, minerLamp(), 52)

export const sewingMachinePlate = () => plate(ink.straw, ink.cream, sewingMachine(), 53)
