import { expect, it } from 'vitest'
import { splitCredit } from './credit.ts'

it.each([
  ['La fête. Crédit : Zoé Martin', 'La fête.', 'Zoé Martin'],
  ['La fête © Zoé / AFP', 'La fête', 'Zoé / AFP'],
  ['La fête (© Zoé)', 'La fête', 'Zoé'],
  ['La fête – Crédit photo : Zoé', 'La fête', 'Zoé'],
  ['La fête. Photo : <a href="https://z.test">Zoé &amp; fils</a>', 'La fête.', 'Zoé & fils'],
  ['Crédits photos : Zoé', '', 'Zoé'],
  ['&copy; Zoé', '', 'Zoé'],
  ['(c) Zoé', '', 'Zoé'],
  ['La fête Crédits : © Zoé', 'La fête', 'Zoé'],
  ['La fête', 'La fête', null],
  ['La photo de classe : un souvenir', 'La photo de classe : un souvenir', null],
  ['Un crédit : pour quoi faire', 'Un crédit : pour quoi faire', null],
  ['', '', null],
])('%s', (whole, caption, credit) => expect(splitCredit(whole)).toEqual({ caption, credit }))

it('takes no time over a hostile caption', () => {
  const start = performance.now()
  splitCredit(`${' ( '.repeat(20_000)}photo ${' '.repeat(50_000)}`)
  splitCredit(`${'. photo :'.repeat(20_000)}\n`)
  expect(performance.now() - start).toBeLessThan(6000)
})
