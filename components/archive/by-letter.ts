const french = new Intl.Collator('fr', { sensitivity: 'base', numeric: true })

/** The letter under which a name stands in an index: without its accent; `#` for figures and signs. */
function letterOf(name: string): string {
  const [letter = ''] = name.normalize('NFD').replace(/^[^\p{L}\p{N}]+/u, '')
  return /\p{L}/u.test(letter) ? letter.toUpperCase() : '#'
}

/** Things in the order of a French index, grouped by the letter of their `key`. */
export function byLetter<T>(things: readonly T[], key: (thing: T) => string): [string, T[]][] {
  const sorted = things.toSorted((a, b) => french.compare(key(a), key(b)))
  return [...Map.groupBy(sorted, (thing) => letterOf(key(thing)))].toSorted(([a], [b]) =>
    french.compare(a, b),
  )
}
