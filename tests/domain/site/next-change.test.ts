import { describe, expect, test } from 'vitest';
import { embargoEnd, isHidden } from '#domain/stories/embargo';
import { nextChange } from '#domain/site/next-change';

const now = new Date('2026-11-25T09:00:00Z');
const at = (moment: string): Date => new Date(moment);

describe('the next change', () => {
  test('is the earliest moment that is ahead', () => {
    expect(
      nextChange(
        [
          { at: at('2026-11-25T08:59:59Z'), why: 'past' },
          { at: at('2026-11-27T00:00:00Z'), why: 'later' },
          { at: undefined, why: 'never' },
          { at: at('2026-11-26T00:00:00+02:00'), why: 'first' },
        ],
        now,
      ),
    ).toEqual({ at: '2026-11-25T22:00:00.000Z', why: 'first' });
  });

  test('is not this very moment: the present build shows it already', () => {
    expect(nextChange([{ at: now, why: 'now' }], now)).toEqual({ at: null, why: 'Nothing is due.' });
  });

  test('may not exist', () => {
    expect(nextChange([], now)).toEqual({ at: null, why: 'Nothing is due.' });
  });
});

describe('an embargo', () => {
  test.each([
    ['that is ahead', { draft: false, publishAt: '2026-11-25T11:00:00+01:00' }, at('2026-11-25T10:00:00Z'), true],
    ['that ends at this moment', { draft: false, publishAt: '2026-11-25T10:00:00+01:00' }, undefined, false],
    ['of a draft never ends by itself', { draft: true, publishAt: '2026-11-26T00:00:00Z' }, undefined, true],
    ['that is not there', { draft: false }, undefined, false],
  ])('%s', (_, story, end, hidden) => {
    expect([embargoEnd(story, now), isHidden(story, now)]).toEqual([end, hidden]);
  });
});
