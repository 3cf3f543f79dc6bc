import { describe, expect, it } from 'vitest'
import { importedSite, wxrMeta, wxrTerm } from '../testing/import-site.ts'
import { wxrItem } from '../testing/wordpress.ts'

const { database, run, article } = await importedSite()

describe('people', () => {
  const account =
    '<wp:author><wp:author_id>8</wp:author_id><wp:author_login>red</wp:author_login><wp:author_email>r@essai.test</wp:author_email><wp:author_display_name>La Rédaction</wp:author_display_name></wp:author>'
  const guest = wxrItem({
    id: 50,
    type: 'guest-author',
    slug: 'cap-alix-roy',
    title: 'Alix Roy',
    more: wxrMeta({ 'cap-display_name': 'Alix Roy-Dubois', 'cap-user_login': 'alix-roy' }),
  })

  it('keeps accounts, which sign nothing by themselves', async () => {
    await run(account, wxrItem({ id: 1 }))
    expect(await database.account.findMany()).toEqual([
      { site: 'https://www.essai.test', login: 'red', wpId: 8, name: 'La Rédaction' },
    ])
    expect((await article('post-1')).credits).toEqual([])
  })

  it('takes the authors of Co-Authors Plus, unless the text has a byline', async () => {
    const signed = wxrTerm('author', 'cap-alix-roy', 'alix-roy') + wxrTerm('author', 'cap-red', 'red')
    const { flags } = await run(
      account,
      wxrItem({ id: 1, more: signed }),
      wxrItem({ id: 2, more: signed, content: 'Par Zoé Li\n\nDu texte.' }),
      wxrItem({ id: 3, more: wxrTerm('author', 'cap-x9', 'x9') }),
      guest,
    )
    const names = async (slug: string) => (await article(slug)).credits.map(({ person }) => person.name)
    expect(await names('post-1')).toEqual(['Alix Roy-Dubois', 'La Rédaction'])
    expect(await names('post-2')).toEqual(['Zoé Li'])
    expect([await names('post-3'), flags(3)]).toEqual([[], ['author-unknown']])
  })
})

describe('terms', () => {
  it('takes descriptions, and a category whose parent is declared after it', async () => {
    const declared = (slug: string, parent: string) =>
      `<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${slug}</wp:cat_name><wp:category_description><![CDATA[Sur ${slug}]]></wp:category_description></wp:category>`
    await run(
      declared('locale', 'actu'),
      declared('actu', ''),
      wxrItem({ id: 1, more: wxrTerm('category', 'locale', 'Locale') }),
    )
    const { terms } = await article('post-1')
    expect(terms.map(({ term, inherited }) => [term.slug, term.description, inherited]).sort()).toEqual([
      ['actu', 'Sur actu', true],
      ['locale', 'Sur locale', false],
    ])
  })

  it('lists articles again when a later file puts their category below another', async () => {
    const item = wxrItem({ id: 1, more: wxrTerm('category', 'bas', 'Bas') })
    const declared = (slug: string, parent: string) =>
      `<wp:category><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${slug}</wp:cat_name></wp:category>`
    await run(item)
    await run(declared('bas', 'haut'), declared('haut', ''), wxrItem({ id: 2 }))
    const { terms } = await article('post-1')
    expect(terms.map(({ term }) => term.slug).sort()).toEqual(['bas', 'haut'])
  })

  it('keeps a series in the order of its parts, whatever plugin made it', async () => {
    const part = (id: number, number: string) =>
      wxrItem({
        id,
        more: `${wxrTerm('series', 'le-rail', 'Le rail')}<wp:postmeta><wp:meta_key>_series_part</wp:meta_key><wp:meta_value>${number}</wp:meta_value></wp:postmeta>`,
      })
    const { flags } = await run(
      part(1, '2'),
      part(2, '1'),
      wxrItem({ id: 3, more: wxrTerm('dossier', 'eau', 'L’eau') }),
    )
    const rows = await database.articleTerm.findMany({
      where: { term: { type: 'series' } },
      orderBy: { articleId: 'asc' },
      select: { position: true, term: { select: { slug: true, name: true } } },
    })
    expect(rows).toEqual([
      { position: 2, term: { slug: 'le-rail', name: 'Le rail' } },
      { position: 1, term: { slug: 'le-rail', name: 'Le rail' } },
      { position: null, term: { slug: 'eau', name: 'L’eau' } },
    ])
    expect(flags(3)).toEqual([])
  })

  it('has addresses for slugs that hold what an address cannot, parents too', async () => {
    const { report } = await run(
      '<wp:category><wp:term_id>4</wp:term_id><wp:category_nicename>a/b</wp:category_nicename><wp:category_parent>%c3%a9t%c3%a9</wp:category_parent><wp:cat_name>Bas</wp:cat_name></wp:category>',
      '<wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>%c3%a9t%c3%a9</wp:category_nicename><wp:cat_name>Été</wp:cat_name></wp:category>',
      wxrItem({ id: 1, more: wxrTerm('category', 'a/b', 'Bas') }),
    )
    expect(report.addresses?.problems.filter((problem) => /[?]cat=[45] /.test(problem))).toEqual([])
    const { terms } = await article('post-1')
    expect(terms.map(({ term }) => term.slug).sort()).toEqual(['a-b', 'été'])
  })

  it('names custom taxonomies with their terms', async () => {
    const { report, flags } = await run(
      '<wp:term><wp:term_taxonomy>lieu</wp:term_taxonomy><wp:term_slug>eau</wp:term_slug><wp:term_name>L’eau</wp:term_name></wp:term>',
      wxrItem({ id: 1, more: wxrTerm('lieu', 'eau', 'L’eau') }),
    )
    expect(report.warnings.join()).toContain('L’eau')
    expect(flags(1)).toEqual(['taxonomy-kept'])
  })
})
