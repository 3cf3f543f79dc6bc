/** A name as an index of people sorts it: the family name first, its small particle with the first name. */
export function familyName(name: string): string {
  const words = name.split(' ')
  const large =
    (words[1] ?? '') === '' ? 0 : words.findIndex((word, index) => index > 0 && /^\p{Lu}/u.test(word))
  if (large <= 0) return name
  return [...words.slice(large), ...words.slice(0, large)].join(' ')
}
