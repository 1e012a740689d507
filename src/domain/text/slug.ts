/** Letters of a slug at most; longer ones are cut between words. */
const longest = 60;

/**
 * The slug of a headline or a name: lower case, digits, single hyphens.
 * @returns the empty string when nothing of the text can be in a slug
 */
export function slugOf(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+|['’]/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/gu);
  let slug = '';
  for (const word of words ?? []) {
    if (slug !== '' && slug.length + 1 + word.length > longest) break;
    slug = slug === '' ? word.slice(0, longest) : `${slug}-${word}`;
  }
  return slug;
}
