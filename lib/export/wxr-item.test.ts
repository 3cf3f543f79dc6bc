import { expect, it } from 'vitest'
import { departures } from '../testing/wxr-grammar.ts'
import { readStoredItem } from './stored-item.ts'
import { itemXml } from './wxr-item.ts'

const stored = readStoredItem({
  id: 7,
  title: 'Un & deux',
  date: '2024-07-02 08:46:15',
  dateGmt: '2024-07-02 06:46:15',
  meta: {
    _wp_old_slug: 'un\ndeux',
    _wp_old_date: '2019-03-02\n2019-03-04',
    enclosure: 'https://s.test/a.mp3\n12\naudio/mpeg\n\nhttps://s.test/b.mp3\n13\naudio/mpeg\n',
  },
  comments: [
    {
      id: 1,
      parent: 0,
      author: 'Zoé',
      authorUrl: 'https://zoe.test/?a=1&b=2',
      date: '2024-07-03 10:00:00',
      content: 'a ]]> b',
      status: '1',
      type: 'comment',
    },
  ],
})
const xml = itemXml({ ...stored, attachmentUrl: '' })

it('an item has the elements of WordPress’s own exporter, in its order and its CDATA', () => {
  expect(departures(xml)).toEqual([])
  expect(departures(xml.replace('<wp:post_id>7</wp:post_id>', ''))).toHaveLength(1)
  expect(departures(xml.replace('<![CDATA[Un & deux]]>', 'Un'))).toHaveLength(1)
})

it('a comment has the date that WordPress would not work out, in the magazine’s time zone', () => {
  expect(xml).toContain('<wp:comment_date_gmt><![CDATA[2024-07-03 08:00:00]]></wp:comment_date_gmt>')
  expect(xml).toContain('<pubDate>Tue, 02 Jul 2024 06:46:15 +0000</pubDate>')
})

it('a key with several values is written as often', () => {
  const values = (key: string) =>
    xml.split('<wp:postmeta>').filter((part) => part.includes(`<wp:meta_key><![CDATA[${key}]]>`)).length
  expect([values('_wp_old_slug'), values('_wp_old_date'), values('enclosure')]).toEqual([2, 2, 2])
})
