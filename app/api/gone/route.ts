import { plainPage } from '../plain-page.ts'

/** WordPress's own machinery, which is not here and will not come back: quick to say. */
const gone = (): Response =>
  plainPage({
    status: 410,
    title: 'Cette adresse n’existe plus',
    words: 'Elle servait à l’ancien site de la revue. Les articles, eux, se lisent ici.',
  })

export { gone as GET, gone as POST }
