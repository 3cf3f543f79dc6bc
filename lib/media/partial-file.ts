import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/** What has come of a file so far. `validator` names the version of it, null when the host names none surely. */
export type PartialFile = { bytes: number; total: number | null; validator: string | null }

const MINUTE = 60_000

/** A strong validator (RFC 9110, 8.8): a strong ETag, or a date that is older than the answer by more than a moment. */
function validatorOf({ etag, date, 'last-modified': modified }: IncomingHttpHeaders): string | null {
  if (etag?.startsWith('"')) return etag
  return modified && Date.parse(date ?? '') - Date.parse(modified) >= MINUTE ? modified : null
}

/** A file that begins to come. */
export function beginning({ headers }: IncomingMessage): PartialFile {
  const length = headers['content-length']
  return { bytes: 0, total: length === undefined ? null : Number(length), validator: validatorOf(headers) }
}

/** Asks for what is missing, if the file is still the same; else the host gives the whole of it. */
export function rangeHeaders({ bytes, validator }: PartialFile): Record<string, string> {
  return bytes > 0 && validator !== null ? { range: `bytes=${bytes}-`, 'if-range': validator } : {}
}

/** Whether an answer 206 goes on where the file was cut, in the same version of it. */
export function isContinuation({ headers }: IncomingMessage, part: PartialFile): boolean {
  const [, first, total] = /^bytes (\d+)-\d+\/(\d+|\*)$/i.exec(headers['content-range'] ?? '') ?? []
  if (part.bytes === 0 || Number(first) !== part.bytes) return false
  const isSameLength = total === '*' || part.total === null || Number(total) === part.total
  const isSameVersion =
    headers.etag === undefined || !part.validator?.startsWith('"') || headers.etag === part.validator
  return isSameLength && isSameVersion
}
