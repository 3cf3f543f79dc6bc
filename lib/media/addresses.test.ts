import { describe, expect, it } from 'vitest'
import { familyOf, fileAddress, originalsOf } from './addresses.ts'

const at = '/wp-content/uploads/2019/03'

describe('fileAddress', () => {
  it.each([
    ['https://s.test/wp-content/uploads/2019/03/a.jpg', 's.test'],
    ['http://www.s.test/wp-content/uploads/2019/03/a.jpg', 's.test'],
    ['//s.test/wp-content/uploads/2019/03/a.jpg?w=1#x', 's.test'],
    ['https://i0.wp.com/s.test/wp-content/uploads/2019/03/a.jpg?w=640', 's.test'],
    ['/wp-content/uploads/2019/03/a.jpg', ''],
  ])('reads %s', (address, host) => {
    expect(fileAddress(address)).toEqual({ host, path: `${at}/a.jpg` })
  })

  it('decodes, and refuses what names no file of the web', () => {
    expect(fileAddress('/%C3%A9t%C3%A9.jpg')?.path).toBe('/été.jpg')
    expect(fileAddress('/e\u0301te\u0301.jpg')?.path).toBe('/été.jpg')
    for (const address of [
      'data:image/png;base64,AA',
      'javascript:alert(1)',
      '/%E0%A4%A',
      '/a%00.jpg',
      'http://',
    ])
      expect(fileAddress(address), address).toBeNull()
  })
})

describe('originalsOf', () => {
  it.each([
    ['a-1024x683.jpg', ['a.jpg', 'a-1024x683.jpg']],
    ['a-scaled.jpg', ['a.jpg', 'a-scaled.jpg']],
    ['a-scaled-300x200.jpg', ['a.jpg', 'a-scaled.jpg', 'a-scaled-300x200.jpg']],
    ['a-rotated.jpg', ['a.jpg', 'a-rotated.jpg']],
    ['a-e1551514567.jpg', ['a-e1551514567.jpg', 'a.jpg']],
    ['a-e1551514567-300x200.jpg', ['a-e1551514567.jpg', 'a-e1551514567-300x200.jpg', 'a.jpg']],
    ['plan-3x4.jpg', ['plan.jpg', 'plan-3x4.jpg']],
    ['photo-e-12.jpg', ['photo-e-12.jpg']],
    ['a.jpg', ['a.jpg']],
  ])('of %s', (name, expected) => {
    expect(originalsOf(`${at}/${name}`)).toEqual(expected.map((file) => `${at}/${file}`))
  })

  it('keeps two months apart', () => {
    expect(familyOf('/2019/03/a-300x200.jpg')).not.toBe(familyOf('/2019/04/a-300x200.jpg'))
  })
})
