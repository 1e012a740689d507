import { expect, test } from 'vitest';
import { lanesOfLaunches, lanesOfLawsuits, lanesOfRules, lanesOfTopic } from '#domain/subjects/lanes';
import type { TimelineEntry, TimelineKind } from '#domain/subjects/timeline';
import type { Launch, Lawsuit, Rule } from '#domain/subjects/tracked';
import { toDay } from '#domain/text/dates';

const fact = (kind: TimelineKind, iso: string): TimelineEntry => ({
  id: `${kind}/${iso}`,
  kind,
  date: toDay(iso),
  text: kind,
  path: '/',
  sources: [],
});

test('a case is a bar to the present day, or to its end', () => {
  const open = {
    name: 'Open',
    events: [fact('lawsuit', '2025-01-02')],
    ahead: [],
    filed: toDay('2025-01'),
  } as unknown as Lawsuit;
  const closed = { ...open, name: 'Closed', ended: toDay('2026-02-01') };
  expect(lanesOfLawsuits([open, closed], '2026-11-28').map(({ span }) => span)).toEqual([
    ['2025-01', '2026-11-28'],
    ['2025-01', '2026-02-01'],
  ]);
});

test('a rule has a bar only when it applies, and its announced dates as points', () => {
  const rule = { name: 'A', events: [], ahead: [{ date: toDay('2027-01-01'), what: 'More.' }] } as unknown as Rule;
  const [bill, later, law] = lanesOfRules(
    [rule, { ...rule, appliesFrom: toDay('2027-01-01') }, { ...rule, appliesFrom: toDay('2026-08-02') }],
    '2026-11-28',
  );
  expect([bill?.span, later?.span, law?.span]).toEqual([undefined, undefined, ['2026-08-02', '2026-11-28']]);
  expect(law?.points).toEqual([{ iso: '2027-01-01', text: '1 January 2027: More.' }]);
});

test('a topic has a lane for each kind of fact that it has', () => {
  const timeline = {
    ahead: [],
    past: [fact('launch', '2026-01-01'), fact('end', '2026-02-01'), fact('story', '2026-01-03')],
  };
  expect(
    lanesOfTopic({ timeline, ahead: [], lawsuits: [], rules: [] }, '2026-11-28').map(({ label, points }) => [
      label,
      points.length,
    ]),
  ).toEqual([
    ['Models', 2],
    ['Our stories', 1],
  ]);
});

test('makers with most launches are first, and those with one share a lane', () => {
  const launch = (maker: string, iso: string): Launch =>
    ({ model: { label: iso, path: '/' }, provider: { label: maker, path: '/' }, date: toDay(iso) }) as Launch;
  const lanes = lanesOfLaunches([
    launch('One', '2026-01-01'),
    launch('B', '2026-01-02'),
    launch('B', '2026-01-03'),
    launch('A', '2026-01-04'),
    launch('A', '2026-01-05'),
    launch('A', '2026-01-06'),
  ]);
  expect(lanes.map(({ label, points }) => [label, points.length])).toEqual([
    ['A', 3],
    ['B', 2],
    ['Others', 1],
  ]);
});
