import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { Document } from '../document/types.ts'
import { walk } from '../document/walk.ts'
import { env } from '../env.ts'
import type { Sound } from './types.ts'

const TYPES: Record<string, string> = {
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  mp4: 'audio/mp4',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  opus: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  webm: 'audio/webm',
}

function typeOf(source: string): string {
  const extension = /\.([a-z0-9]{1,5})(?:$|[?#])/i.exec(source)?.[1]?.toLowerCase()
  return TYPES[extension ?? ''] ?? 'audio/mpeg'
}

async function sizeOf(source: string): Promise<number> {
  const file = /^\/media\/([0-9a-f]{32}\.[a-z0-9]+)$/.exec(source)?.[1]
  if (!file) return 0
  return stat(path.resolve(env.MEDIA_DIR, file)).then(
    ({ size }) => size,
    () => 0,
  )
}

/** The sounds of a document, in reading order: of each recording the first source, which is the preferred one. */
export async function readSounds(document: Document): Promise<Sound[]> {
  const sources = [...walk(document)].map((node) =>
    node.type === 'audio' ? node.attrs.sources[0] : undefined,
  )
  return Promise.all(
    sources
      .filter((source) => source !== undefined)
      .map(async (url) => ({ url, mimeType: typeOf(url), bytes: await sizeOf(url) })),
  )
}
