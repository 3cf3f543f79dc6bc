import type { Standfirst as StandfirstNode } from '../../lib/document/types.ts'
import type { ArticleContext } from './context.ts'
import { Paragraph } from './Paragraph.tsx'
import { sequence } from './sequence.ts'

/** The chapô: what the article is about, and why to read it. */
export function Standfirst({ node, context }: { node: StandfirstNode; context: ArticleContext }) {
  return (
    <div className="standfirst">
      {sequence(node.content, (paragraph) => (
        <Paragraph node={paragraph} context={context} />
      ))}
    </div>
  )
}
