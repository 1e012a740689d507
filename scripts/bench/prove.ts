import { readCommand, refuse, wholeNumber } from '../command-line.ts';
import { measureLoad } from './load.ts';
import { measurePaint } from './paint.ts';
import { proveChanges } from './proof/prove-changes.ts';
import { proveSameBytes } from './same-bytes.ts';

/** Proofs that take too long for the test suite. */
const { values, positionals } = readCommand(
  `Usage: npm run prove -- [changes | bytes | load | paint] [options]

  changes   after random changes and kills, an incremental build equals a cold one (the default)
            --articles=300 --steps=100 --seed=1 --every=1 (--every=3 compares after every third step only)
  bytes     builds in other folders, time zones and locales, and under load, give the same bytes; --builds=10
  load      requests a second that nginx answers with the built site; --seconds=5 --connections=64
  paint     first visits of the built site on a slow phone: largest paint next to that of the bare text, layout shift; --rounds=5`,
  Object.fromEntries(
    Object.entries({
      articles: 300,
      steps: 100,
      seed: 1,
      every: 1,
      builds: 10,
      seconds: 5,
      connections: 64,
      rounds: 5,
    }).map(([name, number]) => [name, { type: 'string', default: String(number) }] as const),
  ) as Record<Option, { type: 'string'; default: string }>,
  true,
);
type Option = 'articles' | 'steps' | 'seed' | 'every' | 'builds' | 'seconds' | 'connections' | 'rounds';
const number = (name: Option): number => wholeNumber(name, values[name]);
const proofs: Record<string, () => Promise<boolean>> = {
  changes: () =>
    proveChanges({
      articles: number('articles'),
      steps: number('steps'),
      seed: number('seed'),
      every: number('every'),
    }),
  bytes: () => proveSameBytes(number('builds')),
  load: () => measureLoad(number('seconds'), number('connections')),
  paint: () => measurePaint(number('rounds')),
};
const [name = 'changes', ...more] = positionals;
const proof = proofs[name];
if (proof === undefined || more.length > 0)
  refuse(`There is no proof \`${[name, ...more].join(' ')}\`. Choose one of: ${Object.keys(proofs).join(', ')}.`);
process.exitCode = (await proof()) ? 0 : 1;
