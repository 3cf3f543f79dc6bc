/** Runs `work` on each item, at most `limit` at a time. The first failure stops the taking of items and is thrown. */
export async function eachAtOnce<T>(
  items: AsyncIterable<T> | Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>()
  const failures: unknown[] = []
  for await (const item of items) {
    if (failures.length > 0) break
    const task = work(item)
      .catch((error: unknown) => {
        failures.push(error)
      })
      .finally(() => underWay.delete(task))
    underWay.add(task)
    if (underWay.size >= limit) await Promise.race(underWay)
  }
  await Promise.all(underWay)
  if (failures.length > 0) throw failures[0]
}
