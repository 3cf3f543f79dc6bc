import { asJson, type Database } from '../db.ts'
import { servers } from '../env.ts'
import { publishReceipt, type Receipt } from '../freshness/receipt.ts'
import { addressesOf } from './addresses.ts'
import { answerAt } from './answer-at.ts'

/** Addresses read back after a change: the pages first, then as many pages of the lists as fit. */
const MOST_ADDRESSES = 100
const RECEIPTS_KEPT = 500
const RECEIPTS_SHOWN = 50

/** Reads back what a change touched, from every server, and keeps the receipt. */
export async function writeReceipt(client: Database, tags: readonly string[]): Promise<Receipt> {
  const paths: string[] = []
  for await (const path of addressesOf(client, tags)) {
    if (paths.length >= MOST_ADDRESSES) break
    paths.push(path)
  }
  const receipt = await publishReceipt({ paths, servers, answerAt })
  const { id } = await client.receipt.create({
    data: { ...receipt, late: asJson(JSON.stringify(receipt.late)) },
    select: { id: true },
  })
  await client.receipt.deleteMany({ where: { id: { lte: id - RECEIPTS_KEPT } } })
  return receipt
}

/** The newest receipts of the log, the last one first. */
export const readReceipts = (client: Database) =>
  client.receipt.findMany({ orderBy: { id: 'desc' }, take: RECEIPTS_SHOWN })
