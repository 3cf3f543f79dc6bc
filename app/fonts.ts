import localFont from 'next/font/local'

/**
 * The text and display face: optical sizes, so that one file serves captions and titles. It is that of
 * `@fontsource-variable/newsreader`, cut to the weights and sizes in use, two thirds of its weight (`fonts/README.md`).
 */
const newsreader = localFont({
  src: './fonts/newsreader.woff2',
  variable: '--font-newsreader',
  weight: '400 700',
  style: 'normal',
  adjustFontFallback: 'Times New Roman',
})

/** Its italic, for words within the text: one optical size, asked for only by pages that use it. */
const newsreaderItalic = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-italic.woff2',
  variable: '--font-newsreader-italic',
  weight: '200 800',
  style: 'italic',
  preload: false,
  adjustFontFallback: 'Times New Roman',
})

/** Kickers and interface. */
const bricolage = localFont({
  src: '../node_modules/@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2',
  variable: '--font-bricolage',
  weight: '200 800',
  style: 'normal',
  adjustFontFallback: 'Arial',
})

/** Classes that define the fonts' CSS variables, for the `html` element. */
export const fontVariables = [newsreader, newsreaderItalic, bricolage]
  .map(({ variable }) => variable)
  .join(' ')
