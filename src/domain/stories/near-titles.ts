/** A title, with whose it is. */
export interface Titled<Holder> {
  title: string;
  owner: Holder;
}

/** Words too common to distinguish two headlines. */
const small = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'is',
  'its',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/** A headline needs so many words before a single other one can be a mere variant. */
const enough = 4;

/**
 * Finds titles that say nearly the same: the same words in any order, or, from four words on, all but one of them.
 * @returns each later title with the first that it is near to
 */
export function nearTitles<Holder>(titles: readonly Titled<Holder>[]): { owner: Holder; near: Titled<Holder> }[] {
  const holders = new Map<string, Titled<Holder>>();
  return titles.flatMap((titled) => {
    const keys = keysOf(titled.title);
    const near = keys.map((key) => holders.get(key)).find((holder) => holder !== undefined);
    for (const key of keys) if (!holders.has(key)) holders.set(key, titled);
    return near ? [{ owner: titled.owner, near }] : [];
  });
}

/** The words as a set, and from four on also without each one of them: two titles that share a key differ in one word at most. */
function keysOf(title: string): string[] {
  const all = title.toLowerCase().match(/[\p{L}\p{N}]+(?:[.,][\p{N}]+)*/gu) ?? [];
  const words = [...new Set(all.filter((word) => !small.has(word)))].sort();
  if (words.length === 0) return [];
  const whole = words.join(' ');
  return words.length < enough ? [whole] : [whole, ...words.map((_, index) => words.toSpliced(index, 1).join(' '))];
}
