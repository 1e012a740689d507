import { describe, expect, it } from 'vitest';
import { howWeKnow, readingText } from '#domain/stories/how-we-know';

const direct = { publisher: 'TrendForce', read: 'direct' } as const;
const quoted = (publisher: string, via: string) => ({ publisher, read: 'quoted', via }) as const;

describe('how we know', () => {
  it.each([
    ['one source', [direct], 'We read the source directly.'],
    ['several', [direct, direct, direct], 'We read all three sources directly.'],
    ['a copy counts as read', [direct, { ...direct, via: 'a copy' }], 'We read both sources directly.'],
    [
      'one that another document quotes',
      [direct, direct, quoted('Hedra', 'a research note of 8 October 2026')],
      'We read two of the three sources directly. Hedra is quoted from a research note of 8 October 2026.',
    ],
    [
      'several documents, and two pages of one publisher',
      [
        direct,
        quoted('Adobe', 'a note'),
        quoted('NVIDIA', 'a note'),
        quoted('Adobe', 'a note'),
        quoted('fal', 'a list'),
      ],
      'We read one of the five sources directly. Adobe and NVIDIA are quoted from a note; fal from a list.',
    ],
    [
      'none that was read',
      [quoted('Hedra', 'a note'), quoted('Google', 'a note')],
      'We read none of the two sources directly. Hedra and Google are quoted from a note.',
    ],
    ['no source', [], undefined],
  ])('says of %s', (_, sources, says) => {
    expect(howWeKnow(sources)).toBe(says);
  });

  it('ends with the words of the writer', () => {
    expect(howWeKnow([direct], 'Last checked on 23 November 2026.')).toBe(
      'We read the source directly. Last checked on 23 November 2026.',
    );
    expect(howWeKnow([], 'We were in court.')).toBe('We were in court.');
  });

  it('has words for the list of sources', () => {
    expect(readingText(quoted('Hedra', 'a research note'))).toBe('Quoted in a research note');
    expect(readingText({ read: 'direct', via: 'a daily copy' })).toBe('Read in a daily copy');
  });
});
