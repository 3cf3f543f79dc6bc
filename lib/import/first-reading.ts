import { mediaPath } from '../articles/reshape.ts'
import { saveTerms, type TypedTerm } from '../articles/terms.ts'
import type { Database } from '../db.ts'
import { decodePart } from '../routes.ts'
import type { SourceItem, SourceSite } from '../wordpress/source.ts'
import { storeAttachment, toAttachment } from './attachments.ts'
import { fileRedirects, pathOfLink, siteRedirects } from './former-addresses.ts'
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

const TYPES: Record<string, TypedTerm['type']> = { category: 'category', post_tag: 'tag' }

/** Tags and categories that the site declares, with their descriptions, even if no article has them. */
function declaredTerms({ terms }: SourceSite): TypedTerm[] {
  return terms.flatMap(({ taxonomy, slug, name, parent, description }) => {
    const type = Object.hasOwn(TYPES, taxonomy) ? TYPES[taxonomy] : undefined
    if (!type || slug === '') return []
    return [
      { type, slug: decodePart(slug), name: name || slug, parent: parent && decodePart(parent), description },
    ]
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
  if (terms.length > 0) await run.database.$transaction((transaction) => saveTerms(transaction, terms))
  await saveMoves(run.database, siteRedirects(site))
}

async function takeAttachment(run: ImportRun, item: SourceItem): Promise<void> {
  const { database, report, options } = run
  const { shelf } = await run.factsOf(item.site)
  const attachment = toAttachment(item)
  const known = shelf.byId.get(item.id)
  report.attachments.read += 1
  options.onProgress(`médiathèque : ${report.attachments.read} fichiers`)
  if (options.dryRun) {
    shelf.add({ ...attachment, mediaId: known?.mediaId ?? null }, pathOfLink(item.link))
    return
  }
  const stored = await storeAttachment(database, item.site, attachment, known, options.media)
  shelf.add(stored.attachment, pathOfLink(item.link))
  const { mediaId } = stored.attachment
  if (mediaId) {
    report.attachments.stored += 1
    run.files.push(structuredClone({ mediaId, redirects: fileRedirects(item) }))
  }
  if (stored.problem) report.attachments.problems.push(stored.problem)
}

const FILES_AT_A_TIME = 200

/** The addresses of the media library lead to the stored files, until an article takes an attachment's page over. */
async function leadToFiles({ database, files }: ImportRun): Promise<void> {
  for (let start = 0; start < files.length; start += FILES_AT_A_TIME) {
    const some = files.slice(start, start + FILES_AT_A_TIME)
    const where = { id: { in: some.map(({ mediaId }) => mediaId) } }
    const rows = await database.media.findMany({ where, select: { id: true, file: true } })
    const names = new Map(rows.map(({ id, file }) => [id, file]))
    const moves = some.flatMap(({ mediaId, redirects }) => {
      const file = names.get(mediaId)
      return file === undefined ? [] : [{ articleId: null, path: mediaPath(file), redirects }]
    })
    await saveMoves(database, moves)
  }
  files.length = 0
}

/** Takes from every file its site, accounts and terms, its attachments, and what items say of each other. */
export async function readFirst(run: ImportRun): Promise<void> {
  for (const file of run.options.files) {
    for await (const event of run.eventsOf(file)) {
      if (event.kind === 'site') await takeSite(run, file, event.site)
      if (event.kind !== 'item') continue
      learnItem(await run.factsOf(event.item.site), event.item)
      if (event.item.type === 'attachment') await takeAttachment(run, event.item)
    }
  }
  await leadToFiles(run)
}
