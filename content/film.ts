import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { gouges, rays } from './drawing/gouges.ts'
import { ink } from './drawing/inks.ts'
import {
  disc,
  fill,
  line,
  moved,
  polygon,
  rect,
  ring,
  seeded,
  stroke,
  times,
  within,
} from './drawing/shapes.ts'

/**
 * Makes the film and the sound of the demo magazine (`node content/film.ts`; needs ffmpeg): cut papers moved eight times
 * a second, in four chapters of eight seconds, and a string before and after it is tuned.
 */
const [WIDTH, HEIGHT, RATE, CHAPTER] = [960, 540, 8, 8]
const folder = join(import.meta.dirname, 'uploads/wp-content/uploads/2026/11')

/** From 0 to 1 and slower at both ends. */
const ease = (part: number) => part * part * (3 - 2 * part)

const hills = (y: number, colour: string) =>
  fill(`M-20 ${y + 60}Q200 ${y - 50} 420 ${y + 20}T980 ${y}L980 560L-20 560Z`, colour)

const image = (part: number) =>
  rect(240, 90, 480, 360, ink.cream) +
  disc(560, 210, 54 * Math.min(1, part * 3), ink.vermilion) +
  (part > 0.3
    ? stroke(`M260 380Q400 ${400 - 60 * part} 520 350T700 340`, ink.night, 8).replace(
        '/>',
        ` stroke-dasharray="${900 * part} 900"/>`,
      )
    : '') +
  (part > 0.6 ? gouges(rays(seeded(4), [560, 210], 64, 130, Math.round(46 * part)), ink.ochre, 5) : '')

function sketch(part: number): string {
  const x = 300 + 380 * ((part * 3) % 1)
  return (
    rect(0, 0, WIDTH, HEIGHT, ink.sea) +
    image(ease(part)) +
    moved(
      `translate(${x} ${250 + 60 * Math.sin(part * 30)}) rotate(32)`,
      rect(-12, -190, 24, 190, ink.ochre),
      fill(polygon([-12, 0], [12, 0], [0, 34]), ink.night),
    )
  )
}

function carve(part: number): string {
  const cut = Math.round(26 * part)
  return (
    rect(0, 0, WIDTH, HEIGHT, ink.ember) +
    rect(200, 70, 560, 400, ink.night) +
    times(cut, (index) =>
      stroke(`M${230 + (index % 13) * 40} ${130 + Math.floor(index / 13) * 160}q20 40 -6 110`, ink.straw, 9),
    ) +
    moved(
      `translate(${230 + (cut % 13) * 40} ${200 + Math.floor(cut / 13) * 120}) rotate(-38)`,
      rect(-14, -210, 28, 150, ink.clay, 12),
      fill(polygon([-9, -64], [9, -64], [0, 0]), ink.mist),
    ) +
    times(cut, (index) => ring(820 - (index % 4) * 26, 500 - index * 5, 12, ink.straw, 5))
  )
}

function inkUp(part: number): string {
  const y = 90 + 340 * Math.abs(((part * 4) % 2) - 1)
  return (
    rect(0, 0, WIDTH, HEIGHT, ink.ochre) +
    rect(220, 70, 520, 400, ink.night) +
    rect(220, 70, 520, 400 * ease(part), ink.vermilion) +
    rect(190, y - 34, 580, 68, ink.ember, 34) +
    line([770, y], [860, y - 70], ink.night, 18)
  )
}

function pull(part: number): string {
  const lift = 380 * ease(Math.max(0, part * 1.4 - 0.4))
  return (
    rect(0, 0, WIDTH, HEIGHT, ink.lake) +
    rect(220, 330, 520, 160, ink.night) +
    moved(
      `translate(0 ${300 - lift})`,
      rect(220, 40, 520, 400, ink.cream),
      within(polygon([220, 40], [740, 40], [740, 440], [220, 440]), hills(300, ink.sea)),
      disc(580, 190, 60, ink.vermilion),
      gouges(rays(seeded(7), [580, 190], 70, 150, 48), ink.vermilion, 5),
    ) +
    rect(0, 480, WIDTH, 60, ink.ember)
  )
}

const scenes = [sketch, carve, inkUp, pull]
const frames = mkdtempSync(join(tmpdir(), 'copeaux-'))
mkdirSync(folder, { recursive: true })
for (let frame = 0; frame < scenes.length * CHAPTER * RATE; frame += 1) {
  const scene = scenes[Math.floor(frame / (CHAPTER * RATE))] ?? sketch
  const drawn = scene((frame % (CHAPTER * RATE)) / (CHAPTER * RATE))
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${drawn}</svg>`
  writeFileSync(
    join(frames, `${String(frame).padStart(4, '0')}.png`),
    await sharp(Buffer.from(svg)).png().toBuffer(),
  )
}

const ffmpeg = (...args: string[]) => execFileSync('ffmpeg', ['-loglevel', 'error', '-y', ...args])
const film = ['-framerate', String(RATE), '-i', join(frames, '%04d.png')]
ffmpeg(
  ...film,
  '-c:v',
  'libvpx-vp9',
  '-crf',
  '40',
  '-b:v',
  '0',
  '-pix_fmt',
  'yuv420p',
  join(folder, 'graver-une-page.webm'),
)
ffmpeg(
  ...film,
  '-c:v',
  'libx264',
  '-crf',
  '30',
  '-pix_fmt',
  'yuv420p',
  '-movflags',
  '+faststart',
  join(folder, 'graver-une-page.mp4'),
)
/** One string struck every two seconds, its second one less and less out of tune. */
const string = (pitch: string) =>
  `exp(-1.6*mod(t\\,2))*(sin(2*PI*${pitch}*t)+0.5*sin(4*PI*${pitch}*t)+0.2*sin(6*PI*${pitch}*t))`
const sound = `aevalsrc='0.22*(${string('220')}+${string('(220+4*(1-floor(t/2)/7))')})':d=16:s=44100`
ffmpeg('-f', 'lavfi', '-i', sound, '-b:a', '64k', join(folder, 'unisson.mp3'))
rmSync(frames, { recursive: true })
