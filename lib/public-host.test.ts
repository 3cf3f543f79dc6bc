import { expect, it } from 'vitest'
import { publicHostOf } from './public-host.ts'

it.each([
  ['https://www.exemple.fr', 'www.exemple.fr'],
  ['https://exemple.fr/revue/', 'exemple.fr'],
  ['http://127.0.0.1:3210', '127.0.0.1:3210'],
  ['http://localhost:3000', null],
  ['http://revue.localhost', null],
  ['', null],
  [undefined, null],
  ['exemple', null],
])('%s → %s', (siteUrl, host) => {
  expect(publicHostOf(siteUrl)).toBe(host)
})
