import type { Document, Section } from '../../lib/document/types.ts'

export type Outline = { title: string; sections: Section[] }

/** From this many sections on, a way through the article is worth its place. */
const LONG = 4
const QUESTIONS = 3

/**
 * The ways into an article: the questions of an interview, the moments of a film, else its sections. Null for what is
 * short, what has a list of contents made by hand, and what has a summary that leads to its sections already.
 */
export function outlineOf(document: Document): Outline | null {
  if (document.content.some(({ type }) => type === 'contents')) return null
  const sections = document.content.filter((part) => part.type === 'section')
  const ofKind = (...kinds: Section['attrs']['kind'][]) =>
    sections.filter(({ attrs }) => kinds.includes(attrs.kind))
  const questions = ofKind('question', 'audience')
  if (questions.length >= QUESTIONS && questions.length * 2 >= sections.length)
    return { title: `Les ${questions.length} questions`, sections: questions }
  const moments = ofKind('timecoded')
  if (moments.length >= QUESTIONS) return { title: `${moments.length} chapitres`, sections: moments }
  const hasSummary = document.content.some(({ type }) => type === 'summary')
  return hasSummary || sections.length < LONG ? null : { title: 'Sommaire', sections }
}
