import { Prisma } from '../../generated/prisma/client.ts'
import type { Alternatives, Hit, IndexQuery } from './engine.ts'
import { UNITS } from './units.ts'

/** What answers, by SQLite: weighed by `bm25`, but for words so common that this would cost more than it says. */

const phrase = (stems: readonly string[]): string => `"${stems.join(' ')}"`
const oneOf = (alternatives: Alternatives): string => `(${alternatives.map(phrase).join(' OR ')})`

/** A query as FTS5 reads it. Stems hold letters and digits only: nothing that a reader typed can be taken for syntax. */
export const matchOf = ({ all }: IndexQuery): string => all.map(oneOf).join(' AND ')

/** Title, summary, heading, body, context. */
const WEIGHTS = Prisma.raw('10.0, 5.0, 4.0, 1.0, 2.0')
const ARTICLE = Prisma.raw(`rowid / ${UNITS}`)
/** Units whose score is worked out: the newest, and the newest that hold all words in what stands out. */
const CANDIDATES = 1000
/**
 * Units past which a word is common. `bm25` counts every unit that holds a word before it weighs the first, and a common
 * word weighs next to nothing: where it stands is told by the tiers instead.
 */
const COMMON = 30_000
const HEAD = '{title summary heading}'

function without(none: readonly Alternatives[]): Prisma.Sql {
  if (none.length === 0) return Prisma.empty
  const match = none.map(oneOf).join(' OR ')
  return Prisma.sql`AND ${ARTICLE} NOT IN (SELECT ${ARTICLE} FROM search_index WHERE search_index MATCH ${match})`
}

type Row = { id: bigint | number; score: number }

/** The newest units that hold it. */
const newest = (match: string, rest: Prisma.Sql, limit: number): Prisma.Sql =>
  Prisma.sql`SELECT rowid AS id FROM search_index WHERE search_index MATCH ${match} ${rest}
    ORDER BY rowid DESC LIMIT ${Math.ceil(limit)}`

/** By what their rare words weigh. `+`: else FTS5 would be asked for each unit by itself. */
function weighed(
  transaction: Prisma.TransactionClient,
  query: IndexQuery,
  rare: IndexQuery['all'],
  rest: Prisma.Sql,
  limit: number,
) {
  const words = matchOf({ ...query, all: rare })
  const match = matchOf(query)
  const heads = newest(`${HEAD} : (${match})`, rest, CANDIDATES)
  return transaction.$queryRaw<Row[]>`
    SELECT rowid AS id, -bm25(search_index, ${WEIGHTS}) AS score FROM search_index
    WHERE search_index MATCH ${words} AND +rowid IN (
      SELECT id FROM (${newest(match, rest, CANDIDATES)}) UNION SELECT id FROM (${heads}))
    ORDER BY score DESC LIMIT ${limit}`
}

/** The words as they were typed, some words apart at most. */
const near = ({ all }: IndexQuery): string => `NEAR(${all.map(([typed = []]) => phrase(typed)).join(' ')}, 5)`

/** By where common words stand: all in the title, in what stands out, near each other, anywhere; the newest of each. */
function tiered(transaction: Prisma.TransactionClient, query: IndexQuery, rest: Prisma.Sql, limit: number) {
  const match = matchOf(query)
  const tiers = [
    { score: 8, match: `title : (${match})`, limit: limit / 4 },
    { score: 4, match: `${HEAD} : (${match})`, limit: limit / 2 },
    ...(query.all.length < 2 ? [] : [{ score: 2, match: near(query), limit: limit / 2 }]),
    { score: 1, match, limit },
  ]
  const parts = tiers.map(
    (tier) => Prisma.sql`SELECT id, ${tier.score} AS score FROM (${newest(tier.match, rest, tier.limit)})`,
  )
  return transaction.$queryRaw<
    Row[]
  >`SELECT id, CAST(max(score) AS REAL) AS score FROM (${Prisma.join(parts, ' UNION ALL ')})
    GROUP BY id ORDER BY score DESC, id DESC LIMIT ${limit}`
}

/** How many units hold it, counted up to `most`. */
export async function countUpTo(
  transaction: Prisma.TransactionClient,
  match: string,
  most: number,
): Promise<number> {
  const [row] = await transaction.$queryRaw<{ total: bigint | number }[]>`SELECT count(*) AS total FROM (
    SELECT 1 FROM search_index WHERE search_index MATCH ${match} LIMIT ${most})`
  return Number(row?.total ?? 0)
}

/** The clauses that few enough units hold to be weighed. */
async function rareOf(transaction: Prisma.TransactionClient, all: IndexQuery['all']) {
  const rare = []
  for (const clause of all)
    if ((await countUpTo(transaction, oneOf(clause), COMMON)) < COMMON) rare.push(clause)
  return rare
}

/** The units that answer, best first. Its filter names an article `articleId`. */
export async function findUnits(
  transaction: Prisma.TransactionClient,
  query: IndexQuery,
  within: Prisma.Sql | null,
  limit: number,
): Promise<Hit[]> {
  const filter = within ? Prisma.sql`AND ${ARTICLE} IN (${within})` : Prisma.empty
  const rest = Prisma.sql`${without(query.none)} ${filter}`
  const rare = await rareOf(transaction, query.all)
  const rows = await (rare.length === 0
    ? tiered(transaction, query, rest, limit)
    : weighed(transaction, query, rare, rest, limit))
  return rows.map(({ id, score }) => ({ id: Number(id), score }))
}
