import { consensus, type Evidence } from '#domain/ranking/consensus/consensus';
import { computeConsensus } from '#loading/consensus-edition';
import { describe, expect, it } from 'vitest';
import { content } from './content.ts';
import { pageAt, textOf } from './dist.ts';

const edition = content.editions.find(({ id }) => id === 'top-models/2026-10-07')?.data;

describe('the consensus edition', () => {
  it('equals its own recomputation', () => {
    if (edition?.kind !== 'consensus') throw new Error('The edition of 7 October 2026 is no consensus.');
    const { consensus: computed } = computeConsensus(edition.from, content);
    expect(edition.entries).toEqual(computed.placed);
    expect(edition.notPlaced).toEqual(computed.notPlaced);
  });

  it('is explained on the method page with the figures of its recomputation', () => {
    if (edition?.kind !== 'consensus') throw new Error('The edition of 7 October 2026 is no consensus.');
    const text = textOf(pageAt('/method/').root).replace(/\s+/gu, ' ');
    for (const [model, name] of [
      ['wan-3-0', 'Wan 3.0'],
      ['minimax-h3', 'MiniMax H3'],
    ]) {
      const { ahead = 0, behind = 0, compared = 1 } = edition.entries.find((entry) => entry.model === model) ?? {};
      const share = ((ahead - behind) / compared).toFixed(3);
      expect(text).toMatch(
        new RegExp(
          `${name} is ahead of ${ahead} (?:models )?and behind ${behind}, of ${compared} compared\\. Its share is \\(${ahead} − ${behind}\\) / ${compared} = ${share}`,
          'u',
        ),
      );
    }
  });

  it('was not placed rightly by the plain difference, as the method page says', () => {
    if (edition?.kind !== 'consensus') throw new Error('The edition of 7 October 2026 is no consensus.');
    const difference = (model: string): number => {
      const { ahead = 0, behind = 0 } = edition.entries.find((entry) => entry.model === model) ?? {};
      return ahead - behind;
    };
    expect(difference('minimax-h3')).toBeGreaterThan(difference('wan-3-0'));
    const pair = (evidence: Evidence[]): string[] => consensus(evidence).placed.map(({ model }) => model);
    expect(
      pair([
        {
          publisher: 'A',
          date: '2026-10-07',
          scores: new Map([
            ['wan-3-0', { score: 1156, lower: 1147, upper: 1165 }],
            ['minimax-h3', { score: 1137, lower: 1128, upper: 1146 }],
          ]),
        },
        {
          publisher: 'B',
          date: '2026-09-22',
          scores: new Map([
            ['wan-3-0', { score: 1476.274, lower: 1463.6175, upper: 1488.9305 }],
            ['minimax-h3', { score: 1460.3433, lower: 1451.7376, upper: 1468.9489 }],
          ]),
        },
      ]),
    ).toEqual(['wan-3-0', 'minimax-h3']);
  });
});
