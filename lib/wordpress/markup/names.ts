/** Shortcodes that only lay the page out (WPBakery and its kin): both tags go, what they hold stays. */
const LAYOUT =
  /^(?:vc_(?:row|row_inner|column|column_inner|column_text|section|tta_tabs|tta_tour|tta_accordion|tta_pageable|tabs|tour|accordion|message)|et_pb_(?:section|row|row_inner|column|column_inner|text)|fusion_(?:builder_container|builder_row|builder_row_inner|builder_column|builder_column_inner|text))$/

/** WordPress's own shortcodes, and those of Jetpack that name a player. */
const CORE =
  /^(?:caption|wp_caption|gallery|audio|video|playlist|embed|youtube|vimeo|dailymotion|soundcloud|slideshare)$/

/** Calls of notes: they stay in the text, where the pass for notes finds them. */
const NOTES = /^(?:ref|footnote|fn|mfn|efn_note)$/

/** True for the shortcodes whose tags are taken away around the text they hold. */
export function isLayout(name: string): boolean {
  return LAYOUT.test(name)
}

/** True for every shortcode that the converter turns into something. */
export function isKnown(name: string): boolean {
  return CORE.test(name) || name.startsWith('vc_') || isLayout(name)
}

/**
 * What to read as a shortcode in one content: known names, and names that the content uses in a way that prose
 * never does: with an attribute (`[x a="b"]`), with a closing tag, or with an underscore. `[sic]` stays text.
 */
export function shortcodeNames(content: string): (name: string) => boolean {
  const used = new Set<string>()
  for (const match of content.matchAll(/\[\/([\w-]{1,80})\]|\[([\w-]{1,80})\s+[\w-]{1,80}\s?=\s?["'\w]/g))
    used.add(match[1] ?? match[2] ?? '')
  for (const match of content.matchAll(/\[([a-z][a-z\d]{0,40}(?:[_-][a-z\d]{1,40}){1,4})[\s\]/]/g))
    used.add(match[1] ?? '')
  return (name) => isKnown(name) || (used.has(name) && !NOTES.test(name) && /[a-z]/i.test(name))
}
