import { hash } from 'node:crypto'
import type { PersonKind, Prisma } from '../../generated/prisma/client.ts'
import { partsOf, personPath } from '../routes.ts'
import { sanitizeTitle } from '../wordpress/sanitize-title.ts'

export type PersonInput = { name: string; kind: PersonKind }

/** The last part of a person's address; two spellings of a name that give one slug are one person. */
export const personSlug = (name: string): string =>
  sanitizeTitle(name) || `personne-${hash('sha256', name).slice(0, 8)}`

/** Whom two names that an editor has merged stand for: the address of the one leads to the other. */
async function merged(
  transaction: Prisma.TransactionClient,
  slugs: readonly string[],
): Promise<Map<string, string>> {
  const where = { from: { in: slugs.map(personPath) } }
  const rows = slugs.length > 0 ? await transaction.redirect.findMany({ where }) : []
  const lastPart = (path: string) => partsOf(path).at(-1) ?? ''
  return new Map(rows.map(({ from, to }) => [lastPart(from), lastPart(to)]))
}

/** The ids of people by the slug of their name; those who are missing are made. */
export async function personIds(
  transaction: Prisma.TransactionClient,
  people: readonly PersonInput[],
): Promise<Map<string, number>> {
  const wanted = new Map(people.map((person) => [personSlug(person.name), person]))
  if (wanted.size === 0) return new Map()
  const known = await knownPeople(transaction, [...wanted.keys()])
  const aliases = await merged(
    transaction,
    [...wanted.keys()].filter((slug) => !known.has(slug)),
  )
  const others = await knownPeople(transaction, [...aliases.values()])
  const data = [...wanted].flatMap(([slug, { name, kind }]) =>
    known.has(slug) || others.has(aliases.get(slug) ?? '') ? [] : [{ slug, name, kind }],
  )
  const made = data.length > 0 ? await transaction.person.createManyAndReturn({ data }) : []
  for (const { slug, id } of made) known.set(slug, id)
  for (const [slug, other] of aliases) known.set(slug, others.get(other) ?? known.get(slug) ?? 0)
  return known
}

/** The ids of those of some slugs who have a page of their own already. */
export async function knownPeople(
  transaction: Prisma.TransactionClient,
  slugs: readonly string[],
): Promise<Map<string, number>> {
  if (slugs.length === 0) return new Map()
  const where = { slug: { in: [...slugs] } }
  const rows = await transaction.person.findMany({ where, select: { slug: true, id: true } })
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}
