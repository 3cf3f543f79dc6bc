import { expect, it } from 'vitest'
import { readStoredItem } from './stored-item.ts'
import { wxrAttachment } from './wxr-attachment.ts'

const written = (url: string) => {
  const words = { alt: null, caption: '', parent: 0, menuOrder: 0 }
  return wxrAttachment({ id: 7, url, width: 2, height: 1, ...words }, readStoredItem(null), 'https://s.test')
}

it('a file of the library is named by its address', () => {
  expect(written('https://s.test/wp-content/uploads/Vue.du-Pont.JPEG?w=9#x')).toMatchObject({
    title: 'Vue.du-Pont',
    slug: 'vue.du-pont',
    date: '',
  })
  expect(written('https://s.test/uploads/2019/03/a.jpg')).toMatchObject({
    title: 'a',
    date: '2019-03-01 00:00:00',
    meta: { _wp_attached_file: '2019/03/a.jpg' },
  })
  expect(written('https://s.test/dossier/')).toMatchObject({ title: '', meta: {} })
})

it('an endless address takes no time', () => {
  const start = performance.now()
  for (const url of [`https://s.test/${'a'.repeat(200_000)}\n/`, `${'/uploads/'.repeat(20_000)}\nx`])
    written(url)
  expect(performance.now() - start).toBeLessThan(500)
})
