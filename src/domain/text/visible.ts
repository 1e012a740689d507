/** Characters that move, turn or end a line, or that nobody sees; half characters too. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const escapes: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** A text on one line in which every character is seen: a line break becomes `\n`, an override `\u{202e}`. */
export function visible(text: string): string {
  return text.replace(
    unseen,
    (sign) => escapes.get(sign) ?? `\\u{${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}}`,
  );
}

/** A text of at most `most` letters; what is cut off becomes `…`. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const letters = [...text.slice(0, 2 * most)];
  return letters.length <= most && text.length <= 2 * most ? text : `${letters.slice(0, most - 1).join('')}…`;
}
