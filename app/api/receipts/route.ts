import { readReceipts } from '../../../lib/articles/receipts.ts'
import { database } from '../../../lib/db.ts'
import { answer, refusalOf } from '../authorize.ts'

/** The newest receipts, the last one first: what became of each publication on every server. */
export async function GET(incoming: Request): Promise<Response> {
  const refusal = refusalOf(incoming)
  if (refusal) return refusal
  return answer(200, { receipts: await readReceipts(await database()) })
}
