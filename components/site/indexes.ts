import { archivesPath, peoplePath, tagsPath } from '../../lib/routes.ts'

/** The ways into the whole magazine, which the menu and the foot of the page give. */
export const indexes = [
  { path: peoplePath, name: 'Personnes' },
  { path: tagsPath, name: 'Étiquettes' },
  { path: archivesPath, name: 'Archives' },
] as const
