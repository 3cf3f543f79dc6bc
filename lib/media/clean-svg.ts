import sax from 'sax'
import { MediaError } from './media-error.ts'

/** An SVG with what draws and nothing else: an allow-list, since an SVG can hold script and fetch from anywhere. */

const ELEMENTS = new Set(
  `svg g defs symbol use title desc path rect circle ellipse line polyline polygon text tspan textPath image style switch a
  linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComponentTransfer
  feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB
  feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight
  feTile feTurbulence`.split(/\s+/),
)
/** Left out, but not what stands inside. */
const UNWRAPPED = new Set(['switch', 'a'])
const MAX_DEPTH = 200
const MAX_BYTES = 5 * 1024 * 1024

const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** True for CSS and values that lead nowhere but to the picture itself. Escapes hide words, so they are refused. */
function staysInside(value: string): boolean {
  const css = value.replace(/url\(\s*["']?#[\w.:-]*["']?\s*\)/gi, '')
  return !/url\(|@import|expression|javascript:|image-set|\\|<|-moz-binding|src\(/i.test(css)
}

function isAllowed(element: string, name: string, value: string): boolean {
  if (name === 'href' || name === 'xlink:href')
    return (
      /^#[\w.:-]+$/.test(value) ||
      (element === 'image' && /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z\d+/=\s]*$/i.test(value))
    )
  if (/^xmlns(?::xlink)?$/.test(name)) return /^http:\/\/www\.w3\.org\/(?:2000\/svg|1999\/xlink)$/.test(value)
  if (name === 'xml:space' || name === 'xml:lang') return true
  return /^[a-z][a-z\d-]*$/i.test(name) && !/^(?:on|src|data-)/i.test(name) && staysInside(value)
}

/** The cleaned text. Throws `MediaError` for what is no readable SVG, is too deep or too long. */
export function cleanSvg(source: string): string {
  if (source.length > MAX_BYTES) throw new MediaError('SVG de plus de 5 Mo')
  const parser = sax.parser(true, { trim: false })
  const open: string[] = []
  let output = ''
  let dropping = 0
  let style = ''
  parser.onerror = (error) => {
    throw new MediaError(`SVG illisible (${error.message.split('\n')[0]})`)
  }
  parser.onopentag = ({ name, attributes, isSelfClosing }) => {
    open.push(name)
    if (open.length > MAX_DEPTH) throw new MediaError('SVG trop imbriqué')
    if (open.length === 1 && name !== 'svg') throw new MediaError('SVG illisible (sans élément svg)')
    if (dropping > 0 || !ELEMENTS.has(name)) {
      dropping += 1
      return
    }
    if (UNWRAPPED.has(name) || name === 'style') return
    const kept = Object.entries(attributes).filter(([key, value]) => isAllowed(name, key, String(value)))
    output += `<${name}${kept.map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`).join('')}${isSelfClosing ? '/' : ''}>`
  }
  parser.onclosetag = (name) => {
    open.pop()
    if (dropping > 0) dropping -= 1
    else if (name === 'style') {
      if (staysInside(style)) output += `<style>${style.replaceAll('&', '&amp;')}</style>`
      style = ''
    } else if (!UNWRAPPED.has(name) && !parser.tag?.isSelfClosing) output += `</${name}>`
  }
  const onText = (text: string) => {
    if (dropping > 0 || open.length === 0) return
    if (open.at(-1) === 'style') style += text
    else output += escapeXml(text)
  }
  parser.ontext = onText
  parser.oncdata = onText
  parser.write(source.replace(/^\ufeff/, '')).close()
  if (output === '') throw new MediaError('SVG illisible (vide)')
  return output.includes('xmlns="http://www.w3.org/2000/svg"')
    ? output
    : output.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
}
