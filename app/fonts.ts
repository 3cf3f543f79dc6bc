import localFont from 'next/font/local'

/** The text and display face: optical sizes, so that one file serves captions and titles. */
const newsreader = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-normal.woff2',
  variable: '--font-newsreader',
  weight: '200 800',
  style: 'normal',
  adjustFontFallback: 'Times New Roman',
})

/** Its italic, seldom above the fold: asked for only where a page uses it. */
const newsreaderItalic = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-opsz-italic.woff2',
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
