import { describe, expect, it } from 'vitest'
import { hostOf, readHref, readSource } from './addresses.ts'

describe('readHref', () => {
  it.each([
    ['https://ex.test/a b', 'https://ex.test/a%20b'],
    [' #ancre ', '#ancre'],
    ['//ex.test/x', 'https://ex.test/x'],
    ['www.ex.test/x', 'https://www.ex.test/x'],
    ['exemple.fr/x', 'https://exemple.fr/x'],
    ['page.html', '/page.html'],
    ['../dossier/page.html', '/dossier/page.html'],
    ['mailto: a@b.fr', 'mailto:a@b.fr'],
    ['', ''],
  ])('%s → %s', (raw, href) => {
    expect(readHref(raw)).toBe(href)
  })
  it.each([
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:x',
    'data:text/html,x',
    'http:///x',
    'vbscript:x',
    '/\\evil.test',
  ])('refuses %j', (raw) => {
    expect(readHref(raw)).toBeNull()
  })
})

describe('readSource', () => {
  it('takes addresses and paths, and nothing that cannot be fetched', () => {
    expect(readSource('//s.test/a.jpg')).toBe('https://s.test/a.jpg')
    expect(readSource('/u/a b.jpg')).toBe('/u/a%20b.jpg')
    for (const raw of [null, '', 'x', 'data:image/png;base64,AA', 'blob:https://s.test/1', '#x'])
      expect(readSource(raw)).toBeNull()
  })
})

describe('hostOf', () => {
  it('names the site of an address', () => {
    expect(hostOf('https://www.ex.test/a')).toBe('ex.test')
    expect(hostOf('/chemin')).toBe('/chemin')
  })
})
