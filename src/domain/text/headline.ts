/** Letters that are wider or taller than Latin ones, or are joined: they need room between lines, and none taken away between letters. */
const roomy = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** Letters of the size of Latin ones above which a poster headline is set smaller. */
const longFrom = 92;

/**
 * Classes for a headline: `long` ones are set smaller, and those in other scripts with more room.
 * @param title the headline, in any script
 */
export function headlineClasses(title: string): string[] {
  const length = [...title].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);
  return [...(length > longFrom ? ['long'] : []), ...(roomy.test(title) ? ['roomy'] : [])];
}
