import type { Element } from 'hast'
import { readSource } from './addresses.ts'
import { attribute, elementsIn, isElement, textOf } from './html.ts'
import { findPlayer } from './providers.ts'

/** Elements of plugins and of AMP that name a film by its number alone. */
const FILMS: [name: RegExp, page: string][] = [
  [/youtube/, 'https://www.youtube.com/watch?v='],
  [/vimeo/, 'https://vimeo.com/'],
  [/dailymotion/, 'https://www.dailymotion.com/video/'],
]

/** What an element keeps for scripts: the values of its attributes `data-…`. */
function dataOf(element: Element): string[] {
  const values: string[] = []
  for (const name of Object.keys(element.properties)) {
    const value = /^data[A-Z]/.test(name) ? attribute(element, name) : null
    if (value !== null) values.push(value)
  }
  return values
}

/** The addresses in a value, which may be JSON. */
function addressesIn(value: string): string[] {
  if (!value.includes('//') && !value.includes('\\/\\/')) return []
  const plain = value.slice(0, 20_000).replaceAll('\\/', '/')
  return [...plain.matchAll(/(?:https?:)?\/\/[^\s"'<>\\]{4,2000}/gi)].flatMap(
    ([address]) => readSource(address) ?? [],
  )
}

/** The address of the player that a script would put in the place of a frame, until the reader agrees or scrolls. */
export function frameAddress(frame: Element): string {
  const own = attribute(frame, 'src') ?? ''
  const said = [attribute(frame, 'dataSrc'), attribute(frame, 'dataLazySrc'), own, ...dataOf(frame)]
  const addresses = said.flatMap((value) => addressesIn(value ?? ''))
  const isReal = /^(?:https?:)?\/\//i.test(own)
  return addresses.find((one) => findPlayer(one)) ?? (isReal ? own : (addresses[0] ?? own))
}

/** The address of the player that a script would put into an empty element; null when there is none. */
export function hiddenPlayer(element: Element): string | null {
  const number =
    attribute(element, 'videoId') ?? attribute(element, 'videoid') ?? attribute(element, 'dataVideoid')
  const data = dataOf(element)
  if (number === null && data.length === 0) return null
  const page = FILMS.find(([name]) => name.test(element.tagName))?.[1]
  const film = page && number && /^[\w-]{4,40}$/.test(number) ? page + number : null
  const address = film ?? data.flatMap(addressesIn).find((one) => findPlayer(one)) ?? null
  return address !== null && isEmpty(element) ? address : null
}

const isEmpty = (element: Element): boolean =>
  textOf(element.children).trim() === '' &&
  !elementsIn(element.children).some((inner) => isElement(inner, 'img', 'iframe', 'audio', 'video', 'object'))
