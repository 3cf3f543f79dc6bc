import { personSlug } from '../articles/people.ts'
import { countOfPerson } from '../articles/person-pieces.ts'
import type { Database } from '../db.ts'
import { noteRefresh } from '../freshness/pending.ts'
import { articleTag, personTag } from '../freshness/tags.ts'
import { archivesPath, personPath } from '../routes.ts'
import { accountRedirects } from './former-addresses.ts'
import { saveMoves } from './import-item.ts'
import type { SiteFacts } from './site-facts.ts'

/** What an import knows of people once every article is in. */

/** Guest authors give their biography and portrait to the people who sign; what an editor wrote here stands. */
async function introduce(database: Database, { guests, shelf }: SiteFacts): Promise<void> {
  for (const [name, { bio, portrait }] of guests) {
    const slug = personSlug(name)
    const person = await database.person.findUnique({ where: { slug } })
    const portraitId = portrait === null ? null : (shelf.mediaOf(portrait, null)?.id ?? null)
    const data = {
      ...(person?.bio === '' && bio !== '' ? { bio } : {}),
      ...(person?.portraitId === null && portraitId !== null ? { portraitId } : {}),
    }
    if (!person || Object.keys(data).length === 0) continue
    await database.$transaction(async (transaction) => {
      await transaction.person.update({ where: { slug }, data })
      const spoken = await transaction.credit.findMany({
        where: { role: 'interviewee', person: { slug } },
        select: { articleId: true },
      })
      // A portrait may stand for what somebody says where it is shared.
      await noteRefresh(transaction, [
        personTag(slug),
        ...spoken.map(({ articleId }) => articleTag(articleId)),
      ])
    })
  }
}

/** An account is no byline, but the page of the person who has its name is what its old address was for. */
async function leadAccounts(database: Database, site: string, { names }: SiteFacts): Promise<void> {
  const accounts = await database.account.findMany({ where: { site }, select: { login: true, wpId: true } })
  const logins = new Map(accounts.map(({ login, wpId }) => [login, wpId]))
  for (const key of names.keys()) {
    const login = key.replace(/^cap-/, '')
    if (!logins.has(login)) logins.set(login, null)
  }
  const moves = []
  for (const [login, id] of logins) {
    const slug = personSlug(names.get(login) ?? names.get(`cap-${login}`) ?? '')
    const isShown = (await countOfPerson(database, slug, new Date())) > 0
    moves.push(accountRedirects({ login, id }, isShown ? personPath(slug) : archivesPath))
  }
  await saveMoves(database, moves)
}

/** Biographies, portraits and old addresses of the people of a site. */
export async function linkPeople(database: Database, site: string, facts: SiteFacts): Promise<void> {
  await introduce(database, facts)
  await leadAccounts(database, site, facts)
}
