import type { Names } from '../shortcodes.ts'

/** Page builders: WPBakery and its add-ons, Divi and its copies, Avada, Cornerstone, Enfold, King Composer, Oxygen, Shortcodes Ultimate, themes. */
const BUILDER =
  /^(?:vc|vcex|ult|ultimate|et_pb|tm_pb|fusion|cs|x|av|kc|us|mk|nectar|bt_bb|dt|thb|cz|themify|siteorigin|su|ct|oxy)_[a-z]/i

/** Shortcodes that only lay the page out: both tags go, what they hold stays. */
const LAYOUT =
  /^(?:vc_(?:row|row_inner|column|column_inner|column_text|section|tta_tabs|tta_tour|tta_accordion|tta_pageable|tabs|tour|accordion|message)|(?:et|tm)_pb_(?:section|row|row_inner|column|column_inner|text|specialty_column)|fusion_(?:builder_container|builder_row|builder_row_inner|builder_column|builder_column_inner|text|global|one_full|one_half|one_third|one_fourth|two_third|three_fourth|fullwidth)|cs_(?:content|content_seo|section|row|column|text|element_(?:section|row|column|text|global_block|layout_\w{1,30}))|x_(?:section|row|column|container|columnize|block_grid|block_grid_item|text)|av_(?:section|textblock|one_full|one_half|one_third|one_fourth|one_fifth|two_third|two_fifth|three_fourth|three_fifth|four_fifth|layout_row|cell_\w{1,20}|submenu|tab_section|tab_sub_section)|kc_(?:row|row_inner|column|column_inner|column_text)|us_(?:row|column)|nectar_(?:row|column)|themify_(?:row|col|box)|siteorigin_(?:row|cell)|su_(?:row|column|list|animate|lead)|ct_(?:section|div_block|columns|column|new_columns|inner_content|span|text_block)|(?:one|two|three|four|five)_(?:half|third|fourth|quarter|fifth|sixth)s?(?:_(?:first|last))?)$/

/** Builder elements that stand in a sentence: what they hold reads on. */
const PHRASE =
  /_(?:dropcap|drop_cap|highlight|label|tooltip|popover|modal_text_link|font_?awesome|icon|fontello)$/

/** The same of many themes, without a prefix. */
const THEME_PHRASE = /^(?:drop_?cap|highlight|tooltip)$/

/** WordPress's own shortcodes, and those of Jetpack that name a player. */
const CORE =
  /^(?:caption|wp_caption|gallery|audio|video|playlist|embed|embedyt|youtube|vimeo|dailymotion|soundcloud|slideshare)$/

/** Listings of programs, whose body is neither HTML nor other shortcodes. */
const CODE = /^(?:code|sourcecode|source|crayon|cc|cci|ccW|codesyntax|geshi)$/

/** The same, named after their language, as SyntaxHighlighter and Crayon know them; words of prose are not here. */
const LANGUAGE =
  /^(?:as3|actionscript3?|applescript|arduino|asm|bash|shell|sh|batch|c|cpp|c-?sharp|clojure|clj|coldfusion|css|scss|sass|less|delphi|diff|patch|docker|erlang|erl|fsharp|golang|groovy|haskell|hs|html5?|xhtml|ini|java|javafx|jfx|javascript|jscript|js|jsx|json|kotlin|latex|tex|lisp|lua|makefile|matlab|matlabkey|mysql|nginx|objc|obj-c|pascal|perl|pl|php|plain|powershell|python|py|r|ruby|rb|ror|rust|scala|sql|swift|ts|tsx|tsql|typescript|vb|vbnet|vb\.net|vim|xml|xslt|yaml|yml)$/

/** Elements of themes, without a prefix: nobody closes such a tag in prose. */
const THEME =
  /^(?:toggles?|spoiler|accordions?|accordion_(?:item|section|toggle)|tabs|tab|tabgroup|pane|button|quote|blockquote|pull_?quote(?:_left|_right)?|box|(?:info|content|framed|note|icon)_?box|alert|callout|testimonials?|columns?|col|row|section|frame|list|success|warning)$/

/** Calls of notes: they stay in the text, where the pass for notes finds them. */
const NOTES = /^(?:ref|footnote|fn|mfn|efn_note)$/

/** True for the shortcodes whose tags are taken away around the text they hold. */
export function isLayout(name: string): boolean {
  return LAYOUT.test(name)
}

/** True for an element of a page builder, whose words may stand in its attributes. */
export function isBuilder(name: string): boolean {
  return BUILDER.test(name)
}

/** The elements of themes that a content closes: they are read as a builder's. */
function themeNames(content: string): (name: string) => boolean {
  const closed = new Set([...content.matchAll(/\[\/([\w-]{1,80})\]/g)].map(([, name = '']) => name))
  return (name) => THEME.test(name) && closed.has(name)
}

/** True for an element of a theme, where its tag holds a body. */
export function isTheme(name: string): boolean {
  return THEME.test(name)
}

/** True for a builder's element that is part of a sentence. */
export function isPhrase(name: string): boolean {
  return (isBuilder(name) && PHRASE.test(name) && name !== 'vc_icon') || THEME_PHRASE.test(name)
}

/** True for a listing of a program, when the content closes it. */
export function isCode(name: string): boolean {
  return CODE.test(name) || LANGUAGE.test(name)
}

/** The language that the name of a listing says, null when it says none. */
export function languageOf(name: string): string | null {
  return LANGUAGE.test(name) && name !== 'plain' ? name : null
}

/** True for a builder's element whose body may be encoded HTML. */
export function isEncoded(name: string): boolean {
  return /^(?:vc_raw_\w{1,10}|fusion_code)$/.test(name)
}

/** True for every shortcode that the converter turns into something. */
export function isKnown(name: string): boolean {
  return CORE.test(name) || isBuilder(name) || isLayout(name) || THEME_PHRASE.test(name) || CODE.test(name)
}

/**
 * What to read as a shortcode in one content: known names, and names that the content uses in a way that prose
 * never does: with an attribute (`[x a="b"]`), with a closing tag, or with an underscore. `[sic]` stays text. In `pre`
 * and `code`, where articles show shortcodes, only known ones are run.
 */
export function shortcodeNames(content: string): Names {
  const used = new Set<string>()
  for (const match of content.matchAll(/\[\/([\w-]{1,80})\]|\[([\w-]{1,80})\s+[\w-]{1,80}\s?=\s?["'\w]/g))
    used.add(match[1] ?? match[2] ?? '')
  for (const match of content.matchAll(/\[([a-z][a-z\d]{0,40}(?:[_-][a-z\d]{1,40}){1,4})[\s\]/]/g))
    used.add(match[1] ?? '')
  const isUsed = (name: string) => used.has(name) && !NOTES.test(name) && /[a-z]/i.test(name)
  return namesOf((name) => isKnown(name) || isUsed(name))
}

/** The names of known shortcodes and of elements of themes alone: their tags are never words. */
export function knownNames(content: string): Names {
  const isOfTheme = themeNames(content)
  return namesOf((name) => isKnown(name) || isOfTheme(name) || isCode(name))
}

function namesOf(inProse: Names['inProse']): Names {
  return { inProse, inCode: (name) => isKnown(name) || (isCode(name) && inProse(name)), isListing: isCode }
}
