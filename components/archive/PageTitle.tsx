import type { ReactNode } from 'react'

type Props = { kicker?: string; title: string; facts: string; children?: ReactNode }

/** The head of a list: what it is, its name, how much it holds. */
export function PageTitle({ kicker, title, facts, children }: Props) {
  return (
    <header className="page-title">
      {kicker && <p className="kicker">{kicker}</p>}
      <h1 className="display-title first-letter:uppercase">{title}</h1>
      {children}
      <p className="page-facts">{facts}</p>
    </header>
  )
}
