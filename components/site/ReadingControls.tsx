import { Script } from './Script.tsx'

const CHOICES = [
  {
    name: 'theme',
    title: 'Couleurs',
    options: [
      { value: '', label: 'Comme l’appareil' },
      { value: 'clair', label: 'Claires' },
      { value: 'sombre', label: 'Sombres' },
    ],
  },
  {
    name: 'texte',
    title: 'Taille du texte',
    options: [
      { value: 'petit', label: 'Petite' },
      { value: '', label: 'Normale' },
      { value: 'grand', label: 'Grande' },
      { value: 'tres-grand', label: 'Très grande' },
    ],
  },
]

/**
 * Theme and text size, remembered by the browser. Shown only when scripts run: without them the system's theme and the
 * browser's own zoom do the same. `preferences.js` applies them before the page is drawn.
 */
export function ReadingControls() {
  return (
    <>
      <button className="reading-controls-button" type="button" popoverTarget="affichage">
        <span aria-hidden="true">Aa</span>
        <span className="sr-only">Affichage : couleurs et taille du texte</span>
      </button>
      <div id="affichage" className="reading-controls" popover="auto">
        {CHOICES.map(({ name, title, options }) => (
          <fieldset key={name}>
            <legend>{title}</legend>
            {options.map(({ value, label }) => (
              <label key={value}>
                <input type="radio" name={name} value={value} defaultChecked={value === ''} /> {label}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      <Script name="controls" />
    </>
  )
}
