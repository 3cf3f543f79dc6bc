import { expect, it } from 'vitest'
import { addItem, emptyReport, type ItemReport, type Outcome, summarize } from './report.ts'

const item = (id: number, outcome: Outcome): ItemReport => ({
  file: 'a.xml',
  site: 's',
  type: 'post',
  id,
  title: `Titre ${id}`,
  path: null,
  outcome,
  reason: 'la raison',
  lostBytes: id % 2,
  flags: [{ code: 'media-missing', detail: 'x.jpg', confidence: null, span: null }],
})

it('counts every item, and keeps of a large import those that a person reads', () => {
  const report = emptyReport(false)
  for (let id = 1; id <= 30_000; id += 1) addItem(report, item(id, id % 10_000 === 0 ? 'failed' : 'created'))
  expect(report.items.length).toBeLessThan(2001)
  expect(report.items.filter(({ outcome }) => outcome === 'failed')).toHaveLength(3)
  expect(report.counts).toMatchObject({ created: 29_997, failed: 3 })
  const lines = summarize(report)
  expect(lines).toContain('30000 contenus : 29997 créés, 3 refusés')
  expect(lines).toContain('×30000')
  expect(lines).toContain('15000 contenus viennent d’un vidage')
  expect(lines).toContain('post 30000 « Titre 30000 » — la raison')
})

it('counts all dead links, whatever it keeps of their items', () => {
  const report = emptyReport(false)
  const dead = { code: 'link-dead', detail: '/ailleurs/', confidence: null, span: null }
  for (let id = 1; id <= 9000; id += 1) addItem(report, { ...item(id, 'created'), flags: [dead, dead] })
  expect(summarize(report).match(/lien mort :/g)).toHaveLength(20)
  expect(summarize(report)).toContain('… et 17980 autres liens morts')
})
