import { describe, expect, test } from 'vitest';
import { picturesIn, type BodyPart, type UpdatePart } from '#domain/stories/body';
import {
  newestUpdateFirst,
  updateAnchor,
  updateId,
  updateMoment,
  updatesIn,
  updateTime,
} from '#domain/stories/updates';

const update = (at: string, parts: UpdatePart['parts'] = []): UpdatePart => ({
  kind: 'update',
  at,
  title: at,
  parts,
  text: '',
});
const html = (text: string): BodyPart => ({ kind: 'html', html: text });

test.each([
  ['2026-11-27T17:05+01:00', '2026-11-27T16:05:00Z', 'update-20261127-1605', '27 November 2026, 16:05 UTC'],
  ['2026-11-27T00:30+05:30', '2026-11-26T19:00:00Z', 'update-20261126-1900', '26 November 2026, 19:00 UTC'],
  ['2026-11-27T16:05:59.9Z', '2026-11-27T16:05:59Z', 'update-20261127-1605', '27 November 2026, 16:05 UTC'],
])(
  'the anchor, the id and the words of an update of %s are those of its minute in UTC',
  (at, moment, anchor, words) => {
    expect(updateMoment(at)).toBe(moment);
    expect(updateAnchor(moment)).toBe(anchor);
    expect(updateId('20261127-abcdef', moment)).toBe(`20261127-abcdef/update/${anchor.slice('update-'.length)}`);
    expect(updateTime(moment)).toBe(words);
  },
);

describe('the newest update is first', () => {
  const [early, noon, late] = ['2026-11-27T09:00:00Z', '2026-11-27T12:00:00Z', '2026-11-28T00:00:00Z'].map((at) =>
    update(at),
  ) as [UpdatePart, UpdatePart, UpdatePart];
  const [summary, notes] = [html('<p>Summary</p>'), html('<section>Notes</section>')];

  test.each([
    ['a file with the oldest first', [summary, early, noon, late, notes]],
    ['a file with the newest first', [summary, late, noon, early, notes]],
    ['a file in no order', [summary, noon, late, early, notes]],
  ])('in %s, between the summary and the notes', (_, parts) => {
    expect(newestUpdateFirst(parts)).toEqual([summary, late, noon, early, notes]);
    expect(updatesIn(parts)).toEqual([late, noon, early]);
  });

  test('and a text without updates stays as it is', () => {
    expect(newestUpdateFirst([summary, { kind: 'half' }, notes])).toEqual([summary, { kind: 'half' }, notes]);
  });
});

test('the pictures of a text are those in its updates too, in its order', () => {
  const picture = (alt: string) => ({
    alt,
    credit: 'C',
    made: 'photo' as const,
    image: { width: 1, height: 1, source: Promise.resolve() },
  });
  const figure = (alt: string) => ({ kind: 'figure' as const, picture: picture(alt), html: '' });
  const parts = [figure('one'), update('2026-11-27T09:00:00Z', [figure('two')]), figure('three')];
  expect(picturesIn(parts).map(({ alt }) => alt)).toEqual(['one', 'two', 'three']);
});
