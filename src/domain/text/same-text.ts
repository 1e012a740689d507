/** True for texts that differ in nothing but case, punctuation and spaces. */
export const isSameText = (a: string, b: string): boolean => issuesOf(a) === issuesOf(b);

const issuesOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
