import { expect, it } from 'vitest'
import { sampleArticle } from '../testing/article.ts'
import { temporaryDatabase } from '../testing/database.ts'
import { checkRedirects } from './check-redirects.ts'
import { saveArticle } from './save.ts'

const database = await temporaryDatabase()

it('names chains, loops, addresses that are taken and targets that do not exist', async () => {
  const redirects = [{ from: '?p=1', kind: 'id' as const, fragment: '#media-2' }]
  const { id: articleId } = await saveArticle(database, sampleArticle('un'), { redirects })
  await saveArticle(database, sampleArticle('deux'))
  expect(await checkRedirects(database)).toEqual({ count: 1, problems: [] })
  const kind = 'slug'
  await database.redirect.createMany({
    data: [
      { from: '/boucle/', to: '/boucle/', kind },
      { from: '/chaine/', to: '/boucle/', kind },
      { from: '/deux/', to: '/un/', kind, articleId },
      { from: '/ailleurs/', to: '/parti/', kind, articleId },
      { from: '/image.jpg', to: '/media/absente.jpg', kind },
      { from: '?cat=3', to: '/category/absente/', kind },
      { from: '?author=8', to: '/archives/', kind },
    ],
  })
  const { count, problems } = await checkRedirects(database)
  expect(count).toBe(8)
  expect(problems).toEqual([
    '/ailleurs/ mène à /parti/, qui n’existe pas',
    '/boucle/ mène à elle-même',
    '/chaine/ mène à /boucle/, qui mène ailleurs',
    '/deux/ est l’adresse d’un article et d’une redirection',
    '/image.jpg mène à /media/absente.jpg, qui n’existe pas',
    '?cat=3 mène à /category/absente/, qui n’existe pas',
  ])
})
