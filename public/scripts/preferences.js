// @ts-check
// Runs before anything is drawn, so that a remembered choice never flashes: the only script that the page waits for.
{
  const root = document.documentElement
  root.dataset.scripted = ''
  if ('share' in navigator) root.dataset.sheet = ''
  try {
    for (const name of ['theme', 'texte']) {
      const choice = localStorage.getItem(name)
      if (choice) root.dataset[name] = choice
    }
  } catch {
    // Storage is refused: the reader has the page as the system asks for it.
  }
}
