import { between, type Point, type Random } from './shapes.ts'

/**
 * Marks of a gouge in lino: short strokes, thick in the middle and pointed at both ends. A function lays the
 * strokes out (`rows`, `rays`, `rings`), `gouges` draws them as one path.
 */
export type Stroke = { x: number; y: number; angle: number; length: number }

export type Box = { x: number; y: number; width: number; height: number }

/** Lines of strokes at an angle, over a box. */
export function rows(random: Random, box: Box, gap: number, length: number, angle = 0): Stroke[] {
  const reach = Math.hypot(box.width, box.height) / 2
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [cx, cy] = [box.x + box.width / 2, box.y + box.height / 2]
  const strokes: Stroke[] = []
  for (let across = -reach; across < reach; across += gap) {
    for (let along = -reach + random() * length; along < reach; along += length * between(random, 0.9, 1.5)) {
      const shifted = across + between(random, -gap, gap) * 0.2
      const [x, y] = [cx + along * cos - shifted * sin, cy + along * sin + shifted * cos]
      const inside = x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
      if (inside) strokes.push({ x, y, angle, length: length * between(random, 0.5, 1) })
    }
  }
  return strokes
}

/** Strokes that leave a centre, like light. */
export function rays(random: Random, [cx, cy]: Point, from: number, to: number, count: number): Stroke[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = ((index + between(random, -0.25, 0.25)) / count) * Math.PI * 2
    const [start, end] = [from + (to - from) * random() * 0.35, to - (to - from) * random() * 0.45]
    const middle = (start + end) / 2
    return { x: cx + middle * Math.cos(angle), y: cy + middle * Math.sin(angle), angle, length: end - start }
  })
}

/** Strokes that turn around a centre, like the rings of a tree. */
export function rings(
  random: Random,
  [cx, cy]: Point,
  from: number,
  to: number,
  gap: number,
  length: number,
): Stroke[] {
  const strokes: Stroke[] = []
  for (let radius = from; radius < to; radius += gap) {
    for (let turn = random(); turn < Math.PI * 2; turn += (length / radius) * between(random, 1.05, 1.7)) {
      const away = radius + between(random, -gap, gap) * 0.15
      strokes.push({
        x: cx + away * Math.cos(turn),
        y: cy + away * Math.sin(turn),
        angle: turn + Math.PI / 2,
        length: Math.min(length, radius * 0.9) * between(random, 0.6, 1),
      })
    }
  }
  return strokes
}

/** Draws strokes; `weight` is their thickness in the middle, in pixels, fixed or read from the place. */
export function gouges(
  strokes: Stroke[],
  colour: string,
  weight: number | ((stroke: Stroke) => number),
): string {
  const d = strokes
    .map((stroke) => lens(stroke, typeof weight === 'number' ? weight : weight(stroke)))
    .join('')
  return `<path d="${d}" fill="${colour}"/>`
}

function lens({ x, y, angle, length }: Stroke, weight: number): string {
  if (weight < 0.4) return ''
  const [ux, uy] = [Math.cos(angle), Math.sin(angle)]
  const half = length / 2
  const place = (along: number, across: number) =>
    `${(x + along * ux - across * uy).toFixed(1)} ${(y + along * uy + across * ux).toFixed(1)}`
  return `M${place(-half, 0)}Q${place(half * 0.2, weight)} ${place(half, 0)}Q${place(half * 0.2, -weight)} ${place(-half, 0)}Z`
}
