/**
 * How many letters must be put, taken or changed to make one word of another (Levenshtein); `most + 1` as soon as it
 * is more than `most`.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let above = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1] ? 0 : 1
      line[column] = Math.min(
        (above[column] ?? most) + 1,
        (line[column - 1] ?? most) + 1,
        (above[column - 1] ?? most) + same,
      )
    }
    if (Math.min(...line) > most) return most + 1
    above = line
  }
  return above[other.length] ?? most + 1
}
