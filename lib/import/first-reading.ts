import { WHILE_NAMES_CHANGE } from '../articles/rename.ts'
import { mediaPath } from '../articles/reshape.ts'
import { saveTerms, type TypedTerm } from '../articles/terms.ts'
import type { Database } from '../db.ts'
import { eachAtOnce } from '../media/at-once.ts'
import { slugOf } from '../routes.ts'
import { SERIES_TAXONOMIES, type SourceItem, type SourceSite } from '../wordpress/source.ts'
import { storeAttachment, toAttachment } from './attachments.ts'
import { FILES_AT_ONCE } from './bring-media.ts'
import { fileRedirects, siteRedirects } from './former-addresses.ts'
import { saveMoves } from './import-item.ts'
import type { ImportRun } from './import-run.ts'
import { TAKEN_OVER } from './notices.ts'
import { learnAccounts, learnItem } from './site-facts.ts'

/** The first reading of the files: what articles refer to, which an export may hold after them or in another file. */

async function saveAccounts(database: Database, site: string, authors: SourceSite['authors']): Promise<void> {
  for (const { login, name, id: wpId } of authors) {
    const row = { name, wpId }
    await database.account.upsert({
      where: { site_login: { site, login } },
      update: row,
      create: { site, login, ...row },
    })
  }
}

function typeOf(taxonomy: string): TypedTerm['type'] | null {
  if (taxonomy === 'category') return 'category'
  if (taxonomy === 'post_tag') return 'tag'
  return SERIES_TAXONOMIES.has(taxonomy) ? 'series' : null
}

/** Tags, categories and series that the site declares, with their descriptions, even if no article has them. */
function declaredTerms({ terms }: SourceSite): TypedTerm[] {
  return terms.flatMap(({ taxonomy, slug, name, parent, description }) => {
    const type = typeOf(taxonomy)
    if (!type || slug === '') return []
    return [{ type, slug: slugOf(slug), name: name || slug, parent: parent && slugOf(parent), description }]
  })
}

/** Taxonomies of plugins, which have no archives here: named with their terms. */
function otherTaxonomies({ terms }: SourceSite): string[] {
  const others = terms.filter(({ taxonomy }) => !TAKEN_OVER.has(taxonomy))
  return [...Map.groupBy(others, ({ taxonomy }) => taxonomy)].map(
    ([taxonomy, list]) =>
      `taxonomie « ${taxonomy} » : ${list.map(({ name, slug }) => name || slug).join(', ')} (nommée sur chaque contenu, sans page ici)`,
  )
}

async function takeSite(run: ImportRun, file: string, site: SourceSite): Promise<void> {
  const facts = await run.factsOf(site.url)
  run.report.warnings.push(...otherTaxonomies(site).map((line) => `${file} : ${line}`))
  learnAccounts(facts, site.authors)
  if (run.options.dryRun) return
  await saveAccounts(run.database, site.url, site.authors)
  const terms = declaredTerms(site)
  if (terms.length > 0)
    await run.database.$transaction((transaction) => saveTerms(transaction, terms), WHILE_NAMES_CHANGE)
  await saveMoves(run.database, siteRedirects(site))
}

async function takeAttachment(run: ImportRun, item: SourceItem): Promise<void> {
  const { database, report, options } = run
  const { shelf } = await run.factsOf(item.site)
  report.attachments.read += 1
  options.onProgress(`médiathèque : ${report.attachments.read} fichiers`)
  if (options.dryRun) {
    shelf.add(toAttachment(item), shelf.mediaOf(item.id, null), item)
    return
  }
  const { problem, media } = await storeAttachment(database, item, shelf)
  if (problem) report.attachments.problems.push(problem)
  if (!media) return
  report.attachments.stored += 1
  const move = { articleId: null, path: mediaPath(media.file), redirects: fileRedirects(item) }
  run.fileMoves.push(structuredClone(move))
}

const FILES_AT_A_TIME = 200

/** The addresses of the media library lead to the stored files, until an article takes an attachment's page over. */
async function leadToFiles({ database, fileMoves }: ImportRun): Promise<void> {
  while (fileMoves.length > 0) await saveMoves(database, fileMoves.splice(0, FILES_AT_A_TIME))
}

/** Takes what the sources say but for attachments, which come out. */
async function* attachmentsOf(run: ImportRun): AsyncGenerator<SourceItem> {
  for (const source of run.sources) {
    for await (const event of run.eventsOf(source, 'attachments')) {
      if (event.kind === 'site') await takeSite(run, source.name, event.site)
      if (event.kind !== 'item') continue
      learnItem(await run.factsOf(event.item.site), event.item)
      if (event.item.type === 'attachment') yield event.item
      else run.pool.expect()
    }
  }
}

/** Takes from every source its site, accounts and terms, its attachments, and what items say of each other. */
export async function readFirst(run: ImportRun): Promise<void> {
  await eachAtOnce(attachmentsOf(run), FILES_AT_ONCE, (item) => takeAttachment(run, item))
  await leadToFiles(run)
}
