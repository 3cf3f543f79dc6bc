// @ts-check
// Pictures at their full size, in the dialog that the page holds (`Lightbox`): a click on one or on its link opens it,
// arrows, or a finger drawn across, go through those of the same gallery or of the text. Without this script the links lead to the files.

const dialog = document.getElementById('visionneuse')
const shown = document.createElement('img')
const caption = dialog?.querySelector('.lightbox-caption')
const counter = dialog?.querySelector('.lightbox-counter')

/** @param {Element} link @returns {HTMLAnchorElement[]} the links of the same gallery, or of the pictures of the text */
function neighbours(link) {
  const gallery = link.closest('.gallery')
  const links = [...(gallery ?? document).querySelectorAll('a.enlarge')]
  return links.flatMap((one) =>
    one instanceof HTMLAnchorElement && one.closest('.gallery') === gallery ? [one] : [],
  )
}

const SWIPE = 48

/** One finger drawn across asks for the next picture or the one before; two fingers, or a page made larger, do not.
 * @param {HTMLElement} place @param {(step: number) => void} go */
function followFinger(place, go) {
  /** @type {Touch | null} */
  let first = null
  place.addEventListener('touchstart', ({ touches }) => {
    first = touches.length === 1 && (visualViewport?.scale ?? 1) < 1.05 ? (touches[0] ?? null) : null
  })
  place.addEventListener('touchend', ({ changedTouches }) => {
    const last = changedTouches[0]
    if (!first || !last) return
    const across = last.clientX - first.clientX
    const isAcross = Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(last.clientY - first.clientY)
    first = null
    if (isAcross) go(across < 0 ? 1 : -1)
  })
}

if (dialog instanceof HTMLDialogElement && caption && counter) {
  caption.before(shown)
  /** @type {HTMLAnchorElement[]} */
  let links = []
  let at = 0

  /** @param {number} index */
  const show = (index) => {
    at = (index + links.length) % links.length
    const figure = links[at]?.closest('figure')
    const picture = figure?.querySelector('img')
    shown.src = links[at]?.href ?? ''
    shown.alt = picture?.alt ?? ''
    shown.style.backgroundImage = picture?.style.backgroundImage ?? ''
    shown.width = Number(picture?.getAttribute('width'))
    shown.height = Number(picture?.getAttribute('height'))
    caption.textContent = figure?.querySelector('figcaption')?.textContent ?? ''
    counter.textContent = links.length > 1 ? `${at + 1} sur ${links.length}` : ''
    dialog.dataset.count = String(links.length)
  }

  document.addEventListener('click', (event) => {
    const { target } = event
    if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return
    const link = target.closest('a.enlarge')
    if (!(link instanceof HTMLAnchorElement)) return
    event.preventDefault()
    links = neighbours(link)
    show(links.indexOf(link))
    dialog.showModal()
  })

  for (const button of dialog.querySelectorAll('button[data-step]'))
    button.addEventListener('click', () => show(at + Number(button.getAttribute('data-step'))))
  dialog.querySelector('[data-close]')?.addEventListener('click', () => dialog.close())
  // A click beside the picture closes, as the Escape key does.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close()
  })
  followFinger(dialog, (step) => {
    if (links.length > 1) show(at + step)
  })
  dialog.addEventListener('close', () => links[at]?.focus())
  dialog.addEventListener('keydown', (event) => {
    const steps = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: links.length - 1 }
    const entry = Object.entries(steps).find(([key]) => key === event.key)
    if (!entry || links.length < 2) return
    event.preventDefault()
    show(entry[1])
  })
}
