import { editDistance } from './edit-distance.ts';

/** Letters of the longest word that is compared: no name is longer, and comparing takes the square of the length. */
const longestWord = 100;

/**
 * The known word closest to what was written, for "did you mean".
 * @param word what was written
 * @param known what would have been right
 * @returns the nearest known word by {@link editDistance}, or undefined when none is near: one letter may differ in a short word (up to three letters), two in longer ones, and a third of the letters in long ones; undefined for words of more than 100 letters
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const written = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(word.length > 3 ? 2 : 1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    if (candidate.length > longestWord || Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(written, candidate.toLowerCase(), bestDistance - 1);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Words of one file that are compared: thousands of wrong ones have one cause. */
const mostSuggestions = 50;

/** {@link nearest} for the words of one file, which finds nothing more after many words. */
export function suggestions(): typeof nearest {
  let left = mostSuggestions;
  return (word, known) => {
    left -= 1;
    return left < 0 ? undefined : nearest(word, known);
  };
}
