/** Searches that one reader may make at once, and how many more a second. */
const BURST = 30
const PER_SECOND = 2
/** Addresses remembered: the eldest are forgotten first, and begin with a full allowance again. */
const MAX_ADDRESSES = 20_000

type Allowance = { left: number; at: number }

const allowances = new Map<string, Allowance>()

/** Takes one search from the allowance of an address; false when none is left. Each node counts for itself. */
export function mayAsk(address: string, now: number): boolean {
  const known = allowances.get(address) ?? { left: BURST, at: now }
  const left = Math.min(BURST, known.left + ((now - known.at) / 1000) * PER_SECOND)
  allowances.delete(address)
  const [eldest] = allowances.keys()
  if (allowances.size >= MAX_ADDRESSES && eldest !== undefined) allowances.delete(eldest)
  allowances.set(address, { left: left >= 1 ? left - 1 : left, at: now })
  return left >= 1
}
