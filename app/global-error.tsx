'use client'
import { site } from '../lib/site.ts'
import './globals.css'

/** What a fault shows where no good page was kept: it reads nothing, and asks nothing of a script. */
export default function GlobalError() {
  return (
    <html lang={site.language}>
      <body>
        <title>{`Panne — ${site.name}`}</title>
        <main className="page-frame py-16">
          <p className="masthead text-5xl">
            <a href="/">{site.name}</a>
          </p>
          <h1 className="display-title mt-14">La page n’a pas pu être faite</h1>
          <p className="mt-6 max-w-2xl text-xl leading-normal">
            La panne vient d’ici, pas de vous. Rechargez la page dans une minute, ou reprenez votre lecture
            par l’accueil : les articles déjà servis y sont toujours.
          </p>
          <ul className="way-list">
            <li>
              <a href="/">
                La page d’accueil <span aria-hidden="true">→</span>
              </a>
            </li>
            <li>
              <a href="/archives/">
                Les archives <span aria-hidden="true">→</span>
              </a>
            </li>
          </ul>
        </main>
      </body>
    </html>
  )
}
