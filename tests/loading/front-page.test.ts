import { describe, expect, test } from 'vitest';
import { addField, paths, problemsOf, swap, type Changes } from './fixture.ts';

const file = 'content/front-page.yaml';
const check = (frontPage: string, changes: Changes = {}): string[] =>
  problemsOf({ 'front-page.yaml': frontPage, ...changes });

// The fixture is read on 23 November 2026 at noon.
describe('a front page', () => {
  test('without a problem', () => {
    expect(
      check(`lead: {story: first-story, until: 2026-11-23T13:05+01:00}
second:
  - {story: review:alpha-1-tested, until: 2026-11-23}
banner: {text: A new edition, link: /leaderboards/top/, until: 2026-12-01}
`),
    ).toEqual([]);
  });

  test.each([
    ['with nothing in it', ''],
    ['with only a remark', '# Nothing is chosen today.\n'],
    ['with a banner that leads to another site', 'banner: {text: Read this, link: "https://other.example/a?b=1"}\n'],
    ['with a package of one story', 'package: {label: In court, stories: [article:first-story]}\n'],
  ])('%s is right', (_, text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('a name on the front page', () => {
  test.each([
    ['lead: {story: first-storry}\n', '1:15', 'first-storry', 'Did you mean `first-story`?'],
    ['second: [{story: review:first-story}]\n', '1:18', 'review:first-story', 'Did you mean `first-story`?'],
    [
      'package: {label: In court, stories: [first-story, nothing-like-any]}\n',
      '1:51',
      'nothing-like-any',
      'Write the name of a folder in content/articles/<year>/ or content/reviews/.',
    ],
  ])('that no story has is an error: %s', (text, place, name, write) => {
    expect(check(text)).toEqual([`${file}:${place}  There is no story \`${name}\`.  ${write}`]);
  });

  test('that an article and a review have is an error, until it says which', () => {
    const same = { 'reviews/first-story/index.md': reviewText };
    expect(check('lead: {story: first-story}\n', same)).toEqual([
      `${file}:1:15  An article and a review are named \`first-story\`.  Write \`article:first-story\` or \`review:first-story\`.`,
    ]);
    expect(check('lead: {story: review:first-story}\n', same)).toEqual([]);
  });

  test('of a story with mistakes of its own is no second mistake', () => {
    const broken = { [paths.article]: swap('category: technology', 'category:') };
    expect(check('lead: {story: first-story}\n', broken).filter((line) => line.startsWith(file))).toEqual([]);
  });

  test('of a hidden story is advice', () => {
    expect(check('lead: {story: first-story}\n', { [paths.article]: addField('draft: true') })).toEqual([
      `${file}:1:15  Warning: \`first-story\` is a draft, so readers do not see it here.  Delete \`draft: true\` in the story, or name another.`,
    ]);
    const embargoed = {
      [paths.article]: (text: string) =>
        addField('publishAt: 2026-11-24T10:00:00+01:00')(swap('date: 2026-01-10', 'date: 2026-11-24')(text)),
    };
    expect(check('lead: {story: first-story}\n', embargoed)).toEqual([
      `${file}:1:15  Warning: \`first-story\` is under embargo, so readers do not see it here before 2026-11-24T09:00:00Z.  Leave it so, or name another story.`,
    ]);
  });

  test('that is there already is advice', () => {
    const text = 'lead: {story: first-story}\npackage: {label: In court, stories: [article:first-story]}\n';
    expect(check(text)).toEqual([
      `${file}:2:38  Warning: \`article:first-story\` is on the front page already, in \`lead\`.  Name another story: each is shown once, and this place fills with the newest.`,
    ]);
  });
});

test('what is over is advice', () => {
  expect(
    check(`lead: {story: first-story, until: 2026-11-23T12:00Z}
second: [{story: alpha-1-tested, until: 2026-11-22}]
banner: {text: A line, until: 2026-11-01}
package: {label: In court, stories: [first-story], until: 2026-11-01}
`),
  ).toEqual([
    `${file}:1:35  Warning: \`lead\` was to be shown until 2026-11-23T12:00:00Z, and is shown no more.  Delete it, or write a later \`until\`.`,
    `${file}:2:41  Warning: \`second\` was to be shown until 2026-11-22, and is shown no more.  Delete it, or write a later \`until\`.`,
    `${file}:3:31  Warning: \`banner\` was to be shown until 2026-11-01, and is shown no more.  Delete it, or write a later \`until\`.`,
    `${file}:4:59  Warning: \`package\` was to be shown until 2026-11-01, and is shown no more.  Delete it, or write a later \`until\`.`,
  ]);
});

test.each([
  [
    'banner: {text: A line, link: /leaderbords/}\n',
    '1:30  There is no page `/leaderbords/`.  Did you mean `/leaderboards/`?',
  ],
  [
    'banner: {text: A line, link: "javascript:alert(1)"}\n',
    '1:30  `banner.link` does not have a known form.  Write a path of this site, for example /leaderboards/, or a full address.',
  ],
  [
    'lead: {story: first-story, until: 2026-11-30T09:00}\n',
    '1:35  `lead.until` has no time zone.  Write up to when it is shown: a moment such as 2026-01-23T09:00+01:00, or a day such as 2026-01-23, to its end in UTC.',
  ],
  [
    'lead: first-story\n',
    '1:7  `lead` must be a group of fields, and is text.  Write {story, until}, for example {story: sora-shutdown-disney, until: 2026-01-23}.',
  ],
  [
    'second: [{story: a}, {story: b}, {story: c}, {story: d}]\n',
    '1:9  `second` has more than 3 items.  Write a list of at most three items {story, until}.',
  ],
  ['led: {story: first-story}\n', '1:1  `led` is not a known field.  Did you mean `lead`?'],
])('is refused: %s', (text, says) => {
  expect(check(text)).toEqual([`${file}:${says}`]);
});

const reviewText = `---
id: 20260113-zzz999
title: Another look at the first machine
date: 2026-01-13
authors: [the-desk]
model: beta-2
verdict: Good.
strengths: [Fast]
limits: [Short]
bestFor: Trailers
---
We looked again.
`;
