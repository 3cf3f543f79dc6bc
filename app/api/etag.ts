import { hash } from 'node:crypto'

/** The tag by which a client asks whether an answer is still the same. */
export const etagOf = (text: string): string => `"${hash('sha256', text, 'base64url').slice(0, 22)}"`
