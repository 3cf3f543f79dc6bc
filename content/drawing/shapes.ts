/**
 * Small vocabulary of SVG shapes, as strings. Coordinates are pixels of the finished picture, angles are radians,
 * `d` is the data of an SVG path.
 */

export type Random = () => number
export type Point = readonly [number, number]

/** A seeded generator of numbers in [0, 1) (mulberry32): the same picture is drawn every time. */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A number between two bounds. */
export const between = (random: Random, low: number, high: number) => low + random() * (high - low)

/** `count` drawings one after the other. */
export const times = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

const round = (value: number) => Math.round(value * 10) / 10
const pair = ([x, y]: Point) => `${round(x)} ${round(y)}`

/** Closed path with straight sides. */
export const polygon = (...points: Point[]) => `M${points.map(pair).join('L')}Z`

/** Path that passes softly through the points (Catmull-Rom), open or closed. */
export function curve(points: Point[], closed = false): string {
  const count = points.length
  const at = (index: number): Point => {
    const wrapped = closed ? (index + count) % count : Math.min(Math.max(index, 0), count - 1)
    return points[wrapped] ?? [0, 0]
  }
  const pieces = Array.from({ length: closed ? count : count - 1 }, (_, index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    return `C${pair(first)} ${pair(second)} ${pair(to)}`
  })
  return `M${pair(at(0))}${pieces.join('')}${closed ? 'Z' : ''}`
}

/** The points and their mirror images about the vertical line at `x`: half an outline makes a whole one. */
export const mirrored = (x: number, half: Point[]): Point[] => [
  ...half,
  ...half.toReversed().map(([px, py]): Point => [2 * x - px, py]),
]

/** Filled path; holes are the parts covered twice (even-odd). */
export const fill = (d: string, colour: string, opacity = 1) =>
  `<path d="${d}" fill="${colour}" fill-rule="evenodd"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`
/** Path drawn as a line of `width` pixels, ends rounded. */
export const stroke = (d: string, colour: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
/** Straight line between two points. */
export const line = (from: Point, to: Point, colour: string, width: number) =>
  stroke(`M${pair(from)}L${pair(to)}`, colour, width)
/** Filled circle. */
export const disc = (x: number, y: number, radius: number, colour: string) =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="${colour}"/>`
/** Circle drawn as a line. */
export const ring = (x: number, y: number, radius: number, colour: string, width: number) =>
  `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="none" stroke="${colour}" stroke-width="${width}"/>`
/** Filled ellipse. */
export const oval = (x: number, y: number, rx: number, ry: number, colour: string) =>
  `<ellipse cx="${round(x)}" cy="${round(y)}" rx="${round(rx)}" ry="${round(ry)}" fill="${colour}"/>`
/** Filled rectangle from its top left corner, corners rounded by `radius`. */
export const rect = (x: number, y: number, width: number, height: number, colour: string, radius = 0) =>
  `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="${radius}" fill="${colour}"/>`

/** Drawings moved by an SVG `transform`. */
export const moved = (transform: string, ...content: string[]) =>
  `<g transform="${transform}">${content.join('')}</g>`

/** Drawings seen only through a path. The id is a hash (FNV-1a) of the path, so that it needs no counter. */
export function within(d: string, ...content: string[]): string {
  let hash = 0x811c9dc5
  for (const character of d) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
  const id = `c${hash.toString(36)}`
  return `<clipPath id="${id}"><path d="${d}" clip-rule="evenodd"/></clipPath><g clip-path="url(#${id})">${content.join('')}</g>`
}

/** Closed silhouette of hills: its crest wanders around `y` by `height`, its foot is at `bottom`. */
export function ridge(random: Random, width: number, y: number, height: number, bottom: number): string {
  const step = width / 7
  const crest = Array.from(
    { length: 10 },
    (_, index): Point => [(index - 1) * step, y + between(random, -height, height)],
  )
  return `${curve(crest)}L${round(width + step)} ${bottom}L${round(-step)} ${bottom}Z`
}
