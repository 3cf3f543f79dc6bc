import type { ReactNode } from 'react'

type Level = 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6'
const TAGS: readonly Level[] = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']

type Props = { level: number; id?: string; className?: string; children: ReactNode }

/** A heading of the given level; 6 when HTML has none so deep. */
export function Heading({ level, id, className, children }: Props) {
  const Tag = TAGS[level - 1] ?? 'h6'
  return (
    <Tag id={id} className={className}>
      {children}
    </Tag>
  )
}
