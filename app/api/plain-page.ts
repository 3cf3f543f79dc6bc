import { searchPath } from '../../lib/routes.ts'
import { site } from '../../lib/site.ts'

const STYLE = `
  body { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem; font: 1.25rem/1.5 Georgia, serif; background: light-dark(#fbf6ec, #161513); color: light-dark(#1d1b17, #ede6d9) }
  a { color: light-dark(#bc2d13, #ff8b6e) }
  h1 { margin: 3rem 0 1rem; font-size: clamp(2.25rem, 8vw, 3.5rem); font-weight: 500; line-height: 1.05; letter-spacing: -0.025em; text-wrap: balance }
  ul { margin: 2rem 0; padding: 0; list-style: none }
  .name { font: 600 2rem/1 system-ui, sans-serif; letter-spacing: -0.045em; text-decoration: none }`

type Words = { status: 404 | 410; title: string; words: string }

/**
 * Says that nothing is at an address, where no page of the magazine can: one string, that asks for nothing. What
 * knocks at WordPress's old doors is robots, by the thousand; the reader who gets lost there finds the way back.
 */
export function plainPage({ status, title, words }: Words): Response {
  const html = `<!doctype html>
<html lang="${site.language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} — ${site.name}</title>
<style>${STYLE}
</style>
<main>
  <a class="name" href="/">${site.name}</a>
  <h1>${title}</h1>
  <p>${words}</p>
  <ul>
    <li><a href="/">La page d’accueil →</a></li>
    <li><a href="${searchPath}">Chercher un article →</a></li>
  </ul>
</main>
`
  return new Response(html, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })
}
