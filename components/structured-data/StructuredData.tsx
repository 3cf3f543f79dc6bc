import type { Graph } from 'schema-dts'
import { graphText } from './graph.ts'

/** What search engines are told of the page, as JSON-LD. It is data: no browser runs it, no policy forbids it. */
export function StructuredData({ graph }: { graph: Graph }) {
  const text = { dangerouslySetInnerHTML: { __html: graphText(graph) } }
  return <script type="application/ld+json" {...text} />
}
