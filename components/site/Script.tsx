/** The version that `next.config.js` reads from the files, so that a browser may keep each one for good. */
const version = process.env.SCRIPTS_VERSION

type Props = {
  /** A file of `public/scripts/`, without its ending. */
  name: string
  /** Holds the page back until it has run. */
  isBlocking?: boolean
}

/** A script of ours: a small module that the page works without, asked for after what the page is read with. `data-keep` saves it from `cache/strip-scripts.ts`. */
export function Script({ name, isBlocking = false }: Props) {
  return (
    <script
      src={`/scripts/${name}.js?v=${version}`}
      type={isBlocking ? undefined : 'module'}
      fetchPriority={isBlocking ? undefined : 'low'}
      data-keep=""
    />
  )
}
