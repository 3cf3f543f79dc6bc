/** The first thing the keyboard meets: past the header, to the page itself. */
export function SkipLink() {
  return (
    <a className="skip-link" href="#contenu">
      Aller au contenu
    </a>
  )
}
