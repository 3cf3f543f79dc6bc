import { Prisma } from '../../generated/prisma/client.ts'
import { countOfTerm } from '../articles/queries.ts'
import { readRole, toTermLink } from '../articles/reshape.ts'
import type { Role } from '../document/types.ts'
import { personPath } from '../routes.ts'
import { personLabels, termLabels } from '../site.ts'
import type { FacetRow } from './facets.ts'
import { doneSql, idList, namedSql } from './filters.ts'
import { readQuery } from './query.ts'
import { stemsIn } from './stems.ts'
import type { NamedPage } from './types.ts'
import { foldedWords } from './words.ts'

/** Pages that a query names: of somebody, a series, a section, a tag. They stand above the answers. */

const MOST = 3

/** Chosen among what the answers have in common, which the facets have read: no name is looked up for the rest. */
type Wanted = { words: ReadonlySet<string>; stems: readonly string[] }

function wantedBy(text: string): Wanted {
  const asked = readQuery(text)
    .wanted.flatMap(({ words }) => words)
    .join(' ')
  return { words: new Set(foldedWords(asked)), stems: [...new Set(stemsIn(asked))].sort() }
}

/** The whole name and other words, or words of the name: a first name alone names nobody. */
function isPersonNamed({ name, slug }: FacetRow, { words }: Wanted): boolean {
  if (![...words].some((word) => slug.includes(word))) return false
  const own = foldedWords(name)
  if (own.length > 1 && own.every((word) => words.has(word))) return true
  return words.has(own.at(-1) ?? '') && [...words].every((word) => own.includes(word))
}

const isTermNamed = ({ name }: FacetRow, { stems }: Wanted): boolean =>
  [...new Set(stemsIn(name))].sort().join(' ') === stems.join(' ')

type Counted = { id: number | bigint; total: number | bigint }
type Done = Counted & { role: string | null; kind: string | null }

/** The title of an interview names who answers. */
const roleOf = ({ role, kind }: Done): Role[] =>
  role === null || (role === 'title' && kind !== 'interview')
    ? []
    : [role === 'title' ? 'interviewee' : readRole(role)]

/** What each of these people does, most frequent first, and how many pieces their page has. */
async function readPeople(database: Prisma.TransactionClient, ids: readonly number[], now: Date) {
  const shown = Prisma.sql`JOIN "Article" article ON article.id = named."articleId"
    WHERE named."personId" IN (${idList(ids)}) AND article.status = 'published' AND article.type = 'article'
    AND article."publishedAt" <= ${now}`
  const totals = await database.$queryRaw<Counted[]>`
    SELECT named."personId" AS id, count(DISTINCT named."articleId") AS total
    FROM (${namedSql}) named ${shown} GROUP BY named."personId"`
  const done = await database.$queryRaw<Done[]>`
    SELECT named."personId" AS id, named.role, article.kind, count(*) AS total
    FROM (${doneSql}) named ${shown} GROUP BY named."personId", named.role, article.kind`
  done.sort((a, b) => Number(b.total) - Number(a.total))
  const kinds = await database.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, kind: true },
  })
  return kinds.map(({ id, kind }) => ({
    id,
    kind,
    count: Number(totals.find((row) => Number(row.id) === id)?.total ?? 0),
    roles: [...new Set(done.filter((row) => Number(row.id) === id).flatMap(roleOf))],
  }))
}

async function peopleNamed(
  database: Prisma.TransactionClient,
  rows: readonly FacetRow[],
  now: Date,
): Promise<NamedPage[]> {
  if (rows.length === 0) return []
  const people = await readPeople(
    database,
    rows.map(({ id }) => Number(id)),
    now,
  )
  return rows.flatMap(({ id, name, slug }) => {
    const person = people.find((one) => one.id === Number(id))
    if (!person) return []
    const { kind, roles, count } = person
    return [{ label: personLabels[kind], name, path: personPath(slug), roles, count }]
  })
}

const TERM_ORDER = ['series', 'category', 'tag'] as const

async function termsNamed(
  database: Prisma.TransactionClient,
  rows: readonly FacetRow[],
  now: Date,
): Promise<NamedPage[]> {
  const found = TERM_ORDER.flatMap((type) =>
    rows.filter(({ kind }) => kind === type).map((row) => ({ ...row, type })),
  )
  return Promise.all(
    found.slice(0, MOST).map(async ({ id, type, slug, name }) => {
      const count = await database.articleTerm.count(countOfTerm(Number(id), now))
      return { label: termLabels[type], name, path: toTermLink({ type, slug, name }).path, roles: [], count }
    }),
  )
}

/** The pages that `text` names, among the people and terms of its answers. */
export async function pagesNamed(
  database: Prisma.TransactionClient,
  rows: readonly FacetRow[],
  text: string,
  now: Date,
): Promise<NamedPage[]> {
  const wanted = wantedBy(text)
  if (wanted.words.size === 0) return []
  const people = rows
    .filter((row) => row.kind === 'person' && isPersonNamed(row, wanted))
    .sort((a, b) => Number(b.total) - Number(a.total) || Number(a.id) - Number(b.id))
    .slice(0, MOST)
  const names = new Set(people.map(({ name }) => foldedWords(name).join(' ')))
  const terms = rows.filter(
    (row) => row.kind !== 'person' && isTermNamed(row, wanted) && !names.has(foldedWords(row.name).join(' ')),
  )
  return [...(await peopleNamed(database, people, now)), ...(await termsNamed(database, terms, now))].slice(
    0,
    MOST,
  )
}
