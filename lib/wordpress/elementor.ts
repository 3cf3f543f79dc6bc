/**
 * Elementor keeps its widgets as JSON in a field, and a copy of what they print in the content. Where the copy is empty,
 * the widgets say what the article says.
 */
const TITLES = /^(?:title|title_text|heading|tab_title|alert_title|item_title|accordion_title)$/
const TEXTS =
  /^(?:editor|html|text|tab_content|description|description_text|item_text|sub_heading|button_text|footer_additional_info|testimonial_content|testimonial_name|testimonial_job|inner_text|blockquote_content|alert_description|item_description|caption|accordion_content)$/
/** A figure that a script counts up to, or a price. */
const NUMBERS = /^(?:ending_number|price|percent)$/
const PLAYERS = /^(?:youtube_url|vimeo_url|dailymotion_url|hosted_url|external_url)$/

/** Deeper or longer than any page: hostile data ends there. */
const MAX_DEPTH = 40
const MAX_LENGTH = 5_000_000

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const attribute = (name: string, value: string): string =>
  value === '' ? '' : ` ${name}="${value.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}"`

/** A picture of the library or of elsewhere, with the link and the caption that its widget gives it. */
function pictureHtml({ id, url, alt }: Record<string, unknown>, widget: Record<string, unknown>): string {
  const own = /^\d+$/.test(String(id)) ? `wp-image-${String(id)}` : ''
  const img = `<img${attribute('class', own)}${attribute('src', textOf(url))}${attribute('alt', textOf(alt))}>`
  const link = isRecord(widget.link) ? textOf(widget.link.url) : ''
  const linked = link === '' ? img : `<a${attribute('href', link)}>${img}</a>`
  const caption = captionOf(widget)
  return caption === '' ? linked : `<figure>${linked}<figcaption>${caption}</figcaption></figure>`
}

const captionOf = ({ image, caption }: Record<string, unknown>): string =>
  isRecord(image) && isPicture(image) ? textOf(caption) : ''

const isPicture = ({ url }: Record<string, unknown>): boolean =>
  /\.(?:jpe?g|png|gif|webp|avif|svg)(?:\?|$)/i.test(textOf(url))

function numberOf(value: unknown, { prefix, suffix }: Record<string, unknown>): string {
  const number = typeof value === 'number' ? String(value) : textOf(value)
  return number === '' ? '' : `${textOf(prefix)}${number}${textOf(suffix)}`
}

function fieldHtml(name: string, value: unknown, settings: Record<string, unknown>, depth: number): string {
  if (depth > MAX_DEPTH) return ''
  if (Array.isArray(value)) {
    const entries = value.filter(isRecord)
    const html = entries.map((one) => settingsHtml(one, depth + 1)).join('')
    return entries.length > 1 && entries.every(isPicture) ? `<div class="gallery">${html}</div>` : html
  }
  if (isRecord(value)) return isPicture(value) ? pictureHtml(value, settings) : ''
  const text = NUMBERS.test(name) ? numberOf(value, settings) : textOf(value)
  if (text === '' || (name === 'caption' && captionOf(settings) !== '')) return ''
  const link = isRecord(settings.link) ? textOf(settings.link.url) : ''
  const linked = link === '' ? text : `<a${attribute('href', link)}>${text}</a>`
  if (TITLES.test(name)) {
    const level = /^h[1-6]$/.exec(textOf(settings.header_size) || textOf(settings.title_size))?.[0] ?? 'h3'
    return `<${level}>${linked}</${level}>`
  }
  if (TEXTS.test(name) || NUMBERS.test(name))
    return /^(?:text|item_text)$/.test(name) ? `<p>${linked}</p>` : `<div>${text}</div>`
  if (name === 'shortcode') return `\n\n${text}\n\n`
  return PLAYERS.test(name) ? `\n\n${text}\n\n` : ''
}

/** The settings of a widget, or of an entry of one, in their order; an entry may itself be a picture. */
function settingsHtml(settings: Record<string, unknown>, depth: number): string {
  if (isPicture(settings)) return pictureHtml(settings, {})
  return Object.entries(settings)
    .map(([name, value]) => fieldHtml(name, value, settings, depth))
    .join('')
}

function elementsHtml(value: unknown, depth: number): string {
  if (!Array.isArray(value) || depth > MAX_DEPTH) return ''
  return value
    .map((one: unknown) => {
      if (!isRecord(one)) return ''
      const own = one.elType === 'widget' && isRecord(one.settings) ? settingsHtml(one.settings, depth) : ''
      return `${own}${elementsHtml(one.elements, depth + 1)}`
    })
    .join('\n\n')
}

/** The HTML of the widgets in the field `_elementor_data`; empty when it is none. */
export function elementorHtml(json: string | undefined): string {
  if (!json || json.length > MAX_LENGTH) return ''
  try {
    return elementsHtml(JSON.parse(json), 0)
  } catch {
    return ''
  }
}
