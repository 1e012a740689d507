import { expect, test } from 'vitest';
import { fold } from '#domain/text/fold';

test.each([
  ['Crème BRÛLÉE', 'creme brulee'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['it’s', 'its'],
  ['がくせい', 'がくせい'],
])('%s is %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding changes nothing that is folded', () => {
  for (const text of ['Crème', 'İstanbul', 'ΜΎΘΟΣ', 'Straße', '한국어', 'がくせい', 'ﬁlm №5', 'ℝ½'])
    expect(fold(fold(text))).toBe(fold(text));
});
