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
