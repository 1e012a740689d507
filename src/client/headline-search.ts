/** A page of the index of headlines, with its words made ready for matching. */
export interface Headline {
  title: string;
  path: string;
  /** YYYY-MM-DD, or a shorter form; empty where nothing is known. */
  day: string;
  section: string;
  /** Of the title. */
  words: Words;
  /** Of the section and of all other names by which the page is found. */
  names: readonly Words[];
}

/** Folded words in their order. */
export type Words = readonly Word[];

interface Word {
  text: string;
  /** True when a reader may write it together with the word before: `Gen-4`, `Wan 2.2`, `视频`. */
  joined: boolean;
}

/** Letters that are not taken apart into a base and a mark. */
const unlike: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/**
 * Text without case, without marks above and below letters, and without apostrophes and invisible signs. Marks that
 * make another letter, as in Japanese or Hindi, stay.
 */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Cf}'‘’ʼ]/gu, '')
    .normalize('NFC')
    .toLowerCase();
  return plain.replace(/[ßæœøłđðþıς]/gu, (letter) => unlike[letter] ?? letter);
}

/** A sign of a script that sets no spaces between words: such signs are words of their own. */
const unspaced =
  '(?=\\p{L})[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]\\p{M}*';
/** Such a sign, other letters, or a number with points or commas inside, as versions have. */
const anyWord = new RegExp(`${unspaced}|(?:(?!${unspaced})\\p{L}\\p{M}*)+|\\p{N}+(?:[.,]\\p{N}+)*`, 'gu');
const isNumber = /^\p{N}/u;

/** The words of a text. */
export function wordsOf(text: string): Words {
  const folded = fold(text);
  let [end, last] = [0, ''];
  return [...folded.matchAll(anyWord)].map(({ 0: word, index }) => {
    const gap = folded.slice(end, index);
    const joined =
      end > 0 && (gap === '' || /^[-‐._/]$/u.test(gap) || (gap === ' ' && isNumber.test(word) && !isNumber.test(last)));
    [end, last] = [index + word.length, word];
    return { text: word, joined };
  });
}

/** What a reader wrote, in parts that are looked for in any order: `gen-4 wan2.2` is `gen`, `4` and `wan2.2`. */
function partsOf(query: string): string[] {
  return fold(query).match(/(?:\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{M}\p{N}])+/gu) ?? [];
}

/** Where a part of a query ends, and whether the last word that it meets is met as a whole. */
interface Met {
  end: number;
  whole: boolean;
}

/** Meets a part with the words from a place on: with the beginning of one, or with joined ones and the beginning of the next. */
function meet(part: string, words: Words, from: number): Met | undefined {
  let rest = part;
  for (let at = from; at < words.length; at += 1) {
    const { text, joined } = words[at] as Word;
    if (at > from && !joined) return undefined;
    if (text.startsWith(rest)) return { end: at + 1, whole: text === rest };
    if (!rest.startsWith(text)) return undefined;
    rest = rest.slice(text.length);
  }
  return undefined;
}

/** The best that a part meets anywhere: 2 for whole words, 1 for the beginning of a word, 0 for nothing. */
function strength(part: string, words: Words): 0 | 1 | 2 {
  let best: 0 | 1 = 0;
  for (let at = 0; at < words.length; at += 1) {
    const met = meet(part, words, at);
    if (met?.whole) return 2;
    if (met) best = 1;
  }
  return best;
}

/** True when the words are the parts in their order, and then anything; only the last part may be the beginning of a word. */
function beginsWith(parts: readonly string[], words: Words): boolean {
  let at = 0;
  return parts.every((part, index) => {
    const met = meet(part, words, at);
    at = met?.end ?? 0;
    return met !== undefined && (met.whole || index === parts.length - 1);
  });
}

/**
 * How far a headline is from a query, undefined when a part is found nowhere. Even numbers are for whole words, odd
 * ones for beginnings of words: 0 and 1 when the title begins with the query, 2 and 3 when all of it is in the title,
 * 4 and 5 when some of it is in the names alone.
 */
function distance(parts: readonly string[], { words, names }: Headline): number | undefined {
  let [inTitle, whole] = [true, true];
  for (const part of parts) {
    const title = strength(part, words);
    const best = title === 2 ? title : Math.max(title, ...names.map((name) => strength(part, name)));
    if (best === 0) return undefined;
    inTitle &&= title > 0;
    whole &&= best === 2;
  }
  return (inTitle ? (beginsWith(parts, words) ? 0 : 2) : 4) + (whole ? 0 : 1);
}

/**
 * Headlines in which every word of a query is the beginning of a word of the title, the section or the names, best
 * first: titles that begin with the query, then other titles, then those found by a name; among these whole words
 * before beginnings, and newer before older.
 * @returns nothing for a query without a letter or a number
 */
export function matchingHeadlines(query: string, headlines: readonly Headline[]): Headline[] {
  const parts = partsOf(query);
  if (parts.length === 0) return [];
  const found = headlines.flatMap((headline) => {
    const far = distance(parts, headline);
    return far === undefined ? [] : [{ headline, far }];
  });
  return found
    .sort((a, b) => a.far - b.far || (a.headline.day < b.headline.day ? 1 : a.headline.day > b.headline.day ? -1 : 0))
    .map(({ headline }) => headline);
}
