/** A flat array as PHP's `serialize` writes it; strings count in bytes. */
export function phpArray(values: Record<string, string | number>): string {
  const text = (value: string) => `s:${Buffer.byteLength(value)}:"${value}";`
  const entries = Object.entries(values).map(
    ([key, value]) => `${text(key)}${typeof value === 'number' ? `i:${value};` : text(value)}`,
  )
  return `a:${entries.length}:{${entries.join('')}}`
}
