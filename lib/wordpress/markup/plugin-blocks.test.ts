import { describe, expect, it } from 'vitest'
import { attachment, flagsOf, linesOf, partsOf } from './testing.ts'

const written = (name: string, attributes: object) => `<!-- wp:${name} ${JSON.stringify(attributes)} /-->`
const library = [12, 13].map((id) =>
  attachment(id, `https://s.test/wp-content/uploads/${id}.jpg`, { alt: `a${id}` }),
)
const shown = (content: string) =>
  partsOf(content, library).map((part) =>
    part.type === 'figure' ? part.attrs.src : `${part.type}: ${linesOf(part).join(' / ')}`,
  )

describe('a plugin’s block without HTML', () => {
  it('says what its fields say, in their order, without its settings', () => {
    const data = {
      titre: 'Le titre',
      _titre: 'field_1',
      texte: 'Très bien',
      corps: '<p>Un <b>mot</b>.</p>\n\n<ul><li>x</li></ul>',
      image: 12,
      couleur: 'bleu nuit',
      lignes_0_titre: 'Ligne un',
      lignes: 1,
      lien: { title: 'Voir plus', url: 'https://x.test/', target: '_blank' },
      galerie: ['13', '99'],
      actif: '1',
    }
    const block = written('acf/avis', { name: 'acf/avis', data, mode: 'preview', align: 'wide' })
    expect(shown(block)).toEqual([
      'heading: Le titre',
      'paragraph: Très bien',
      'paragraph: Un mot.',
      'bulletList: x',
      'https://s.test/wp-content/uploads/12.jpg',
      'heading: Ligne un',
      'paragraph: Voir plus',
      'https://s.test/wp-content/uploads/13.jpg',
    ])
    expect(flagsOf(block, library)).toEqual(['block-fields:acf/avis'])
  })

  it('shows pictures by their address, and what says nothing not at all', () => {
    const picture = 'https://s.test/wp-content/uploads/13.jpg'
    expect(shown(written('acme/carte', { imageUrl: picture, heading: 'Mot', className: 'a b' }))).toEqual([
      picture,
      'heading: Mot',
    ])
    expect(flagsOf(written('acme/vide', { count: 3, on: true, list: ['grid', 'list'] }))).toEqual([
      'block-kept:acme/vide',
    ])
  })

  it('is as hostile as any HTML, however deep', () => {
    const content = '<script>alert(1)</script><p onclick="x()">Mot <a href="javascript:x">lien</a></p>'
    expect(shown(written('acme/html', { content }))).toEqual(['paragraph: Mot lien'])
    const link = { title: 'Un lien', url: 'javascript:alert(1)' }
    expect(JSON.stringify(partsOf(written('acme/lien', { suite: [{ link }] })))).toContain(
      '"text":"Un lien"}',
    )
    const deep = `${'{"a":'.repeat(5000)}"Un mot perdu"${'}'.repeat(5000)}`
    expect(flagsOf(`<!-- wp:acme/x ${deep} /-->`)).toEqual(['block-kept:acme/x'])
  })
})
