import { expect, test } from 'vitest';
import { typeset } from '#domain/text/typography';

test.each([
  ['"Stealing Isn\'t Innovation"', '“Stealing Isn’t Innovation”'],
  ["The artists' campaign", 'The artists’ campaign'],
  ["He said: \"It's 'fair use'.\"", 'He said: “It’s ‘fair use’.”'],
  ['("so-called")', '(“so-called”)'],
  ['Genie—"a world"', 'Genie—“a world”'],
  ['“already” set, it’s fine', '“already” set, it’s fine'],
  ['Nothing to do: 16:9 & 1 < 2', 'Nothing to do: 16:9 & 1 < 2'],
])('%s is set as %s', (written, set) => {
  expect(typeset(written)).toBe(set);
});
