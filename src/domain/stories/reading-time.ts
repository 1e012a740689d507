/** Words that an adult reads silently in a minute. Source: Brysbaert 2019, doi 10.1016/j.jml.2019.104047 (238 for English non-fiction). */
const wordsPerMinute = 238;
/** Signs of a script without spaces that are read in a minute. Source: Trauzettel-Klosinski and Dietz 2012 (Chinese 255, Japanese 357). */
const signsPerMinute = 255;

const signs = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * How long a text takes to read.
 * @param text plain text
 * @returns whole minutes, at least 1
 */
export function readingMinutes(text: string): number {
  const signCount = text.match(signs)?.length ?? 0;
  const wordCount = text.replace(signs, ' ').match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
  return Math.max(1, Math.round(wordCount / wordsPerMinute + signCount / signsPerMinute));
}
