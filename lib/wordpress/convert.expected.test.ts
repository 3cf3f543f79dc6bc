import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { convert } from './convert.ts'
import type { ConvertContext } from './draft.ts'
import { dumpPosts, hasCases, readCases } from './fixtures.ts'
import { notedMatter, notedSections } from './notation.ts'

/** The answer key of two posts of the stripped dump, every block of it. */

const context: ConvertContext = { attachments: new Map(), hosts: ['www.leconnecteur.org'] }

const block = z.union([
  z.object({ type: z.literal('paragraph'), text: z.string() }),
  z.object({
    type: z.literal('figure'),
    attachmentId: z.number(),
    width: z.number(),
    align: z.string(),
    caption: z.string(),
  }),
  z.object({ type: z.literal('pullQuote'), text: z.string(), attribution: z.string().nullable() }),
  z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.string()) }),
])
const person = z.object({ name: z.string(), role: z.string() })
const entry = z.object({ hashtag: z.string(), text: z.string(), acceptableTargets: z.array(z.number()) })
const post = z.object({
  id: z.number(),
  title: z.string(),
  byline: z.object({ people: z.array(person) }),
  standfirst: z.object({ text: z.string() }),
  summaryLink: z.object({ raw: z.string() }).optional(),
  summaryHeading: z.object({ title: z.string(), hint: z.string() }).optional(),
  toc: z.object({ entries: z.array(z.object({ text: z.string(), target: z.number() })) }).optional(),
  sections: z.array(
    z.object({
      n: z.number(),
      kind: z.string(),
      level: z.number(),
      heading: z.string(),
      timecodeSeconds: z.number().optional(),
      blocks: z.array(block),
    }),
  ),
  summary: z.array(entry),
  footnotes: z.array(z.object({ marker: z.string(), text: z.string() })),
  furtherReading: z.array(z.object({ text: z.string() })),
  credits: z.array(
    z.object({
      type: z.string(),
      raw: z.string(),
      people: z.array(person),
      place: z.string().optional(),
      interviewDate: z.string().optional(),
    }),
  ),
})
type Post = z.infer<typeof post>

const CREDIT_KINDS: Record<string, string> = { methodNote: 'method', visuals: 'visuals', video: 'video' }
const ROLES: Record<string, string[]> = {
  'camera+editing': ['camera', 'editing'],
  'proofread-by-interviewee': ['proofreading'],
}

/** The key says two roles in one word; the document says them one by one. */
function people(list: z.infer<typeof person>[]) {
  return list.flatMap(({ name, role }) => (ROLES[role] ?? [role]).map((each) => ({ name, role: each })))
}

function expectedSections(key: Post) {
  return key.sections.map((section) => ({
    type: 'section',
    ...section,
    timecodeSeconds: section.timecodeSeconds ?? null,
  }))
}

function expectedCredits(key: Post) {
  return key.credits.map(({ type, raw, people: named, place, interviewDate }) => ({
    kind: CREDIT_KINDS[type],
    people: people(named),
    place: place ?? null,
    date: interviewDate ?? null,
    text: raw,
  }))
}

describe.skipIf(!hasCases)(
  `posts with an answer key${hasCases ? '' : ' (skipped: no cases folder)'}`,
  async () => {
    const keys = hasCases
      ? z.object({ posts: z.array(post) }).parse(readCases('expected-000.json')).posts
      : []
    const items = hasCases ? await dumpPosts() : []

    it.each(keys.map((key) => [key.id, key] as const))('%i: every section, block by block', (id, key) => {
      const item = items.find((candidate) => candidate.id === id)
      if (!item) throw new Error(`${id} is not in the dump`)
      expect(notedSections(convert(item, context).document)).toEqual(expectedSections(key))
    })

    it.each(keys.map((key) => [key.id, key] as const))('%i: what stands around the sections', (id, key) => {
      const item = items.find((candidate) => candidate.id === id)
      if (!item) throw new Error(`${id} is not in the dump`)
      const noted = notedMatter(convert(item, context))
      expect(noted.title).toBe(key.title)
      expect(noted.byline).toEqual(key.byline.people)
      expect(noted.standfirst).toBe(key.standfirst.text)
      expect(noted.summaryLink).toBe(key.summaryLink?.raw ?? null)
      expect(noted.summaryHeading).toEqual(key.summaryHeading ?? null)
      expect(noted.summary.map(({ hashtag, text }) => ({ hashtag, text }))).toEqual(
        key.summary.map(({ hashtag, text }) => ({ hashtag, text })),
      )
      for (const [index, { acceptableTargets }] of key.summary.entries())
        expect(acceptableTargets).toContain(noted.summary[index]?.target)
      expect(noted.footnotes).toEqual(key.footnotes)
      expect(noted.furtherReading).toEqual(key.furtherReading.map(({ text }) => text))
      expect(noted.credits).toEqual(expectedCredits(key))
      expect(noted.contents).toEqual(key.toc?.entries ?? [])
    })
  },
)
