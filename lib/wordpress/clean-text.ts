/** XML forbids these characters, WordPress lets them through, and databases end a text at the first of them. */
const FORBIDDEN = /[\p{Cc}--[\t\n\r\x7f-\x9f]]/gv

/** A text without the control characters that nobody sees. */
export const withoutControls = (text: string): string => text.replace(FORBIDDEN, '')

const cleaned = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? withoutControls(value).toWellFormed() : value

/** `JSON.parse` for answers of WordPress: escapes may write what no text may hold. */
export function parseJson(text: string): unknown {
  const isSuspect = /\\u(?:00[01]|d[89a-f])/i.test(text)
  return isSuspect ? JSON.parse(text, cleaned) : JSON.parse(text)
}
