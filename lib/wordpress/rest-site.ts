import { z } from 'zod'

/** What the REST API says of the site itself. Each reader gives null for an answer of another shape. */

const index = z.object({
  home: z.string().optional(),
  namespaces: z.array(z.string()).refine((names) => names.includes('wp/v2')),
})

/** The root of the API; `home` is the site's address. */
export const readIndex = (value: unknown): { home: string | null } | null => {
  const read = index.safeParse(value)
  return read.success ? { home: read.data.home?.replace(/\/+$/, '') ?? null } : null
}

const types = z.record(
  z.string(),
  z.object({ slug: z.string(), rest_base: z.string(), rest_namespace: z.string().default('wp/v2') }),
)

/** WordPress's own machinery: no content of a magazine. Files of the library are read apart. */
const INTERNAL =
  /^(?:attachment|nav_menu_item|wp_block|wp_template|wp_template_part|wp_global_styles|wp_navigation|wp_font_family|wp_font_face)$/

export type ItemType = { type: string; route: string }

/** The types that hold content, with the route that lists each. */
export function readTypes(value: unknown): ItemType[] | null {
  const read = types.safeParse(value)
  if (!read.success) return null
  return Object.values(read.data)
    .filter(({ slug, rest_base }) => !INTERNAL.test(slug) && /^[\w-]+$/.test(rest_base))
    .map(({ slug, rest_base, rest_namespace }) => ({ type: slug, route: `/${rest_namespace}/${rest_base}` }))
}

const listing = z.array(z.object({ id: z.number().int().positive(), modified_gmt: z.string().nullish() }))

export type Listed = { id: number; modified: string }

/** `id` and `modified_gmt` of items, the date as the database writes it. */
export function readListing(value: unknown): Listed[] | null {
  const read = listing.safeParse(value)
  return read.success
    ? read.data.map(({ id, modified_gmt }) => ({ id, modified: (modified_gmt ?? '').replace('T', ' ') }))
    : null
}

const refusal = z.object({ code: z.string(), message: z.string() })

/** What WordPress says when it refuses. */
export const readRefusal = (value: unknown): { code: string; message: string } | null =>
  refusal.safeParse(value).data ?? null
