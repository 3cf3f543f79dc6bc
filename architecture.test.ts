import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Dependencies point down only: app → components → lib/articles, lib/freshness → lib/document, lib/db. Each room says
 * what it may import; anything else is a fault of layout.
 */
const root = import.meta.dirname
const rooms: { room: string; may: RegExp }[] = [
  { room: 'lib/document', may: /^(prosemirror-model|lib\/document\/)/ },
  { room: 'lib/wordpress', may: /^(node:|sax$|zod$|hast|unist|lib\/(document|wordpress)\/)/ },
  { room: 'lib/people', may: /^lib\/(people|document)\/|^lib\/wordpress\/people\./ },
  { room: 'lib/net', may: /^(node:|lib\/net\/)/ },
  {
    room: 'lib/freshness',
    may: /^(node:|generated\/|cache\/shared-tags|lib\/(freshness\/|db\.|env\.|insert-rows\.))/,
  },
  { room: 'lib/media', may: /^(node:|sharp$|sax$|zod$|generated\/|lib\/(media|db|env))/ },
  {
    room: 'lib/articles',
    may: /^(node:|zod$|next\/cache$|generated\/|lib\/(articles|document|freshness|people|search|testing)\/|lib\/(db|env|insert-rows|json-bytes|site|dates|routes|old-addresses)\.|lib\/wordpress\/(draft|sanitize-title|comment-html)\.|lib\/metadata\/preview-path\.)/,
  },
  {
    room: 'lib/search',
    may: /^(node:|zod$|next\/cache$|@orama\/stemmers|generated\/|prisma\/providers\.|lib\/(search|document|freshness|people|testing)\/|lib\/(db|beside-prisma|env|site|dates|routes|typography)\.|lib\/articles\/(queries|reshape|types)\.)/,
  },
  { room: 'lib/import', may: /^(node:|zod$|generated\/|lib\/)/ },
  {
    room: 'lib/export',
    may: /^(node:|zod$|generated\/|lib\/(export|articles|document|wordpress)\/|lib\/import\/dates\.|lib\/(db|env|html|site)\.)/,
  },
  {
    room: 'lib/metadata',
    may: /^(node:crypto$|next$|lib\/(metadata|document|articles\/types|routes|site))/,
  },
  {
    room: 'cache',
    may: /^(node:|@redis\/client$|next\/dist\/server\/lib\/incremental-cache\/|cache\/|lib\/public-host\.)/,
  },
  {
    room: 'components',
    may: /^(node:crypto$|react|schema-dts$|components\/|lib\/(document|metadata|articles\/types|search\/(types|address)|dates|site|routes|typography|players))/,
  },
  {
    room: 'app',
    may: /^(node:crypto|node:fs|node:path|react|next($|\/|-sitemap$)|zod$|@fontsource|app\/|components\/|lib\/(articles|search|freshness\/(refresh|websub)\.|media\/crop\.|metadata|env|public-host|site|routes|old-addresses|dates|db|media\/file-types|document\/types|import\/(sync|report)\.|wordpress\/source\.))/,
  },
]

function sourcesUnder(folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => path.posix.join(folder, file))
}

/** What a file imports: packages by name, our own files by their path from the root. */
function importsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), 'utf8')
  return [
    ...source.matchAll(/(?:^|\n)(?:import|export)\b[^'"`;]*?from '([^']+)'|(?:^|\n)import '([^']+)'/g),
  ].map((match) => {
    const name = match[1] ?? match[2] ?? ''
    return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name
  })
}

describe('dependencies point down', () => {
  it.each(rooms)('$room', ({ room, may }) => {
    const files = sourcesUnder(room)
    expect(files.length).toBeGreaterThan(0)
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => !may.test(name))
        .map((name) => `${file} → ${name}`),
    )
    expect(wrong).toEqual([])
  })
})

describe('client code shows in the file name', () => {
  it("has 'use client' in *.client.tsx only", () => {
    const files = ['app', 'components', 'lib'].flatMap(sourcesUnder)
    const marked = files.filter((file) =>
      /^['"]use client['"]/m.test(readFileSync(path.join(root, file), 'utf8')),
    )
    expect(marked.filter((file) => !/\.client\.tsx$|\/(global-)?error\.tsx$/.test(file))).toEqual([])
  })
})
