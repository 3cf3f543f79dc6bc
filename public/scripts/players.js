// @ts-check
// Players of other sites, at the click of the reader: the frame takes the place of its card. A reader may ask that one
// site's players always come: its name is kept here, and taken back by the same box.

const KEY = 'lecteurs'

/** @returns {string[]} the sites whose players the reader always wants */
function remembered() {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter((name) => typeof name === 'string') : []
  } catch {
    return []
  }
}

/** @param {string} provider @param {boolean} isWanted */
function remember(provider, isWanted) {
  const others = remembered().filter((name) => name !== provider)
  try {
    localStorage.setItem(KEY, JSON.stringify(isWanted ? [...others, provider] : others))
  } catch {
    // Storage is refused: the site is asked for at each click.
  }
}

/** @param {HTMLElement} embed @param {HTMLIFrameElement} frame @param {HTMLElement} card */
function choiceOf(embed, frame, card) {
  const { provider = '', name = '' } = embed.dataset
  const choice = document.createElement('p')
  choice.className = 'embed-choice'
  const label = choice.appendChild(document.createElement('label'))
  const box = label.appendChild(document.createElement('input'))
  box.type = 'checkbox'
  box.checked = remembered().includes(provider)
  label.append(` Toujours afficher ce qui vient de ${name}`)
  box.addEventListener('change', () => remember(provider, box.checked))
  const close = choice.appendChild(document.createElement('button'))
  close.type = 'button'
  close.textContent = 'Fermer le lecteur'
  close.addEventListener('click', () => {
    frame.remove()
    choice.remove()
    card.hidden = false
    card.focus()
  })
  return choice
}

/** @param {HTMLElement} embed @param {string} address @param {boolean} isAsked by a click, not by memory */
function show(embed, address, isAsked) {
  const card = embed.querySelector('.embed-card')
  if (!(card instanceof HTMLElement)) return
  const shown = embed.querySelector('iframe')
  const src = isAsked ? address : address.replace(/([?&])auto_?play=(?:1|true)/, '$1')
  if (shown) {
    shown.src = src
    return
  }
  const frame = document.createElement('iframe')
  frame.src = src
  frame.title = card.querySelector('strong')?.textContent ?? embed.dataset.name ?? ''
  frame.allow = 'autoplay; fullscreen; encrypted-media; picture-in-picture'
  frame.referrerPolicy = 'strict-origin-when-cross-origin'
  card.hidden = true
  card.after(frame, choiceOf(embed, frame, card))
  if (isAsked) frame.focus()
}

/** @param {HTMLElement} link a time code */
function playAt(link) {
  const player = document.getElementById('lecteur')
  if (!player) return false
  if (player instanceof HTMLMediaElement) {
    player.currentTime = Number(link.dataset.start)
    player.play().catch(() => {})
    player.focus()
  } else if (link.dataset.frame) show(player, link.dataset.frame, true)
  else return false
  player.scrollIntoView({ block: 'center' })
  return true
}

document.addEventListener('click', (event) => {
  const { target } = event
  if (!(target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return
  const timecode = target.closest('a[data-start]')
  if (timecode instanceof HTMLElement) {
    if (playAt(timecode)) event.preventDefault()
    return
  }
  const embed = target.closest('.embed-card')?.closest('[data-frame]')
  if (!(embed instanceof HTMLElement) || !embed.dataset.frame) return
  event.preventDefault()
  show(embed, embed.dataset.frame, true)
})

// A poster may be cut to fill the screen, a film may not. These events do not bubble: they are caught on their way down.
document.addEventListener(
  'play',
  ({ target }) => {
    if (target instanceof HTMLVideoElement) target.dataset.started = ''
  },
  true,
)

const near = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting || !(target instanceof HTMLElement)) continue
    near.unobserve(target)
    if (!target.querySelector('iframe')) show(target, target.dataset.frame ?? '', false)
  }
})
for (const embed of document.querySelectorAll('.embed[data-frame]'))
  if (embed instanceof HTMLElement && remembered().includes(embed.dataset.provider ?? '')) near.observe(embed)
