// @ts-check
// The choices of theme and text size: shown in `ReadingControls`, applied at once, remembered here only. Then what the
// platform leaves undone on every page: the key that closes the menu, the pictures of a page that is printed.

const root = document.documentElement

/** @param {string} name @param {string} choice '' for the page as it comes */
function choose(name, choice) {
  if (choice === '') delete root.dataset[name]
  else root.dataset[name] = choice
  try {
    if (choice === '') localStorage.removeItem(name)
    else localStorage.setItem(name, choice)
  } catch {
    // Storage is refused: the choice holds for this page.
  }
}

for (const input of document.querySelectorAll('.reading-controls input')) {
  if (!(input instanceof HTMLInputElement)) continue
  input.checked = input.value === (root.dataset[input.name] ?? '')
  input.addEventListener('change', () => choose(input.name, input.value))
}

const menu = document.querySelector('details.site-menu')
menu?.addEventListener('keydown', (event) => {
  if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || !menu.hasAttribute('open')) return
  menu.removeAttribute('open')
  menu.querySelector('summary')?.focus()
})

const paper = matchMedia('print')
paper.addEventListener('change', () => {
  if (paper.matches) for (const image of document.images) image.loading = 'eager'
})
