import type { ReactNode } from 'react'
import { Heading } from '../article/Heading.tsx'

type Entry = { path: string; name: string; note: ReactNode }

/** `name` is a letter or a year; `path` is its own page, when it has one. */
export type IndexGroup = { name: string; path?: string; entries: readonly Entry[] }

/** How many articles an entry leads to: a figure to the eye, a whole phrase to who listens. */
export function ArticleCount({ count }: { count: number }) {
  return (
    <>
      {count}
      <span className="sr-only">{count > 1 ? ' articles' : ' article'}</span>
    </>
  )
}

/** An index in columns: groups under a large letter or year. `level` is that of their headings. */
export function IndexGroups({ groups, level }: { groups: readonly IndexGroup[]; level: number }) {
  return (
    <div className="letter-groups">
      {groups.map(({ name, path, entries }) => (
        <section key={name}>
          <Heading level={level} className="letter">
            {path ? (
              <a className="hover:underline" href={path}>
                {name}
              </a>
            ) : (
              name
            )}
          </Heading>
          <ul>
            {entries.map((entry) => (
              <li key={entry.path}>
                <a className="index-entry" href={entry.path}>
                  <span>{entry.name}</span>
                  <span className="count">{entry.note}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
