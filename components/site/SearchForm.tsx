import { searchPath } from '../../lib/routes.ts'

/** The way to the search page, without a script. `id` is that of its field, unique in the page. */
export function SearchForm({ id }: { id: string }) {
  return (
    <search>
      <form className="search-form" action={searchPath}>
        <label className="sr-only" htmlFor={id}>
          Chercher dans la revue
        </label>
        <input id={id} type="search" name="q" placeholder="Chercher dans la revue" required />
        <button type="submit">Chercher</button>
      </form>
    </search>
  )
}
