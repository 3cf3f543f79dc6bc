import { decideOn, mergePeople, peopleToReview } from '../lib/articles/review-people.ts'
import { refreshPending } from '../lib/freshness/pending.ts'
import { readArguments, UsageError, withDatabase } from './usage.ts'

const HELP = 'people : sans option, --all, --accept SLUG, --refuse SLUG ou --merge SLUG --into SLUG'

const WORDS = { proposed: 'à voir', accepted: 'accepté', refused: 'refusé' }

/** Shown as a table of tabs, so that a spreadsheet opens it. */
async function list(isAll: boolean): Promise<void> {
  await withDatabase(async (database) => {
    const people = await peopleToReview(database, isAll)
    console.log(['confiance', 'état', 'affiché', 'identifiant', 'nom', 'articles'].join('\t'))
    for (const { confidence, status, isShown, slug, name, articles } of people) {
      const columns = [confidence.toFixed(2), WORDS[status], isShown ? 'oui' : 'non', slug, name]
      console.log([...columns, articles.join(' ')].join('\t'))
    }
    console.error(`${people.length} noms${isAll ? '' : ' à décider (--all : tous)'}`)
  })
}

/** `people`: who is who, as the importer proposes it, and what an editor decides. */
export async function peopleCommand(args: string[]): Promise<void> {
  const { values } = readArguments({
    args,
    options: {
      all: { type: 'boolean', default: false },
      accept: { type: 'string' },
      refuse: { type: 'string' },
      merge: { type: 'string' },
      into: { type: 'string' },
    },
  })
  const { all, accept, refuse, merge, into } = values
  const decisions = [accept, refuse, merge].filter((slug) => slug !== undefined)
  if (decisions.length > 1 || (merge === undefined) !== (into === undefined)) throw new UsageError(HELP)
  const [slug] = decisions
  if (slug === undefined) return list(all)
  await withDatabase(async (database) => {
    const tags =
      merge !== undefined && into !== undefined
        ? await mergePeople(database, merge, into)
        : await decideOn(database, slug, accept === undefined ? 'refused' : 'accepted')
    if (!tags)
      throw new UsageError(`aucune personne à cet identifiant : ${[slug, into].filter(Boolean).join(', ')}`)
    await refreshPending(database)
    console.log(`${slug} : fait, ${tags.length} étiquettes de pages rafraîchies`)
  })
}
