import { createHash } from 'node:crypto'

/** The tag by which a client asks whether an answer is still the same. */
export const etagOf = (text: string): string =>
  `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
