/** Letters of the longest word that is compared: no name is longer, and comparing takes the square of the length. */
const longestWord = 100;

/**
 * The known word closest to what was written, for "did you mean".
 * @param word what was written
 * @param known what would have been right
 * @returns the nearest known word by Levenshtein distance, or undefined when none is near: one letter may differ in a short word (up to three letters), two in longer ones, and a third of the letters in long ones; undefined for words of more than 100 letters
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  if (word.length > longestWord) return undefined;
  const written = word.toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(word.length > 3 ? 2 : 1, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    if (candidate.length > longestWord || Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(written, candidate.toLowerCase(), bestDistance);
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

/**
 * Levenshtein distance: the fewest insertions, deletions and replacements of one letter.
 * @returns `limit` or more when the distance is not below `limit`
 */
function editDistance(a: string, b: string, limit: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) >= limit) return limit;
    row = next;
  }
  return row[b.length] ?? 0;
}
