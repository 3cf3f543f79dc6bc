import { expect, test } from 'vitest'
import type { ArticleCredit } from '../../lib/articles/types.ts'
import type { Role } from '../../lib/document/types.ts'
import { bylineText } from './byline.ts'

const credit = (name: string, role: Role): ArticleCredit => ({ person: { slug: name, name }, role })

test('authors, helpers and the introduction in one French line', () => {
  const credits = [
    credit('Damien', 'author'),
    credit('Anne', 'introduction'),
    credit('Cindy', 'author'),
    credit('Ève', 'with'),
  ]
  expect(bylineText(credits)).toBe('Par Damien et Cindy, avec Ève\u00a0; introduction d’Anne')
})

test('three authors are joined as French does', () => {
  expect(bylineText(['A', 'B', 'C'].map((name) => credit(name, 'author')))).toBe('Par A, B et C')
})

test('who is interviewed is not who wrote, and nobody gives nothing', () => {
  expect(bylineText([credit('Bruno', 'interviewer'), credit('Zoé', 'interviewee')])).toBe(
    'Propos recueillis par Bruno',
  )
  expect(bylineText([])).toBe('')
})
