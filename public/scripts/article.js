// @ts-check
// What an article does on its own page: opens what an address names, shares it, and remembers where the reader was.

const article = document.querySelector('article.article')

/** The element that the address names: its id as it stands, or with its accents written as %C3%A9. */
function named() {
  const fragment = location.hash.slice(1)
  try {
    return document.getElementById(fragment) ?? document.getElementById(decodeURIComponent(fragment))
  } catch {
    return null
  }
}

/** The entries of the summary that lead to the named section are marked; what is folded around it unfolds. */
function openNamed() {
  for (const marked of document.querySelectorAll('.summary [aria-current]'))
    marked.removeAttribute('aria-current')
  const element = named()
  if (!element) return
  for (
    let inside = element.closest('details');
    inside;
    inside = inside.parentElement?.closest('details') ?? null
  )
    inside.open = true
  const anchor = element.closest('section[data-section]')?.querySelector(':is(h2, h3, h4, h5, h6)[id]')?.id
  const entries = [...document.querySelectorAll('.summary li > a')].filter(
    (link) => link instanceof HTMLAnchorElement && link.hash === `#${anchor}`,
  )
  for (const entry of entries) entry.setAttribute('aria-current', 'location')
}

/** A reader sent to `#Trio` finds the summary open at it, and may fold it again. */
function arrive() {
  openNamed()
  const element = named()
  const summary = document.getElementById('resume')
  if (!element || !(summary instanceof HTMLDetailsElement)) return
  if (element.id === 'en-bref' || summary.querySelector('[aria-current]')) summary.open = true
  element.scrollIntoView()
}

addEventListener('hashchange', () => {
  openNamed()
  const summary = document.getElementById('resume')
  if (location.hash === '#en-bref' && summary instanceof HTMLDetailsElement) summary.open = true
})
arrive()

/** @param {string} address @param {Element} button */
async function copy(address, button) {
  await navigator.clipboard.writeText(address)
  const status = document.querySelector('.share-status')
  if (status) status.textContent = 'Lien copié'
  button.setAttribute('data-done', '')
  setTimeout(() => {
    button.removeAttribute('data-done')
    if (status) status.textContent = ''
  }, 2500)
}

const share = document.querySelector('.share')
const here = location.origin + location.pathname
for (const button of share?.querySelectorAll('button') ?? []) {
  const isSheet = button.dataset.share === 'sheet'
  button.addEventListener('click', () => {
    const done = isSheet ? navigator.share({ title: document.title, url: here }) : copy(here, button)
    done.catch(() => {})
  })
}

// Where the reader was, as a part of the article, for the last articles left unfinished. It never leaves the browser.
const KEY = 'lectures'
const KEPT = 40
const UNFINISHED = { from: 0.08, to: 0.92 }

/** @returns {Record<string, number>} */
function places() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    return stored !== null && typeof stored === 'object' ? stored : {}
  } catch {
    return {}
  }
}

if (article) {
  const path = location.pathname
  const offer = document.querySelector('.resume-reading')
  const known = Number(places()[path])
  const height = () => article.scrollHeight - innerHeight
  const top = () => article.getBoundingClientRect().top + scrollY

  if (offer instanceof HTMLButtonElement && known > 0 && known < 1 && location.hash === '' && scrollY < 50) {
    offer.hidden = false
    offer.addEventListener('click', () => {
      offer.hidden = true
      scrollTo({ top: top() + known * height() })
    })
    // Whoever follows a link of the page knows where to go.
    addEventListener('hashchange', () => {
      offer.hidden = true
    })
    addEventListener(
      'scroll',
      () => {
        if (scrollY > innerHeight) offer.hidden = true
      },
      { passive: true },
    )
  }
  addEventListener('pagehide', () => {
    const part = Math.round(((scrollY - top()) / height()) * 1000) / 1000
    const { [path]: _before, ...others } = places()
    const isUnfinished = part > UNFINISHED.from && part < UNFINISHED.to
    const kept = Object.entries(others).slice(isUnfinished ? 1 - KEPT : -KEPT)
    try {
      localStorage.setItem(
        KEY,
        JSON.stringify(Object.fromEntries(isUnfinished ? [...kept, [path, part]] : kept)),
      )
    } catch {
      // Storage is refused: nothing is remembered.
    }
  })
}
