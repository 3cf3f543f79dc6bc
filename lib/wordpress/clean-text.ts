/** XML forbids these characters, WordPress lets them through, and databases end a text at the first of them. */
const FORBIDDEN = /[\p{Cc}--[\t\n\r\x7f-\x9f]]/gv

/**
 * Signs of Windows that went through Latin 1 on their way into a database (an apostrophe as U+0092): the control
 * characters in their place mean nothing else, and browsers show none.
 */
const C1 = /[\x80-\x9f]/g
const windows = new TextDecoder('windows-1252')
const windowsSign = (control: string): string => {
  const sign = windows.decode(Uint8Array.of(control.charCodeAt(0)))
  return sign === control ? '' : sign
}

/** A text without the control characters that nobody sees; those that stand for a sign of Windows give that sign. */
export const withoutControls = (text: string): string => text.replace(FORBIDDEN, '').replace(C1, windowsSign)

const cleaned = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? withoutControls(value).toWellFormed() : value

/** `JSON.parse` for answers of WordPress: escapes may write what no text may hold. */
export function parseJson(text: string): unknown {
  const isSuspect = /\\u(?:00[01]|d[89a-f])/i.test(text)
  return isSuspect ? JSON.parse(text, cleaned) : JSON.parse(text)
}
