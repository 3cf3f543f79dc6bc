import { describe, expect, it } from 'vitest'
import { stripScripts } from './strip-scripts.ts'

describe('stripScripts', () => {
  it('removes the framework’s scripts and their preloads, and nothing else', () => {
    const page =
      '<head><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="preload" as="font" href="/f.woff2"/>' +
      '<script src="/_next/a.js" async=""></script></head><body><p>Texte</p><script>self.__next_f.push([1,"<p>"])</script></body>'
    expect(stripScripts(page)).toBe(
      '<head><link rel="preload" as="font" href="/f.woff2"/></head><body><p>Texte</p></body>',
    )
  })

  it('keeps structured data and our own modules', () => {
    const page =
      '<script type="application/ld+json">{"a":1}</script><script type="module" src="/js/a.js" data-keep=""></script>'
    expect(stripScripts(page)).toBe(page)
  })
})
