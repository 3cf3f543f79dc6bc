import { describe, expect, it } from 'vitest'
import { allPosts, hasCases, sourceItem } from '../fixtures.ts'
import { faultsOf, HOSTILE, mutated, randomOf } from './fuzz.ts'

const context = { attachments: new Map(), hosts: [], reusable: new Map([[1, HOSTILE.join(' ')]]) }
const snippets = HOSTILE.join('\n\n')

/** Faults of so many changed contents, with the seed that repeats each; `bench/fuzz-markup.ts` runs more. */
function faultsIn(contents: readonly string[], count: number): string[] {
  const seeds = Array.from({ length: count }, (_, index) => index + 1)
  return seeds.flatMap((seed) => {
    const item = sourceItem({ content: mutated(contents, randomOf(seed)) })
    const start = performance.now()
    const faults = faultsOf(item, context)
    const isSlow = performance.now() - start > 2000
    return [...faults, ...(isSlow ? ['plus de 2 s'] : [])].map((fault) => `${seed} ${fault}`)
  })
}

describe('changed contents give a checked document, nothing dangerous, and all their words', () => {
  it('hostile snippets', () => {
    expect(faultsIn([snippets], 150)).toEqual([])
  })
  it.skipIf(!hasCases)('posts at hand (skipped: no cases folder)', async () => {
    const posts = (await allPosts()).map(([, { content }]) => content)
    expect(faultsIn([...posts, snippets], 150)).toEqual([])
  })
})

describe('what fuzzing found', () => {
  it.each([
    ['a tag cut short before a shortcode', 'un <o[gallery] deux'],
    ['a tag cut short before a block', 'un <a <!-- wp:search /--> deux'],
    ['two angle brackets before a script', '<<script>s est resté'],
    ['a slot that the content writes', '<b data-chapo-slot="0">deux</b>'],
    [
      'words beside a frame in an object',
      '<object><iframe src="https://vimeo.com/76979871"></iframe>repli</object>',
    ],
    ['a mark that is no comment in a frame', '<iframe src="https://vimeo.com/76979871"><!0 vu</iframe>'],
    ['a comment cut short in a frame', '<iframe src="https://vimeo.com/76979871"><!-- vu</iframe>'],
    ['a more marker in a frame', '<iframe src="https://vimeo.com/76979871"><!--more suite--></iframe>'],
    ['a tag in the words of a more marker', 'a<!--more lire </a>ici-->b'],
    ['the prefix of a builder alone', 'un <a[vc_]">deux'],
    [
      'a second caption',
      '<figure><img src="/u/a.jpg"><figcaption>un</figcaption><figcaption>deux</figcaption></figure>',
    ],
    ['an entity made by a tag that goes', 'a &<textarea>nbsp'],
    ['a template in a formula', '<math><mtext><template>modèle</template></mtext></math>'],
    ['a call in a note that another note follows', '<a href="#_ftn2">2<a><p><a id="_ftn2">2]<p><n>2]'],
    ['a quote in the name of a tag around a shortcode', '<i" lt="[caption]<a h=">un deux/3.df">'],
    ['a shortcode in a tag that has a tag inside', '<i lt="[caption]<a h="<>un deux/3.f">'],
    ['HTML in a formula', '<math display="block"><mtext><img src=x onerror=alert(1)>ici</mtext></math>'],
  ])('%s', (_, content) => {
    expect(faultsOf(sourceItem({ content }), context)).toEqual([])
  })
})
