import type { TagCount } from '../../lib/articles/types.ts'
import { byLetter } from './by-letter.ts'
import { PageTitle } from './PageTitle.tsx'

/** Every tag by letter, with how many articles have it. */
export function TagsIndex({ tags }: { tags: readonly TagCount[] }) {
  return (
    <div className="page-frame pb-24">
      <PageTitle
        title="Étiquettes"
        facts={tags.length > 1 ? `${tags.length} sujets` : `${tags.length} sujet`}
      />
      <div className="letter-groups">
        {byLetter(tags, ({ name }) => name).map(([letter, inLetter]) => (
          <section key={letter} aria-labelledby={`lettre-${letter}`}>
            <h2 id={`lettre-${letter}`} className="letter">
              {letter}
            </h2>
            <ul>
              {inLetter.map(({ path, name, count }) => (
                <li key={path}>
                  <a href={path}>
                    <span>{name}</span>
                    <span className="count">
                      {count}
                      <span className="sr-only">{count > 1 ? ' articles' : ' article'}</span>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  )
}
