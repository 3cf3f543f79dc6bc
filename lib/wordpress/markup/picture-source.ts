import type { Element } from 'hast'
import { attribute, classesOf } from './html.ts'

/** Where plugins put the address of a picture that a script shows once it comes into view. */
const LAZY = ['dataLazySrc', 'dataSrc', 'dataOriginal']
/** Where plugins put the address of the file behind a picture. */
const FILES = ['dataOrig', 'dataOrigFile', 'dataLargeFile', 'dataFullUrl']
const SIZES = ['srcSet', 'dataSrcset', 'dataLazySrcset']

/** Longer lists of sizes are hostile. */
const MAX_SIZES = 20_000

/** The address of a picture: `src`, unless it only keeps the place of what another attribute names. */
export function sourceOf(image: Element): string | null {
  const own = attribute(image, 'src')
  const lazy = firstAddress(image, LAZY)
  if (own && !keepsPlace(image, own, lazy)) return own
  const sizes = SIZES.map((name) => attribute(image, name)).find((said) => said)
  return lazy ?? firstAddress(image, FILES) ?? largestOf(sizes ?? '') ?? own
}

function firstAddress(image: Element, names: readonly string[]): string | undefined {
  const said = names.map((name) => attribute(image, name))
  return (
    said.find((address) => address !== null && address !== '' && !address.startsWith('data:')) ?? undefined
  )
}

function keepsPlace(image: Element, own: string, lazy: string | undefined): boolean {
  if (own.startsWith('data:')) return true
  if (lazy === undefined) return false
  const isLazy = classesOf(image).some((name) => /(?:^|[-_])(?:lazy|lozad|unveil)/i.test(name))
  return isLazy || attribute(image, 'dataLazySrc') !== null || PLACEHOLDER.test(own)
}

/** A file of a plugin or theme without a picture of its own: `1x1.trans.gif`, `lazy_placeholder.gif`. */
const PLACEHOLDER =
  /(?:placeholder|blank|spacer|pixel|transparent|loading|loader|trans|1x1|lazy|gr[ae]y)[^/]{0,40}\.(?:gif|png|svg|jpe?g|webp)/i

/** The address of the widest picture of a `srcset`. */
function largestOf(sizes: string): string | null {
  const entries = sizes.slice(0, MAX_SIZES).split(/,\s/)
  const sized = entries.map((entry) => {
    const [address = '', width = ''] = entry.trim().split(/\s+/)
    return { address, width: Number.parseFloat(width) || 1 }
  })
  return sized.sort((one, other) => other.width - one.width)[0]?.address || null
}
