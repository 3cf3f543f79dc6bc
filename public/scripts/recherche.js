// @ts-check
/**
 * Suggestions under a search box while a reader types: an editable combobox with a list (WAI-ARIA Authoring Practices).
 * Without this module the box is a plain form.
 */

/** @typedef {{ text: string, note: string | null, path: string }} Suggestion */

const PAUSE = 180

/** @param {HTMLFormElement} form @param {HTMLInputElement} input */
function suggest(form, input) {
  const list = document.createElement('ul')
  list.id = `${input.id}-propositions`
  list.className = 'search-suggestions'
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'Propositions')
  list.hidden = true
  const status = document.createElement('p')
  status.className = 'sr-only'
  status.setAttribute('role', 'status')
  form.append(list, status)
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': list.id,
  }))
    input.setAttribute(name, value)

  /** @type {number | undefined} */
  let timer
  let asked = new AbortController()
  let active = -1

  function close() {
    clearTimeout(timer)
    asked.abort()
    list.hidden = true
    active = -1
    input.setAttribute('aria-expanded', 'false')
    input.removeAttribute('aria-activedescendant')
  }

  /** @param {number} index */
  function activate(index) {
    active = index
    for (const [place, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(place === index))
      if (place === index) option.scrollIntoView({ block: 'nearest' })
    }
    const chosen = list.children[index]
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id)
    else input.removeAttribute('aria-activedescendant')
  }

  /** @param {Suggestion} suggestion @param {number} index */
  function option({ text, note, path }, index) {
    const item = document.createElement('li')
    item.id = `${list.id}-${index}`
    item.setAttribute('role', 'option')
    item.setAttribute('aria-selected', 'false')
    item.dataset.path = path
    const name = document.createElement('span')
    name.textContent = text
    item.append(name)
    if (note !== null) {
      const small = document.createElement('small')
      small.textContent = note
      item.append(' ', small)
    }
    return item
  }

  /** @param {Suggestion[]} suggestions */
  function show(suggestions) {
    list.replaceChildren(...suggestions.map(option))
    activate(-1)
    list.hidden = suggestions.length === 0
    input.setAttribute('aria-expanded', String(!list.hidden))
    const { length } = suggestions
    status.textContent = length === 0 ? '' : `${length} proposition${length > 1 ? 's' : ''}`
  }

  async function ask() {
    asked.abort()
    asked = new AbortController()
    const { signal } = asked
    try {
      const answer = await fetch(`${form.dataset.suggest}?q=${encodeURIComponent(input.value)}`, { signal })
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] }
      if (!signal.aborted && document.activeElement === input) show(suggestions)
    } catch {
      // Cancelled by the next letter, or no network: the form still works.
    }
  }

  /** @param {Element | undefined} chosen */
  function follow(chosen) {
    if (chosen instanceof HTMLElement && chosen.dataset.path) location.assign(chosen.dataset.path)
  }

  input.addEventListener('input', () => {
    clearTimeout(timer)
    // What was chosen answered other words.
    activate(-1)
    if (input.value.trim().length < 2) return close()
    timer = window.setTimeout(ask, PAUSE)
  })
  input.addEventListener('keydown', (event) => {
    const { length } = list.children
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !list.hidden && length > 0) {
      event.preventDefault()
      const step = event.key === 'ArrowDown' ? 1 : -1
      // From the last option back to the text, and round again.
      activate(((active + 1 + step + length + 1) % (length + 1)) - 1)
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault()
      follow(list.children[active])
    }
  })
  input.addEventListener('blur', close)
  // Before the box loses the focus, which closes the list.
  list.addEventListener('pointerdown', (event) => event.preventDefault())
  list.addEventListener('click', (event) => {
    if (event.target instanceof Element) follow(event.target.closest('[role=option]') ?? undefined)
  })
}

for (const form of document.querySelectorAll('form[data-suggest]')) {
  const input = form.querySelector('input[type=search]')
  if (form instanceof HTMLFormElement && input instanceof HTMLInputElement) suggest(form, input)
}
