/** Elements that only group what they hold, on lines of its own. */
export const GROUPS = new Set(
  (
    'p div section article main header footer aside nav address center fieldset legend figcaption hgroup form body ' +
    'li option optgroup dt dd tr td th thead tbody tfoot caption colgroup summary search dialog marquee'
  ).split(' '),
)
/** Controls and drawings: their words are kept in the flag. */
export const REMOVED = new Set(
  'svg canvas input button select textarea progress meter applet template datalist'.split(' '),
)
/** Elements without content that say nothing to a reader. */
export const SILENT = new Set('wbr col source track param meta link base'.split(' '))

/** Elements that stand in a line for a browser, and are blocks of the document. */
export const PLAYERS = new Set('iframe object embed audio video'.split(' '))

/** Elements of a line that are read as what they hold, with the marks of `inline-marks.ts`. */
export const PHRASES = new Set(
  (
    'a b strong em i cite dfn var u ins s del strike sup sub code kbd samp tt span font big small mark label time ' +
    'data bdi bdo ruby rb rp rt rtc nobr output picture map slot html head blink marquee button'
  ).split(' '),
)
