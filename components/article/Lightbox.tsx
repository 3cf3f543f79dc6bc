/** The dialog in which `lightbox.js` shows the pictures of an article at their full size; closed until then. */
export function Lightbox() {
  return (
    <dialog id="visionneuse" className="lightbox" aria-label="Image en grand">
      <p className="lightbox-bar">
        <span className="lightbox-counter" aria-live="polite" />
        <button type="button" data-step="-1" aria-label="Image précédente">
          ←
        </button>
        <button type="button" data-step="1" aria-label="Image suivante">
          →
        </button>
        <button type="button" data-close="" aria-label="Fermer">
          ×
        </button>
      </p>
      <p className="lightbox-caption" />
    </dialog>
  )
}
