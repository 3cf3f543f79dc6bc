import path from 'node:path'
import { allPosts, hasCases } from '../wordpress/fixtures.ts'
import { readSource } from '../wordpress/read.ts'
import type { SourceItem } from '../wordpress/source.ts'
import { countWords, type Words } from '../wordpress/words.ts'

/** For tests: every article of the demo magazine, and those of the cases when they are at hand. */
export async function posts(): Promise<[string, SourceItem][]> {
  const found: [string, SourceItem][] = []
  for await (const event of readSource(path.resolve('content/magazine.xml')))
    if (event.kind === 'item' && event.item.type !== 'attachment')
      found.push([`demo ${event.item.id}`, event.item])
  return [...found, ...(hasCases ? await allPosts() : [])]
}

/** For tests: the words that a Markdown text shows, signs and addresses gone, escapes and entities read. */
export function shownWords(source: string): Words {
  const shown = source
    .replace(/(?<!\\)\]\((?:<[^>]*>|[^()\s]*)(?: "(?:[^"\\]|\\.)*")?\)/g, '')
    .replace(/(?<!\\)(?:\*+|!?\[(?:\^\d+\])?)|<\/?(?:strong|em|u|s|code|sup|sub|span|a)\b[^>]{0,500}>/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/&#91;/g, '[')
    .replace(/&#93;/g, ']')
  return countWords(shown)
}
