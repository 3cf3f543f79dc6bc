import { expect, it } from 'vitest'
import { fileOf, fromFile } from './files.ts'

it.each([
  ['/2019/03/slug/', '2019/03/slug.md'],
  ['/été/', 'été.md'],
  ['/', 'accueil.md'],
  ['/../../etc/passwd/', '-/-/etc/passwd.md'],
  ['/a:b\u0000c/', 'a-b-c.md'],
])('an article at %j is in %j, inside the folder', (address, file) => {
  expect(fileOf(address, 'md')).toBe(file)
})

it('cuts a name that no file system holds, between characters', () => {
  expect(Buffer.byteLength(fileOf(`/${'é'.repeat(300)}/`, 'md'))).toBe(203)
})

it('leads from an article to its pictures', () => {
  expect(fromFile('2019/03/a.md', '/media/x.jpg')).toBe('../../media/x.jpg')
  expect(fromFile('a.md', '/media/x.jpg')).toBe('media/x.jpg')
})
