import { expect, it } from 'vitest'
import { readTitle } from './title.ts'

it.each([
  ["Entretien / Anselme Roy, l'homme des marges", 'interview', "Anselme Roy, l'homme des marges"],
  ['Interview | Ana Li', 'interview', 'Ana Li'],
  ['Compte-rendu / Afterwork "chatbots"', 'write-up', 'Afterwork "chatbots"'],
  ['Compte rendu : la journée', 'write-up', 'la journée'],
  ['Focus – La campagne', 'focus', 'La campagne'],
  ['Reportage / Un / deux', 'report', 'Un / deux'],
  ['Entretien avec Ana Li', null, 'Entretien avec Ana Li'],
  ['Clermont : la suite', null, 'Clermont : la suite'],
  ['Internet &amp; le <em>mobile</em>', null, 'Internet & le mobile'],
  ['', null, ''],
])('reads the title %j', (raw, kind, title) => {
  expect(readTitle(raw)).toEqual({ kind, title })
})
