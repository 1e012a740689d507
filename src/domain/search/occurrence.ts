import { fold } from '../text/fold.ts';
import { isConnecting } from './common-words.ts';

const anyWord = /[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu;
/** Letters by which two forms of an English word may differ: `company` and `companies`, `run` and `running`. */
const longestEnding = 4;

/**
 * True when each word of a query occurs in a text: as it is, as the beginning of a word, or in another form of it. A number
 * occurs only as it is. Words that connect others need not occur.
 *
 * Pagefind answers a word that no page has with pages that have its first letters: https://pagefind.app/docs/
 */
export function occursIn(text: string, query: string): boolean {
  const folded = fold(text);
  const words = new Set(folded.match(anyWord));
  const squeezed = (word: string): string => word.replace(/[.,]/gu, '');
  return (fold(query).match(anyWord) ?? [])
    .filter((word, _index, all) => !isConnecting(word) || all.every(isConnecting))
    .every((word) => {
      if (words.has(word)) return true;
      if (/^\p{N}/u.test(word)) return [...words].some((other) => squeezed(other) === squeezed(word));
      // In scripts without spaces a word is a part of a line.
      if (!/^[\p{sc=Latn}\p{N}.,]+$/u.test(word)) return folded.includes(word);
      return [...words].some((other) => isForm(word, other));
    });
}

/** True when a word begins with another, or both with the same stem. */
function isForm(word: string, other: string): boolean {
  if (other.startsWith(word)) return true;
  let same = 0;
  while (same < other.length && word[same] === other[same]) same += 1;
  return (
    same >= 3 &&
    word.length - same <= longestEnding &&
    other.length - same <= longestEnding &&
    same * 2 >= word.length - 1
  );
}
