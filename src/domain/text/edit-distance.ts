/**
 * Typing errors between two words: a letter too many, too few or wrong, or two neighbours in the wrong order (optimal string
 * alignment distance).
 * @returns a number above `limit` when there are more than `limit` errors
 * @see https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance#Optimal_string_alignment_distance
 */
export function editDistance(a: string, b: string, limit: number): number {
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
    // A swap looks two rows back.
    if (Math.min(...next, ...row) > limit) return limit + 1;
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}
