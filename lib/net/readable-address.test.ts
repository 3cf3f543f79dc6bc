import { expect, it } from 'vitest'
import { readableAddress } from './readable-address.ts'

it.each([
  ['/tag/%C3%A9t%C3%A9/?q=%zz', '/tag/%C3%A9t%C3%A9/?q=%zz'],
  ['/tag/%zz/', '/tag/%25zz/'],
  ['/caf%E9/%C3%A9/', '/caf%25E9/%C3%A9/'],
  ['/%ED%A0%80/', '/%25ED%25A0%2580/'],
  ['/%', '/%25'],
  ['/a%2Fb/?x=1?y=%', '/a%2Fb/?x=1?y=%'],
])('%s → %s', (address, readable) => {
  expect(readableAddress(address)).toBe(readable)
  expect(() => decodeURIComponent(readable.split('?')[0] ?? '')).not.toThrow()
})
