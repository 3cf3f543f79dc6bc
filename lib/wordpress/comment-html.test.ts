import { expect, test } from 'vitest'
import { commentHtml } from './comment-html.ts'

test('line ends make paragraphs and breaks, as WordPress shows them', () => {
  expect(commentHtml('Merci !\nÀ bientôt\n\nUne suite')).toBe(
    '<p>Merci !<br>\nÀ bientôt</p>\n<p>Une suite</p>',
  )
})

test('links stay, and say that they are a reader’s', () => {
  expect(commentHtml('<a href="https://a.test/" onclick="x()" style="color:red">ici</a>')).toBe(
    '<p><a href="https://a.test/" rel="nofollow ugc noopener">ici</a></p>',
  )
})

test.each([
  '<script>alert(1)</script>Texte',
  '<img src=x onerror=alert(1)>Texte',
  '<a href="javascript:alert(1)">Texte</a>',
  '<iframe src="https://evil.test"></iframe>Texte',
  '<p id="contenu" class="x">Texte</p>',
  '<svg><a xlink:href="javascript:alert(1)">Texte</a></svg>',
  '<form action="/x"><button>Texte</button></form>',
])('hostile: %s', (content) => {
  const html = commentHtml(content)
  expect(html).toContain('Texte')
  expect(html).not.toMatch(
    /<(?:script|img|iframe|svg|form|button)|javascript:|\son\w+=|\sid=|\sclass=|\sstyle=/,
  )
})

test('deep and long comments are read in bounded time', () => {
  const start = performance.now()
  commentHtml(`${'<blockquote>'.repeat(5_000)}x`)
  commentHtml('<'.repeat(60_000))
  expect(performance.now() - start).toBeLessThan(5_000)
})
