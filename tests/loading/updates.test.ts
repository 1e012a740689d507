import { describe, expect, test } from 'vitest';
import { formatProblem } from '#loading/problem';
import { checkContent } from '../../src/loading/check-content.ts';
import { addField, makeProject, now, paths, swap, type Changes } from './fixture.ts';

const update = (at: string): string => `:::update{at="${at}" title="T"}\nText.\n:::`;
/** The story of 10 January 2026 with updates; the first one is on line 23. */
const withUpdates = (...moments: string[]): Changes => ({
  [paths.article]: swap('The first sentence.', `Summary.\n\n${moments.map(update).join('\n\n')}`),
});
const asDraft = (changes: Changes): Changes => withField('draft: true', changes);
const withField = (field: string, { [paths.article]: change }: Changes): Changes => ({
  [paths.article]: (text) => addField(field)(typeof change === 'function' ? change(text) : text),
});
const problemsOf = (changes: Changes): string[] => checkContent(makeProject(changes), now).problems.map(formatProblem);

const at = `content/${paths.article}`;
const zone = 'Write a moment with its time zone, for example `at="2026-01-23T09:00+01:00"`.';
const written = 'Write in `at` the moment at which it was written.';

describe('the moments of updates', () => {
  test.each<[string, Changes, ...string[]]>([
    ['in any order and zone', withUpdates('2026-01-12T09:00+01:00', '2026-01-10T00:00Z', '2026-11-23T12:00Z')],
    [
      'without a zone',
      withUpdates('2026-01-12T09:00'),
      `${at}:23:1  \`at="2026-01-12T09:00"\` has no time zone.  ${zone}`,
    ],
    ['a day alone', withUpdates('2026-01-12'), `${at}:23:1  \`at="2026-01-12"\` is not a moment.  ${zone}`],
    [
      'a day that does not exist',
      withUpdates('2026-02-30T09:00Z'),
      `${at}:23:1  \`at="2026-02-30T09:00Z"\` is on a day that does not exist.  ${zone}`,
    ],
    [
      'an hour that does not exist',
      withUpdates('2026-01-12T24:00Z'),
      `${at}:23:1  \`at="2026-01-12T24:00Z"\` has an hour or a minute that does not exist.  ${zone}`,
    ],
    [
      'of the future',
      withUpdates('2026-11-23T13:01+01:00'),
      `${at}:23:1  The update (2026-11-23T12:01:00Z) is in the future.  ${written}`,
    ],
    ['of the future in a draft', asDraft(withUpdates('2026-11-23T13:01+01:00'))],
    [
      'before the story',
      withUpdates('2026-01-09T23:59Z'),
      `${at}:23:1  The update (2026-01-09T23:59:00Z) is before the date of the story (2026-01-10).  Write in \`at\` the moment at which it was written, or fix the date.`,
    ],
    [
      'one minute in two zones, whatever the seconds',
      withUpdates('2026-01-12T09:00+01:00', '2026-01-12T08:00:30Z'),
      `${at}:27:1  Another update of this story has the same minute, 2026-01-12T08:00Z.  Write another minute in \`at\`, or put both into one update: the minute is the address of an update.`,
    ],
    [
      'before the end of an embargo',
      withField('publishAt: 2026-11-25T09:00:00Z', withUpdates('2026-11-25T09:00Z')),
      `${at}:7:7  Warning: The story appears on 2026-11-25 in UTC by \`publishAt\`, and its \`date\` is 2026-01-10.  Write \`date: 2026-11-25\`, unless it is to be listed under the other day.`,
    ],
  ])('%s', (_, changes, ...problems) => {
    expect(problemsOf(changes)).toEqual(problems);
  });

  test('are known with the references of the text, in UTC', () => {
    const { references } = checkContent(makeProject(withUpdates('2026-01-12T09:00+01:00', '2026-01-12T10:00Z')), now);
    expect(references.get(at)?.updates).toEqual(['2026-01-12T08:00:00Z', '2026-01-12T10:00:00Z']);
  });

  test('are looked at again when the text was valid in an earlier check', () => {
    const root = makeProject(withUpdates('2026-11-23T12:00Z'));
    const check = (moment: Date): string[] => checkContent(root, moment).problems.map(formatProblem);
    expect(check(now)).toEqual([]);
    expect(check(new Date('2026-11-23T11:59:00Z'))).toEqual([
      `${at}:23:1  The update (2026-11-23T12:00:00Z) is in the future.  ${written}`,
    ]);
    expect(check(now)).toEqual([]);
  });
});
