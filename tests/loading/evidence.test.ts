import { describe, expect, it } from 'vitest';
import { problemsOf } from './fixture.ts';

const path = 'leaderboards/top/evidence/lab-2026-01-05.yaml';

const evidence = (...rows: string[]): string => `publisher: The Lab
name: The Lab's board
board: https://lab.example/board
date: 2026-01-05
source: {title: A copy, publisher: The Lab, accessed: 2026-01-11}
entries:
${rows.map((row) => `  - ${row}\n`).join('')}`;

const good = '{model: alpha-1, listed: Alpha, score: 1200, lower: 1190, upper: 1210}';

describe('evidence', () => {
  it('has no problem when it is right', () => {
    expect(problemsOf({ [path]: evidence(good) })).toEqual([]);
  });

  it.each([
    [
      'swapped ends',
      '{model: alpha-1, listed: Alpha, score: 1200, lower: 1210, upper: 1190}',
      '7:57  `lower` (item 1 of `entries`) is above `upper`: swap the two ends of the interval.',
    ],
    [
      'one end alone',
      '{model: alpha-1, listed: Alpha, score: 1200, upper: 1210}',
      '`lower` (item 1 of `entries`) is without its other end',
    ],
    [
      'a score outside',
      '{model: alpha-1, listed: Alpha, score: 1300, lower: 1190, upper: 1210}',
      '`score` (item 1 of `entries`) is outside its own interval',
    ],
    ['a model that does not exist', '{model: alpha-9, listed: Alpha, score: 1200}', 'Did you mean `alpha-1`?'],
  ])('is refused with %s', (_name, row, words) => {
    expect(problemsOf({ [path]: evidence(row) }).join()).toContain(words);
  });

  it('is refused with a model twice, and with a day in the future', () => {
    expect(problemsOf({ [path]: evidence(good, good.replace('Alpha', 'Alpha again')) }).join()).toContain(
      '`alpha-1` appears twice here, first as entry 1.',
    );
    expect(problemsOf({ [path]: evidence(good).replace('date: 2026-01-05', 'date: 2027-01-05') }).join()).toContain(
      'The evidence of 2027-01-05 is in the future.',
    );
  });
});

describe('a consensus', () => {
  const edition = (from: string): string => `kind: consensus
source: {title: Consensus, publisher: The Paper, accessed: 2026-01-11}
from: [${from}]
entries:
  - {model: alpha-1, rank: 1, ahead: 0, behind: 0, compared: 0, parts: [{publisher: The Lab, ahead: 0, behind: 0}, {publisher: Arena, ahead: 0, behind: 0}]}
notPlaced: [beta-2]
`;
  const date = 'leaderboards/top/2026-01-11.yaml';

  it('must rest on the newest editions of its day, and equal its own recomputation', () => {
    const all = 'arena/2026-01-10, top/lab-2026-01-05';
    expect(
      problemsOf({
        [path]: evidence(good),
        [date]: edition(all)
          .replace('The Lab, ahead: 0', 'Arena, ahead: 0')
          .replace('Arena, ahead: 0, behind: 0}]', 'The Lab, ahead: 0, behind: 0}]'),
      }),
    ).toEqual([]);
    expect(problemsOf({ [path]: evidence(good), [date]: edition('arena/2026-01-10') }).join('\n')).toContain(
      'This consensus does not rest on the newest editions of its day: arena/2026-01-10, top/lab-2026-01-05.',
    );
    expect(
      problemsOf({ [path]: evidence(good), [date]: edition(all).replace('rank: 1,', 'rank: 2,') }).join('\n'),
    ).toContain('This consensus no longer equals its own recomputation.');
    expect(
      problemsOf({ [path]: evidence(good), [date]: edition('arena/2026-01-10, top/lab-2026-01-06') }).join('\n'),
    ).toContain('`top/lab-2026-01-06` is neither an edition with scores nor evidence.');
  });
});
