import type { Role } from '../../lib/document/types.ts'

/** What somebody does for the magazine, in a word that fits everybody. */
const ROLES: Record<Role, string> = {
  author: 'Textes',
  with: 'Textes',
  introduction: 'Introductions',
  interviewer: 'Entretiens menés',
  editing: 'Mise en forme',
  image: 'Images',
  camera: 'Tournages',
  sound: 'Son',
  translation: 'Traductions',
  proofreading: 'Relecture',
  interviewee: 'Entretiens donnés',
}

/** Roles in words, each once. */
export const roleNames = (roles: readonly Role[]): string[] => [...new Set(roles.map((role) => ROLES[role]))]

const IN_A_PIECE: Record<Role, string> = {
  author: 'Texte',
  with: 'Texte',
  introduction: 'Introduction',
  interviewer: 'A mené l’entretien',
  editing: 'Mise en forme',
  image: 'Images',
  camera: 'Tournage',
  sound: 'Son',
  translation: 'Traduction',
  proofreading: 'Relecture',
  interviewee: 'Répond aux questions',
}

/** What somebody has to do with one article. */
export function pieceLabel(roles: readonly Role[], isInterviewed: boolean): string {
  const words = [...(isInterviewed ? [IN_A_PIECE.interviewee] : []), ...roles.map((role) => IN_A_PIECE[role])]
  return words.length > 0 ? [...new Set(words)].join(', ') : 'Il en est question'
}
