import { editDistance } from '../text/edit-distance.ts';

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
    const errors = editDistance(word, term, forgiven);
    if (errors > forgiven || (errors > 1 && !term.startsWith(word.charAt(0)))) continue;
    const far = errors * 2 + (isName ? 0 : 1);
    if (far < least) [best, least] = [term, far];
  }
  return best;
}
