import { describe, expect, test } from 'vitest';
import { checkContent } from '#loading/check-content';
import { formatProblem } from '#loading/problem';
import { makeProject, now, paths, problemsOf, swap, type Changes } from './fixture.ts';

const source = '  - {title: A report, publisher: Someone, url: https://report.example/, accessed: 2026-11-20}\n';

const lawsuit = `name: A v B
claimants: [A]
defendants: [B]
court: {value: A court, sources: [1]}
filed: {value: 2026-01-10, sources: [1]}
claims:
  - {text: A says B copied., sources: [1]}
stage: {value: Filed, asOf: 2026-01-10, sources: [1]}
models: [alpha-1]
events:
  - {id: filed, date: 2026-01-10, what: A sues B., sources: [1]}
ahead:
  - {date: 2026-12-01, what: A hearing., sources: [1]}
documents: [1]
checked: 2026-11-20
sources:
${source}`;

const law = `name: An act
law: {value: Act 1, sources: [1]}
place: Somewhere
appliesFrom: {value: 2026-08-02, sources: [1]}
stage: {value: Applies, asOf: 2026-08-02, sources: [1]}
asks:
  - {text: Label it., sources: [1]}
checked: 2026-11-20
sources:
${source}`;

const topic = `name: A topic
summary:
  - "Words with a [story](article:first-story) and a [page](/trackers/lawsuits/)."
updated: 2026-11-20
stories: [first-story]
models: [alpha-1]
lawsuits: [a-v-b]
rules: [act]
checked: 2026-11-20
sources:
${source}`;

const good: Changes = { 'topics/topic.yaml': topic, 'lawsuits/a-v-b.yaml': lawsuit, 'rules/act.yaml': law };

/** Problems of the good files with one of them changed, summaries checked too. */
const checked = (path: string, change: (text: string) => string): string[] => {
  const files = { ...good, [path]: change(String(good[path])) };
  return checkContent(makeProject(files), now).problems.map(formatProblem);
};

test('a topic, a case and a law without a mistake have no problem', () => {
  expect(checkContent(makeProject(good), now).problems.map(formatProblem)).toEqual([]);
});

describe('a lawsuit', () => {
  test.each([
    [
      'an event in the future',
      swap('date: 2026-01-10, what', 'date: 2027-01-10, what'),
      '11:23  The event of 10 January 2027 has not happened yet.  Write it under `ahead` until it has.',
    ],
    [
      'a date that has passed',
      swap('date: 2026-12-01', 'date: 2026-11-22'),
      '13:12  Warning: 22 November 2026 has passed: pages no longer show this date.  Write what happened as an event, and delete the date here.',
    ],
    [
      'a check in the future',
      swap('checked: 2026-11-20', 'checked: 2026-11-24'),
      '15:10  24 November 2026 is in the future.  Write the day on which you looked.',
    ],
    [
      'a check of long ago',
      swap('checked: 2026-11-20', 'checked: 2026-09-23'),
      '15:10  Warning: Nobody has checked this for 61 days, more than 60.  Look whether all of it still holds, and write the day of today.',
    ],
    [
      'a source that is not there',
      swap('documents: [1]', 'documents: [2]'),
      '14:13  There is no source 2: the file lists 1.  Write a number of the list `sources` below, counted from 1.',
    ],
    [
      'a model that is not there',
      swap('models: [alpha-1]', 'models: [alpha-2]'),
      '9:10  There is no `alpha-2` in content/models.  Did you mean `alpha-1`?',
    ],
    [
      'no source for its stage',
      swap('stage: {value: Filed, asOf: 2026-01-10, sources: [1]}', 'stage: {value: Filed, asOf: 2026-01-10}'),
      '8:8  `stage.sources` is missing.  Write numbers of the `sources` in this file, counted from 1, for example [1, 3].',
    ],
    [
      'an end before its beginning',
      swap('claims:', 'ended: {value: 2025-01-10, sources: [1]}\nclaims:'),
      '6:16  The case ended on 10 January 2025, before it was filed.  Write a date from 10 January 2026 on.',
    ],
    [
      'two events of one name',
      swap('ahead:', '  - {id: filed, date: 2026-01-11, what: Again., sources: [1]}\nahead:'),
      '12:10  `filed` names two events, first item 1.  Give each event a name of its own; feeds know it by that name.',
    ],
  ])('has %s', (_, change, says) => {
    expect(checked('lawsuits/a-v-b.yaml', change)).toEqual([`content/lawsuits/a-v-b.yaml:${says}`]);
  });
});

describe('a topic', () => {
  test.each([
    [
      'a story that is not there',
      swap('[first-story]\n', '[first-stori]\n'),
      '5:11  There is no story `first-stori`.  Did you mean `first-story`?',
    ],
    [
      'a tag that no story has',
      swap('models:', 'tags: [nothing-of-the-kind]\nmodels:'),
      '6:8  Warning: No story has the tag `nothing-of-the-kind`.  Write a tag that stories have, or leave it out.',
    ],
    [
      'a case that is not there',
      swap('[a-v-b]', '[a-v-c]'),
      '7:12  There is no `a-v-c` in content/lawsuits.  Did you mean `a-v-b`?',
    ],
    [
      'a law that is not there',
      swap('rules: [act]', 'rules: [law]'),
      '8:9  There is no `law` in content/rules.  Use an id that exists, or add it to content/rules first.',
    ],
    [
      'a link to nothing',
      swap('article:first-story', 'article:first-stori'),
      '3:5  There is no article `first-stori`.  Did you mean `first-story`?',
    ],
    [
      'a heading in its summary',
      swap('"Words with', '"## Words with'),
      '3:5  A summary has paragraphs and links only.  Write a sentence.',
    ],
  ])('has %s', (_, change, says) => {
    expect(checked('topics/topic.yaml', change)).toEqual([`content/topics/topic.yaml:${says}`]);
  });
});

describe('a price', () => {
  const price = '  - {date: 2026-01-11, tier: pro, usdPerSecond: 0.14, sources: [1]}';
  const read = swap('accessed: 2026-11-20', 'accessed: 2026-11-21');
  test.each([
    [
      'of a day in the future',
      swap('date: 2026-01-11', 'date: 2027-01-11'),
      '5:12  The price of 11 January 2027 is in the future.  Write the day on which the price was so.',
    ],
    [
      'that is there twice',
      swap(price, `${price}\n${price}`),
      '6:5  The price for pro of 11 January 2026 is there twice, first as item 1.  Keep one of the two, or say with `seller`, `tier`, `size` or `sound` how they differ.',
    ],
    [
      'of nothing in particular',
      swap('tier: pro, ', ''),
      '5:5  Item 1 of `prices` has neither `tier` nor `size`.  Write at least one of `tier` and `size`.',
    ],
  ])('%s is reported', (_, change, says) => {
    expect(problemsOf({ [paths.model]: (text) => change(read(text)) })).toEqual([`content/${paths.model}:${says}`]);
  });

  test('that nobody has checked for two months is advice', () => {
    expect(problemsOf({ [paths.model]: swap('accessed: 2026-11-20', 'accessed: 2026-09-01') })).toEqual([
      `content/${paths.model}:5:3  Warning: Nobody has checked these prices for 83 days, more than 60.  Read a price list again: add what changed with its date, or write the day of today as \`accessed\` of its source.`,
    ]);
  });

  test('of a model that is no longer sold stays as it was', () => {
    expect(problemsOf({ [paths.model]: (text) => `${text}status: {value: discontinued}\n` })).toEqual([]);
  });
});
