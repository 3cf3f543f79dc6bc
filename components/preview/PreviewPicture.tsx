import { type CSSProperties, createElement } from 'react'
import type { ArticleCard } from '../../lib/articles/types.ts'
import { site } from '../../lib/site.ts'
import { typeset } from '../../lib/typography.ts'

type ArticleKind = NonNullable<ArticleCard['kind']>

/** The colours of the light pages, and those of each kind of article (`app/globals.css`). */
const PAPER = '#fbf6ec'
const INK = '#1d1b17'
const MUTED = '#635b4f'
const ACCENT = '#bc2d13'
const KINDS: Record<ArticleKind, string> = {
  interview: ACCENT,
  report: '#0d5d65',
  focus: '#7a5200',
  'write-up': '#6b3878',
}

/** Each face comes in two files: what French needs, and the rest of the Latin alphabet. */
const SERIF = 'Newsreader, Newsreader Ext'
const SANS = 'Bricolage, Bricolage Ext'

/**
 * A text as French sets it, and as the fonts at hand can draw it. Anything else would be fetched from another host while the picture is drawn, so that
 * it is left out: emoji, other scripts.
 */
const UNKNOWN =
  /[^ -~\u00a0-\u017f\u0218-\u021b\u2010-\u2014\u2018-\u201e\u2020-\u2022\u2026\u2039\u203a\u20ac]/gu
const drawable = (text: string): string =>
  typeset(text.normalize())
    .replace(/[\u202f\u2009]/g, '\u00a0')
    .replace(UNKNOWN, '')
    .replace(/ {2,}/g, ' ')
    .trim()

/** The sign of the house, a circumflex. */
function Hat({ width, color }: { width: number; color: string }) {
  return (
    <svg width={width} height={width / 2} viewBox="0 0 100 50" aria-hidden="true">
      <path fill={color} d="M50 0 100 50H76L50 23 24 50H0z" />
    </svg>
  )
}

const SIZES: readonly [upTo: number, size: number][] = [
  [20, 104],
  [38, 82],
  [70, 66],
  [110, 54],
  [Number.POSITIVE_INFINITY, 44],
]
const sizeOf = (title: string): number => SIZES.find(([upTo]) => title.length <= upTo)?.[1] ?? 44

const column: CSSProperties = { display: 'flex', flexDirection: 'column' }

export type PreviewWords = { kind: ArticleKind | null; kicker: string; title: string; byline: string }

/** The preview of an article, 1200 × 630: what it is, its title, who made it, its picture. */
export function PreviewPicture({ words, picture }: { words: PreviewWords; picture: string | null }) {
  const color = words.kind ? KINDS[words.kind] : ACCENT
  const title = drawable(words.title) || site.name
  return (
    <div style={{ display: 'flex', width: '100%', height: '100%', background: PAPER, color: INK }}>
      <div style={{ ...column, flex: 1, justifyContent: 'space-between', padding: '56px 52px 48px 64px' }}>
        <div style={column}>
          <Hat width={56} color={color} />
          <div style={{ fontFamily: SANS, fontSize: 30, color, marginTop: 18 }}>{drawable(words.kicker)}</div>
          <div
            style={{
              display: 'block',
              fontFamily: SERIF,
              fontSize: sizeOf(title),
              lineHeight: 1.08,
              letterSpacing: '-0.015em',
              marginTop: 14,
              lineClamp: 5,
              wordBreak: 'break-word',
            }}
          >
            {title}
          </div>
        </div>
        <div style={{ display: 'flex', alignItems: 'flex-end', justifyContent: 'space-between' }}>
          <div
            style={{
              display: 'block',
              flex: 1,
              fontFamily: SANS,
              fontSize: 26,
              color: MUTED,
              lineClamp: 2,
              marginRight: 32,
            }}
          >
            {drawable(words.byline)}
          </div>
          <div style={{ fontFamily: SERIF, fontSize: 46, letterSpacing: '-0.02em' }}>{site.name}</div>
        </div>
      </div>
      {picture ? (
        createElement('img', { src: picture, width: 420, height: 630, alt: '' })
      ) : (
        <div
          style={{
            display: 'flex',
            width: 300,
            background: color,
            alignItems: 'center',
            justifyContent: 'center',
          }}
        >
          <Hat width={180} color={PAPER} />
        </div>
      )}
    </div>
  )
}

/** The magazine itself: its name, its line, its sign, at any shape. */
export function MagazinePicture({ isSquare }: { isSquare: boolean }) {
  return (
    <div
      style={{
        ...column,
        width: '100%',
        height: '100%',
        background: ACCENT,
        color: PAPER,
        alignItems: 'center',
        justifyContent: 'center',
        padding: 80,
      }}
    >
      <Hat width={isSquare ? 420 : 180} color={PAPER} />
      <div style={{ fontFamily: SERIF, fontSize: isSquare ? 300 : 170, letterSpacing: '-0.03em' }}>
        {drawable(site.name)}
      </div>
      <div
        style={{
          display: 'block',
          fontFamily: SANS,
          fontSize: isSquare ? 64 : 38,
          textAlign: 'center',
          lineHeight: 1.3,
        }}
      >
        {drawable(site.tagline)}
      </div>
    </div>
  )
}
