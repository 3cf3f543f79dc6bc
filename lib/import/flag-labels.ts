/** What an editor reads of a flag. */

/** Which question a flag answers: what was inferred, what was kept as it stood, what was refused, what is missing. */
export type FlagKind = 'inferred' | 'kept' | 'refused' | 'missing' | 'note'

export const KIND_LABELS: Record<FlagKind, string> = {
  inferred: 'Déduit',
  kept: 'Gardé tel quel',
  refused: 'Refusé',
  missing: 'Manquant',
  note: 'Pour information',
}

const KINDS: readonly [RegExp, FlagKind][] = [
  [/^removed:/, 'refused'],
  [/^shortcode-|-kept$/, 'kept'],
  [/-missing$|^(?:embed-lost|words-lost|link-dead|builder-unread)$|-without-(?:text|value)$/, 'missing'],
  [/-inferred$|-glued$|^byline$|-uncertain$/, 'inferred'],
]

/** A flag that says how sure it is was inferred. */
export function kindOf({ code, confidence }: { code: string; confidence: number | null }): FlagKind {
  const kind = KINDS.find(([pattern]) => pattern.test(code))?.[1]
  return kind ?? (confidence === null ? 'note' : 'inferred')
}

const LABELS: Record<string, string> = {
  'alt-missing': 'Image sans texte de remplacement',
  'anchor-missing': 'Lien vers un endroit de l’article qui n’existe pas',
  'block-fields': 'Bloc d’une extension, lu dans ses champs',
  'block-kept': 'Bloc que seul WordPress remplit, gardé sans être montré',
  'block-unclosed': 'Bloc jamais fermé',
  'block-unknown': 'Bloc d’une extension, lu dans son HTML',
  'builder-unread': 'Contenu vide : champ d’un constructeur de pages, qui n’est pas lu',
  'background-dropped': 'Image de fond, qui n’est pas montrée ici',
  'builder-data': 'Contenu vide : lu dans les champs d’une extension',
  'field-unread': 'Champ qui dit des mots absents de l’article',
  'attribute-unread': 'Attribut d’un constructeur de pages que rien ne montre ici',
  byline: 'Signature, devenue des crédits',
  'byline-possible': 'Nom seul, peut-être une signature : laissé dans le texte',
  'embed-lost': 'Lecteur dont l’adresse est perdue',
  'embed-provider-unknown': 'Lecteur d’un site inconnu',
  'further-reading-glued': 'Liens de fin probablement collés',
  'heading-inferred': 'Intertitre reconnu à sa forme',
  'image-lifted': 'Image sortie du milieu d’une phrase',
  'label-without-value': 'Libellé que rien ne suit',
  'link-dead': 'Lien vers une page de l’ancien site qui n’est pas ici',
  'link-dropped': 'Lien retiré, ses mots gardés',
  'link-without-text': 'Lien sans texte',
  'list-inferred': 'Liste tapée à la main',
  'modified-stamp': 'Date de modification posée par une extension, retirée du texte',
  'media-missing': 'Fichier que la source ne donne pas',
  more: 'Marque « lire la suite »',
  nextpage: 'Marque de changement de page',
  'note-without-call': 'Note que rien n’appelle',
  'notes-title': 'Titre des notes, remplacé par celui du site',
  'words-lost': 'Mots perdus : une faute du convertisseur',
  'notes-numbered': 'Appels de notes, numérotés ici',
  'path-taken': 'Adresse déjà prise, par un autre article ou par une page du site',
  'removed:fallback': 'Texte de secours d’un lecteur',
  'removed:iframe-srcdoc': 'Cadre qui contient sa propre page',
  'removed:script-attribute': 'Script dans un attribut',
  'removed:share-link': 'Lien de partage autour d’une citation',
  'removed:unsafe-href': 'Lien dangereux',
  'shortcode-kept': 'Code court connu, gardé tel quel',
  'shortcode-unclosed': 'Code court jamais fermé',
  'shortcode-unknown': 'Code court inconnu',
  'standfirst-inferred': 'Chapô reconnu à sa place',
  'summary-target-uncertain': 'Entrée du sommaire : section à vérifier',
  'summary-without-section': 'Sommaire sans section où mener',
}

/** A flag in French; one that has no words yet is named by its code. */
export function labelOf(code: string): string {
  const removed = /^removed:([\w-]+)$/.exec(code)?.[1]
  return LABELS[code] ?? (removed ? `Élément retiré : ${removed}` : code)
}
