import type { ArticleKind } from './draft.ts'
import { plainHtml } from './plain-html.ts'

const PREFIXES: readonly [RegExp, ArticleKind][] = [
  [/^(?:l['’]|grand |le grand )?entretien$|^(?:l['’])?interview$/iu, 'interview'],
  [/^reportage$/iu, 'report'],
  [/^focus$/iu, 'focus'],
  [/^compte[ -]rendu$/iu, 'write-up'],
]

/** A title read: the section that its prefix names ("Entretien / X") and the title without it. */
export type ReadTitle = { kind: ArticleKind | null; title: string }

/** Unknown prefixes stay in the title; entities and tags of the stored title become text. */
export function readTitle(raw: string): ReadTitle {
  const text = plainHtml(raw)
  const match = /^([^/|:–—]{3,25}?)\s*(?:[/|:]|\s[–—-]\s)\s*(?=\S)/u.exec(text)
  const kind = PREFIXES.find(([pattern]) => pattern.test(match?.[1] ?? ''))?.[1] ?? null
  return kind && match ? { kind, title: text.slice(match[0].length) } : { kind: null, title: text }
}
