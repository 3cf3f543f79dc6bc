import { createElement, Fragment, type ReactNode } from 'react'

/** The nodes of a list rendered in their order. A stored document never reorders, so they need no keys. */
export function sequence<T>(items: readonly T[], render: (item: T, index: number) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...items.map(render))
}
