import { cacheLife, cacheTag } from 'next/cache'
import { database } from '../db.ts'
import { searchTag } from '../freshness/tags.ts'
import { typeset } from '../typography.ts'
import { readSegment } from './address.ts'
import { firstNames } from './names.ts'
import { firstHits, search } from './search.ts'
import type { SearchResult, Suggestion } from './types.ts'

/** What the page of results shows: made anew when any article that readers see changes. */
export async function getSearch(segment: string | undefined): Promise<SearchResult> {
  'use cache'
  cacheLife('minutes')
  cacheTag(searchTag)
  return search(await database(), readSegment(segment), new Date())
}

const SUGGESTIONS = 8
const NAMES = 3

/** As French sets it, like the same words on the page. */
const plain = (pieces: SearchResult['hits'][number]['title']): string =>
  typeset(pieces.map(({ text }) => text).join(''))

/** What the list under the search box offers while a reader types: people and series, then what answers. */
export async function getSuggestions(text: string): Promise<Suggestion[]> {
  const db = await database()
  const now = new Date()
  const names = await firstNames(db, text, NAMES, now)
  const hits = await firstHits(db, text, SUGGESTIONS - names.length, now)
  const answers = hits.map(({ title, heading, path }) => ({
    text: plain(heading ?? title),
    note: heading && plain(title),
    path,
  }))
  return [...names, ...answers]
}
