import { describe, expect, it } from 'vitest';
import { howWeKnow, readingText } from '#domain/stories/how-we-know';

const direct = { read: 'direct' } as const;
const quoted = { read: 'quoted' } as const;

describe('how we know', () => {
  it.each([
    ['one source', [direct], 'We read the source directly.'],
    ['two', [direct, direct], 'We read both sources directly.'],
    ['several', [direct, direct, direct], 'We read all three sources directly.'],
    [
      'one that another document quotes',
      [direct, quoted, direct],
      'We read two of the three sources directly and know one from a document that quotes it.',
    ],
    [
      'several that other documents quote',
      [quoted, direct, quoted, quoted],
      'We read one of the four sources directly and know three from documents that quote them.',
    ],
    ['none that was read', [quoted, quoted], 'We know both sources from documents that quote them.'],
    ['one that was not read', [quoted], 'We know the source from a document that quotes it.'],
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
    expect(readingText({ read: 'quoted', via: 'a research note' })).toBe('Quoted in a research note');
    expect(readingText({ read: 'direct', via: 'a daily copy' })).toBe('Read in a daily copy');
  });
});
