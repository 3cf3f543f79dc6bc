import { KIND_LABELS } from './flag-labels.ts'

/** The filters of the page: `all`, what to check, then one for each sort of flag. */
export const FILTERS: Record<string, string> = {
  all: 'Tout',
  check: 'À vérifier',
  ...KIND_LABELS,
  left: 'Laissé de côté',
}

/** Each filter hides the articles that are not of its sort, by style alone. */
const filterRules = Object.keys(FILTERS)
  .filter((name) => name !== 'all')
  .map((name) => `body:has(#f-${name}:checked) .entry:not(.k-${name}) { display: none }`)
  .join('\n')

/** The style of the report: readable, in light and dark, on paper too. */
export const LEDGER_STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#1d1b18, #ece7de); --paper: light-dark(#fbf9f5, #191816);
  --soft: light-dark(#6a6459, #a9a294); --rule: light-dark(#ddd6c9, #3a3732); --card: light-dark(#fff, #211f1c);
  --good: light-dark(#1c6b3f, #7fd0a0); --doubt: light-dark(#8a5a00, #efc069); --bad: light-dark(#a3231b, #ff9a8d);
  --mark: light-dark(#ffe9a8, #5b4a12) }
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
main { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.25rem 5rem }
h1 { font-size: clamp(1.8rem, 5vw, 2.6rem); line-height: 1.1; letter-spacing: -.02em; margin: 0 0 .5rem }
h2 { font-size: 1.3rem; margin: 3rem 0 1rem } h3 { font-size: 1rem; margin: 1.5rem 0 .5rem }
p { margin: 0 0 .75rem } .lead { font-size: 1.15rem } .soft { color: var(--soft) }
.verdict { display: inline-block; margin: 1rem 0 0; padding: .6rem 1rem; border-left: .3rem solid var(--good);
  background: var(--card); font-weight: 600 } .verdict.bad { border-color: var(--bad) }
.scroll { overflow-x: auto; max-width: 44rem } th[scope=row] { font-weight: 400 } h1, p, li { overflow-wrap: anywhere }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { padding: .4rem .75rem .4rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top }
td.number, th.number { text-align: right } thead th { color: var(--soft); font-weight: 500; font-size: .9rem }
.gap { color: var(--doubt); font-weight: 600 }
fieldset { border: 0; padding: 0; margin: 0 0 1.5rem; display: flex; flex-wrap: wrap; gap: .5rem }
legend { padding: 0; margin-bottom: .5rem; color: var(--soft) }
fieldset label { border: 1px solid var(--rule); border-radius: 2rem; padding: .35rem .9rem; background: var(--card); cursor: pointer }
fieldset label:has(:checked) { background: var(--ink); color: var(--paper); border-color: var(--ink) }
fieldset label:has(:focus-visible) { outline: 3px solid var(--doubt); outline-offset: 2px }
fieldset input { position: absolute; opacity: 0; pointer-events: none }
.entry { background: var(--card); border: 1px solid var(--rule); border-radius: .5rem; margin: 0 0 .6rem }
.entry > summary { padding: .8rem 1rem; cursor: pointer; display: flex; flex-wrap: wrap; gap: .2rem .8rem; align-items: baseline }
.entry > summary::before { content: '▸'; color: var(--soft) } .entry[open] > summary::before { content: '▾' }
.entry > summary::-webkit-details-marker { display: none }
.entry summary b { flex: 1 1 18rem; font-weight: 600 } summary:focus-visible { outline: 3px solid var(--doubt) }
.entry > div { padding: 0 1rem 1rem } .tag { font-size: .85rem; color: var(--soft) }
.flags { list-style: none; padding: 0; margin: 0 }
.flags li { padding: .7rem 0; border-top: 1px solid var(--rule) }
.kind { font-size: .8rem; font-weight: 600; letter-spacing: .02em } .inferred { color: var(--doubt) }
.refused, .missing { color: var(--bad) } .kept, .note { color: var(--soft) }
.source { display: block; margin-top: .3rem; font: .85rem/1.5 ui-monospace, monospace; white-space: pre-wrap;
  overflow-wrap: anywhere; color: var(--soft) } mark { background: var(--mark); color: var(--ink); padding: 0 .1em }
code, .address { overflow-wrap: anywhere }
${filterRules}
@media print { fieldset { display: none } .entry { break-inside: avoid-page; border: 0; border-top: 1px solid #999 }
  .entry::details-content { content-visibility: visible; block-size: auto } body { background: #fff; color: #000 } }
`
