import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { temporaryDatabase, temporaryFolder } from '../testing/database.ts'
import { wxr, wxrItem } from '../testing/wordpress.ts'
import { importFiles } from './import-files.ts'
import { loadSiteFacts } from './site-facts.ts'

it('knows the reusable blocks and guest authors of earlier imports', async () => {
  const database = await temporaryDatabase()
  const file = path.join(temporaryFolder(), 'export.xml')
  const block = wxrItem({ id: 4, type: 'wp_block', content: '<p>Partout</p>' })
  const guest = wxrItem({ id: 5, type: 'guest-author', slug: 'cap-alix', title: 'Alix Roy' })
  writeFileSync(file, wxr(block, guest))
  await importFiles(database, { files: [file], media: null, dryRun: false, onProgress: () => {} })
  const { reusable, names } = await loadSiteFacts(database, 'https://www.essai.test')
  expect([...reusable]).toEqual([[4, '<p>Partout</p>']])
  expect(names.get('cap-alix')).toBe('Alix Roy')
})
