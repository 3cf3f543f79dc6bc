import type { MetadataRoute } from 'next'
import { site } from '../lib/site.ts'

/** What the magazine is called and looks like once it stands on someone's home screen. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: `${site.name} — ${site.tagline}`,
    short_name: site.name,
    lang: site.language,
    start_url: '/',
    scope: '/',
    display: 'browser',
    background_color: '#fbf6ec',
    theme_color: '#bc2d13',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icone-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icone-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icone-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
