import { fold } from '../text/fold.ts';
import { isConnecting } from './common-words.ts';
import { phrases } from './vocabulary.ts';

/** A sign of a script that sets no spaces between words: such signs are words of their own. */
const unspaced =
  '(?=\\p{L})[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]\\p{M}*';
/** Such a sign, or letters and numbers without a gap: `kling`, `2.6`, `gen4.5`, `h3`. */
const anyChunk = new RegExp(`${unspaced}|(?:\\p{N}+(?:[.,]\\p{N}+)+|(?!${unspaced})\\p{L}\\p{M}*|\\p{N})+`, 'gu');
const isNumber = /^\p{N}+(?:[.,]\p{N}+)*$/u;
/** A name with its version: `veo3`, `gen4.5turbo`, `pixversev6`. A single letter stays with its figures: `h3`, `4k`. */
const nameAndVersion = /^(\p{L}[\p{L}\p{M}]+?)v?(\p{N}+(?:[.,]\p{N}+)*)([\p{L}\p{M}]*)$/u;
const markedVersion = /^v(\p{N}+(?:[.,]\p{N}+)*)$/u;

/** Words and numbers of a folded text, a name apart from its version. */
function chunksOf(folded: string): string[] {
  return (folded.match(anyChunk) ?? []).flatMap((chunk) => {
    const version = markedVersion.exec(chunk)?.[1];
    if (version !== undefined) return [version];
    const [, name, number, rest] = nameAndVersion.exec(chunk) ?? [];
    return name === undefined || number === undefined ? [chunk] : [name, number, ...(rest ? [rest] : [])];
  });
}

/** The figures of a number, whatever is between them: `2.6` and `26` are one version, and so are `3.0` and `3`. */
const figures = (number: string): string => number.replace(/[.,]/gu, '');
const shortest = (number: string): string => figures(number.replace(/(?:[.,]0)+$/u, ''));

/** The singular of an English word, as far as its last letter shows it. */
const singular = (word: string): string =>
  /^[a-z]{3,}s$/u.test(word) && !/(?:ss|us|is|ews)$/u.test(word) ? word.slice(0, -1) : word;

/** Several words that are one term of the field become one. */
function joinPhrases(folded: string): string {
  let joined = folded;
  for (const [spelling, term] of phrases) joined = joined.replace(spelling, ` ${term} `);
  return joined;
}

/** A word of a query. */
export interface QueryWord {
  /** As the index has it. */
  term: string;
  /** As the reader wrote it, in small letters. */
  written: string;
}

/** A query in the terms of the index. */
export const queryWords = (query: string): QueryWord[] =>
  chunksOf(joinPhrases(fold(query))).map((written) => ({
    written,
    term: isNumber.test(written) ? shortest(written) : isConnecting(written) ? written : singular(written),
  }));

/** All terms by which a text is found: its words, terms of the field, and names that may be written in one or in two words. */
export function indexTerms(text: string): string[] {
  const folded = fold(text);
  const words = chunksOf(folded).flatMap((chunk) => (isNumber.test(chunk) ? numberTerms(chunk) : [singular(chunk)]));
  const ofField = phrases.flatMap(([spelling, term]) => (folded.search(spelling) === -1 ? [] : [term]));
  // OpenAI is found by `open ai`, and Open-Sora by `opensora`.
  const inTwo = (text.match(/\p{L}{4,}/gu) ?? []).flatMap((name) => {
    const parts = name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').split(' ');
    return parts.length > 1 && parts.every(({ length }) => length > 1) ? parts.map(fold) : [];
  });
  const inOne = (folded.match(/\p{L}{2,}(?:[-‐]\p{L}{2,})+/gu) ?? [])
    .map((name) => name.split(/[-‐]/u))
    .flatMap((parts) => (parts.length === 2 ? [parts.join('')] : []));
  return [...new Set([...words, ...ofField, ...inTwo, ...inOne])];
}

/** A number as it may be written: `3.0` as `30` and `3`, `02` as `02` and `2`. */
const numberTerms = (number: string): string[] => [
  ...new Set([figures(number), shortest(number), shortest(number).replace(/^0+(?=\p{N})/u, '')]),
];

/** True for a term that is a number. */
export const isNumeric = (term: string): boolean => isNumber.test(term);

/** The words of an address that are no numbers: versions in addresses have lost their points. */
export const addressTerms = (path: string): string[] =>
  (path.split('/').at(-2) ?? '').split('-').flatMap((word) => (/^\p{N}*$/u.test(word) ? [] : [singular(word)]));

/** A name in letters and figures alone, with the places at which its words begin. */
export interface NameKey {
  key: string;
  /** Lengths of the key's beginnings that end with a word or number. */
  ends: ReadonlySet<number>;
}

/** A name as readers may write it: `Kling 3.0` is `kling30` and `kling3`. Blanks, dots and hyphens do not count. */
export function nameKeys(name: string): NameKey[] {
  const chunks = chunksOf(joinPhrases(fold(name)));
  const written = chunks.map((chunk) => (isNumber.test(chunk) ? numberTerms(chunk) : [singular(chunk)]));
  return Array.from({ length: Math.max(0, ...written.map(({ length }) => length)) }, (_, index) => {
    const ends = new Set<number>();
    let key = '';
    for (const ways of written) {
      key += ways[Math.min(index, ways.length - 1)] ?? '';
      ends.add(key.length);
    }
    return { key, ends };
  });
}
