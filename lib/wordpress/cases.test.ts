import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/**
 * Which tests prove each case of the cases folder: by its id or its input where a test reads the case itself, else by
 * the titles of the tests of its rules.
 */
const PROOFS: Record<string, Record<string, string[]>> = {
  c01: { 'lib/wordpress/markup.test.ts': ["'c01'"] },
  c03: { 'lib/wordpress/markup.test.ts': ["'c03'"] },
  c05: { 'lib/wordpress/markup.test.ts': ["'c05'"] },
  c07: { 'lib/wordpress/markup.test.ts': ["'c07'"] },
  c09: { 'lib/wordpress/markup.test.ts': ["'c09'"] },
  c11: { 'lib/wordpress/markup.test.ts': ["'c11'"] },
  c13: { 'lib/wordpress/markup.test.ts': ["'c13'"] },
  c15: { 'lib/wordpress/convert.test.ts': ['1er conseil : partir tôt\\nTexte un. Fini le matin.2e conseil'] },
  c17: { 'lib/wordpress/convert.test.ts': ['<a name="Trio"></a><strong>Quel est votre rôle ?</strong>'] },
  c19: { 'lib/wordpress/convert.test.ts': ['Voir [1] et t[1]. [ref]Note en ligne.[/ref]'] },
  c21: { 'lib/wordpress/byline.test.ts': ["'c21'"] },
  c23: { 'lib/wordpress/markup.test.ts': ["'c23'"] },
  c25: { 'lib/wordpress/markup.test.ts': ["'c25'"] },
  c27: { 'lib/wordpress/markup.test.ts': ["'c27'"] },
  c28: {
    'lib/import/whole-site.test.ts': [
      'imports what is content, hides what was hidden, names all the rest',
      'says where a menu leads, and keeps the newest revision',
    ],
    'lib/import/addresses.test.ts': ['lead from a page of it to the section that opens there'],
    'lib/import/import-files.test.ts': ['shows nobody what WordPress kept private'],
    'lib/wordpress/markup/core-blocks.test.ts': ['Bloc réutilisé'],
  },
  c29: {
    'lib/import/bring-media.test.ts': [
      'the id says it first, then the whole path, never the name alone',
      'says what could not be had, and keeps figure, caption and address',
      'cleans an SVG, and says so',
      'copies pictures of other hosts, says so, and asks for each once',
    ],
    'lib/media/addresses.test.ts': ['i0.wp.com', 'a-scaled.jpg', 'a-rotated.jpg', 'data:image'],
  },
  c30: {
    'lib/import/addresses.test.ts': [
      'lead from its former slugs and dates',
      'lead from the page of an attachment to its figure',
      'never lead to what readers may not see',
    ],
    'e2e/addresses.spec.ts': [
      'old addresses lead to the page in one hop, their query kept',
      'percent-encoding is the same in capitals or not',
      'what does not exist is a real 404',
    ],
  },
  c31: {
    'lib/wordpress/var-dump.test.ts': ['does not trust a length that falls by chance on another quote'],
    'lib/wordpress/read-dump.test.ts': [
      'gives the whole posts before a cut, then says where',
      'inside <pre>',
    ],
  },
  c32: {
    'lib/wordpress/read-wxr.test.ts': [
      'joins a CDATA cut in two',
      'keeps strings that look like numbers',
      'keeps serialised meta raw',
      'keeps threaded comments and counts the spam',
    ],
  },
  c33: {
    'lib/wordpress/read-rest.test.ts': ['take raw text when it is there', 'bring along what is embedded'],
    'lib/wordpress/read-rest.posts.test.ts': ['what WordPress prints becomes what its author wrote'],
    'lib/import/sync.test.ts': ['waits when asked to, tries again', 'finds the API without permalinks'],
  },
  c34: { 'lib/wordpress/markup.test.ts': ["'c34'"] },
  c35: {
    'lib/import/import-files.test.ts': [
      'changes nothing the second time, and says so',
      'takes what WordPress changed',
      'never overwrites what was edited here',
    ],
    'lib/import/whole-site.test.ts': ['keeps the newer source of an article edited here'],
  },
  c36: {
    'lib/wordpress/convert.test.ts': ['$id loses no word'],
    'lib/wordpress/words.test.ts': ['in any content of the exports', 'in any case, and in the inputs'],
  },
}

const root = path.join(import.meta.dirname, '../..')
const cases = path.resolve(root, process.env.CHAPO_CASES ?? '../shared/cases', 'conversion.json')

describe('each case has tests that prove it', () => {
  it.each(Object.entries(PROOFS))('%s', (_id, files) => {
    for (const [file, titles] of Object.entries(files)) {
      const text = readFileSync(path.join(root, file), 'utf8')
      for (const title of titles) expect(text.includes(title), `${file} : ${title}`).toBe(true)
    }
  })

  it.skipIf(!existsSync(cases))('none is without (skipped: no cases folder)', () => {
    const all: { cases: { id: string }[] } = JSON.parse(readFileSync(cases, 'utf8'))
    expect(all.cases.map(({ id }) => id)).toEqual(Object.keys(PROOFS))
  })
})
