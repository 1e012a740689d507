/**
 * Typing errors between two words: a letter too many, too few or wrong, or two neighbours in the wrong order (optimal string
 * alignment distance).
 * @returns a number above `limit` when there are more than `limit` errors
 * @see https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance#Optimal_string_alignment_distance
 */
export function typingErrors(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? Infinity) + 1 : Infinity;
      next.push(Math.min(replace, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/**
 * How many typing errors are forgiven: none in short words and numbers, since `2.5` is no misspelt `2.6`; one in names of four
 * letters and other words of five; two in names of six letters and other words of eight.
 */
export function forgivenErrors(word: string, isName: boolean): number {
  if (word.length < (isName ? 4 : 5) || /\p{N}/u.test(word)) return 0;
  return word.length >= (isName ? 6 : 8) ? 2 : 1;
}

/** What a misspelt word may have been. */
interface Candidate {
  term: string;
  /** True for a part of a name. */
  isName: boolean;
}

/**
 * The word that was most likely meant: the one with the fewest errors, among equals a name.
 * @returns undefined when none is near enough; with two errors the first letter must be right
 */
export function meantWord(word: string, candidates: Iterable<Candidate>): string | undefined {
  let [best, least] = [undefined as string | undefined, Infinity];
  for (const { term, isName } of candidates) {
    const forgiven = forgivenErrors(word, isName);
    const errors = typingErrors(word, term, forgiven);
    if (errors > forgiven || (errors > 1 && !term.startsWith(word.charAt(0)))) continue;
    const far = errors * 2 + (isName ? 0 : 1);
    if (far < least) [best, least] = [term, far];
  }
  return best;
}
