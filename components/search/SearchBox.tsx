import { searchPath } from '../../lib/routes.ts'
import { Script } from '../site/Script.tsx'

/** A search, as a plain form; the script adds suggestions to it. Once a page. */
export function SearchBox({ text = '' }: { text?: string }) {
  return (
    <search>
      <form className="search-box" action={searchPath} data-suggest="/api/suggest/">
        <label className="sr-only" htmlFor="recherche">
          Chercher dans la revue
        </label>
        <input
          id="recherche"
          type="search"
          name="q"
          defaultValue={text}
          placeholder="Un mot, un nom"
          maxLength={200}
          autoComplete="off"
          enterKeyHint="search"
          required
        />
        <button className="search-button" type="submit">
          Chercher
        </button>
      </form>
      <Script name="recherche" />
    </search>
  )
}
