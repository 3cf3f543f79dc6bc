/** Attribute validators of the document schema. ProseMirror's own check lets `javascript:` through; these do not. */

/** Ids that the page itself uses: an anchor of the document may not take them. */
const RESERVED =
  /^(?:resume|en-bref|contenu|notes|lecteur|visionneuse|affichage|commentaires)$|^(?:note|appel|media|resume|commentaire)-/

/** A stored anchor: an ASCII id that is safe in an address, an HTML id and a CSS selector. */
export function isAnchor(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_-]{0,199}$/.test(value) && !RESERVED.test(value)
}

/** A former id of a section: anything HTML allows as an id (no white space), and not one of the page's own. */
export function isAlias(value: unknown): value is string {
  return typeof value === 'string' && /^[^\s<>"']{1,200}$/.test(value) && !RESERVED.test(value)
}

/** C0 controls, DEL and C1 controls: browsers drop some of them inside a scheme, so that `java\nscript:` runs. */
const CONTROL = /\p{Cc}/u

/**
 * A link that may be stored: http(s), mailto, tel, or an address of this site (`/…`, `?…`, `#…`). Everything else
 * is refused: `javascript:`, `data:`, a scheme behind spaces or control characters, a scheme-relative `//host`.
 */
export function isSafeHref(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > 8000 || CONTROL.test(value)) return false
  if (/^(?:https?:\/\/[^\s/]|mailto:[^\s]|tel:[+\d])/i.test(value)) return true
  return /^(?:\/(?![/\\])|[?#])/.test(value)
}

/** The address of a file to show or play: http(s), or a path of this site. */
export function isSafeSource(value: unknown): value is string {
  return isSafeHref(value) && !/^(?:mailto:|tel:|[?#])/i.test(value)
}

/** A BCP 47 language tag, in its usual forms (fr, en-GB, zh-Hant). */
export function isLanguageTag(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(value)
}
