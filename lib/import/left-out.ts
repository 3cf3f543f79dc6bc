import type { ArticleInput } from '../articles/save.ts'
import type { SourceItem } from '../wordpress/source.ts'
import type { SiteFacts } from './site-facts.ts'

/** Types of WordPress's own that are no content, with what they are, for the report. */
const INTERNAL: Record<string, string> = {
  attachment: 'fichier de la médiathèque',
  nav_menu_item: 'entrée de menu',
  wp_block: 'bloc réutilisable, repris dans les articles qui l’appellent',
  'guest-author': 'auteur invité, repris dans les crédits',
  revision: 'révision',
  custom_css: 'feuille de style',
  customize_changeset: 'réglage du thème',
  oembed_cache: 'copie d’un lecteur extérieur',
  user_request: 'demande sur des données personnelles',
  wp_navigation: 'menu en blocs',
  wp_template: 'gabarit du thème',
  wp_template_part: 'gabarit du thème',
  wp_global_styles: 'style du thème',
  wp_font_family: 'police',
  wp_font_face: 'police',
}

/** What an item becomes: custom types that were public become pages; null for what becomes neither. */
export function articleType(
  item: SourceItem,
  facts: Pick<SiteFacts, 'publicTypes'>,
): ArticleInput['type'] | null {
  if (item.type === 'post') return 'article'
  if (item.type === 'page') return 'page'
  if (Object.hasOwn(INTERNAL, item.type) || item.content.trim() === '') return null
  return facts.publicTypes.has(item.type) ? 'page' : null
}

/** Where an entry of a menu leads. */
function menuEntry({ title, terms, meta }: SourceItem): string {
  const menu = terms.find(({ taxonomy }) => taxonomy === 'nav_menu')?.name ?? 'sans nom'
  const object = `${meta._menu_item_object ?? ''} ${meta._menu_item_object_id ?? ''}`.trim()
  return `entrée du menu « ${menu} » : « ${title} » → ${meta._menu_item_url || object || 'nulle part'}`
}

function internalReason(item: SourceItem, facts: Pick<SiteFacts, 'revisions'>): string | null {
  if (item.type === 'nav_menu_item') return menuEntry(item)
  if (item.type === 'revision') {
    const isNewest = facts.revisions.get(item.parent)?.id === item.id
    return `révision du contenu ${item.parent}${isNewest ? ', la plus récente : gardée à côté' : ', plus ancienne'}`
  }
  return Object.hasOwn(INTERNAL, item.type) ? (INTERNAL[item.type] ?? null) : null
}

/** Why an item becomes no article, for the report; null when it does become one. */
export function reasonToLeaveOut(item: SourceItem, facts: SiteFacts): string | null {
  const reason = internalReason(item, facts)
  if (reason) return reason
  if (item.status === 'trash') return 'à la corbeille'
  if (item.status === 'auto-draft') return 'brouillon automatique, jamais enregistré'
  if (item.status === 'inherit') return 'pièce d’un autre contenu'
  if (articleType(item, facts)) return null
  const lack = item.content.trim() === '' ? 'sans texte' : 'qui n’était pas public'
  return `type « ${item.type} » ${lack} : ni article ni page, gardé à côté`
}

/** True for what is kept beside the articles though it becomes none; of revisions the newest, of the bin nothing. */
export function isWorthKeeping(item: SourceItem, facts: SiteFacts): boolean {
  if (item.type === 'revision') return facts.revisions.get(item.parent)?.id === item.id
  return item.status !== 'trash' && item.status !== 'auto-draft'
}
