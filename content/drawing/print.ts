import sharp from 'sharp'
import { ink } from './inks.ts'

/** A picture to make: where it goes under `uploads/wp-content/uploads`, its size in pixels, and what draws it. */
export type Picture = { file: string; width: number; height: number; draw: () => string }

/** Pixels drawn beyond each edge, then cut off: the cutting filter eats into the borders. */
const BLEED = 24

/** Prints a picture as a lino block would: edges a little rough, ink a little uneven. Returns the JPEG. */
export async function print({ file, width, height, draw }: Picture): Promise<Buffer> {
  const svg = block(width, height, draw(), file.length)
  return await sharp(Buffer.from(svg))
    .extract({ left: BLEED, top: BLEED, width, height })
    .flatten({ background: ink.cream })
    .jpeg({ quality: 74, mozjpeg: true })
    .toBuffer()
}

function block(width: number, height: number, content: string, seed: number): string {
  const [fullWidth, fullHeight] = [width + 2 * BLEED, height + 2 * BLEED]
  const area = `x="${-BLEED}" y="${-BLEED}" width="${fullWidth}" height="${fullHeight}"`
  const whole = `filterUnits="userSpaceOnUse" color-interpolation-filters="sRGB" ${area}`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${fullWidth}" height="${fullHeight}" viewBox="${-BLEED} ${-BLEED} ${fullWidth} ${fullHeight}">
<defs>
<filter id="cut" ${whole}>
<feTurbulence type="fractalNoise" baseFrequency="0.045" numOctaves="3" seed="${seed}" result="hand"/>
<feDisplacementMap in="SourceGraphic" in2="hand" scale="5" xChannelSelector="R" yChannelSelector="G"/>
</filter>
<filter id="starved" ${whole}>
<feTurbulence type="fractalNoise" baseFrequency="0.45" numOctaves="2" seed="${seed + 1}"/>
<feColorMatrix values="0 0 0 0 0.96  0 0 0 0 0.92  0 0 0 0 0.83  6 0 0 0 -3.75"/>
</filter>
<filter id="uneven" ${whole}>
<feTurbulence type="fractalNoise" baseFrequency="0.006" numOctaves="3" seed="${seed + 2}"/>
<feColorMatrix values="0 0 0 0 0.06  0 0 0 0 0.19  0 0 0 0 0.23  1.6 0 0 0 -0.62"/>
</filter>
</defs>
<g filter="url(#cut)">${content}</g>
<rect ${area} filter="url(#uneven)" opacity="0.09"/>
<rect ${area} filter="url(#starved)" opacity="0.22"/>
</svg>`
}
