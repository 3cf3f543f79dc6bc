import localFont from 'next/font/local'

/**
 * The text and display face, in one optical size. These files hold what French is written with; other letters come from
 * `styles/fonts.css` (`fonts/README.md`).
 */
const newsreader = localFont({
  src: './fonts/newsreader.woff2',
  variable: '--font-newsreader',
  weight: '400 600',
  style: 'normal',
  adjustFontFallback: 'Times New Roman',
})

/** Its italic, for words within the text: one weight, asked for only by pages that use it. */
const newsreaderItalic = localFont({
  src: './fonts/newsreader-italic.woff2',
  variable: '--font-newsreader-italic',
  weight: '400',
  style: 'italic',
  preload: false,
  adjustFontFallback: 'Times New Roman',
})

/** Kickers and interface. */
const bricolage = localFont({
  src: './fonts/bricolage.woff2',
  variable: '--font-bricolage',
  weight: '400 600',
  style: 'normal',
  adjustFontFallback: 'Arial',
})

/** Classes that define the fonts' CSS variables, for the `html` element. */
export const fontVariables = [newsreader, newsreaderItalic, bricolage]
  .map(({ variable }) => variable)
  .join(' ')
