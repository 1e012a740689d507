import { expect, test } from 'vitest';
import { addField, append, paths, problemsOf, swap, type Change } from './fixture.ts';

/** What is done to one file of good content, and the lines that the writer must read, without the file's path. */
type Row = [name: string, file: string, change: Change, ...says: string[]];

/** Fields that one file gets wrong by itself; the first line of a story's fields is line 2. */
const rows: Row[] = [
  [
    'a missing field',
    paths.article,
    swap('title: A first story\n', ''),
    '2:1  `title` is missing.  Write a headline of at most 140 characters, better 50 to 80.',
  ],
  ['an empty file', 'models/beta-2.yaml', '', '1:1  `name` is missing.  Write the name as readers know it.'],
  [
    'a missing field inside a group',
    paths.article,
    swap('  credit: The Paper\n', ''),
    '11:3  `hero.credit` is missing.  Write who made the picture.',
  ],
  [
    'a missing field inside a list',
    paths.article,
    swap('    publisher: The Reporter\n', ''),
    '16:5  `publisher` (item 1 of `sources`) is missing.  Write who published it, for example The Independent.',
  ],
  [
    'a missing choice',
    paths.article,
    swap('  made: illustration\n', ''),
    '11:3  `hero.made` is missing.  Write how the picture was made: photo, illustration, ai or edited.',
  ],
  [
    'a missing group',
    paths.site,
    swap('copyright: {holder: The Paper Ltd, since: 2025}\n', ''),
    '1:1  `copyright` is missing.  Write the fields `holder` and `since`.',
  ],
  [
    'a missing kind of edition',
    paths.editorial,
    swap('kind: editorial\n', ''),
    '1:1  `kind` is missing.  Write editorial for ranks by judgement, scored for scores that a board published, voted for ratings of votes that we hold, or consensus for ranks from several boards.',
  ],
  [
    'an unknown kind of edition',
    paths.editorial,
    swap('kind: editorial', 'kind: guess'),
    '1:7  `kind` has no known value.  Write editorial for ranks by judgement, scored for scores that a board published, voted for ratings of votes that we hold, or consensus for ranks from several boards.',
  ],

  [
    'a number where text belongs',
    paths.article,
    swap('title: A first story', 'title: 2026'),
    '3:8  `title` must be text, and is a number.  Write a headline of at most 140 characters, better 50 to 80. Put text that looks like a number or like true or false between quotation marks.',
  ],
  [
    'text where a list belongs',
    paths.article,
    swap('[the-desk]', 'the-desk'),
    '7:10  `authors` must be a list, and is text.  Write a list of author ids, for example [megaton-staff].',
  ],
  [
    'a list where text belongs',
    paths.article,
    swap('dek: What it adds.', 'dek: [What, it, adds]'),
    '4:6  `dek` must be text, and is a list.  Write one or two sentences of at most 300 characters, better 200.',
  ],
  [
    'text where a group belongs',
    'providers/acme.yaml',
    swap('{value: CN, sources: [1]}', 'CN'),
    '3:10  `country` must be a group of fields, and is text.  Write the fields `value`.',
  ],
  [
    'text where true or false belongs',
    paths.article,
    addField('draft: maybe'),
    '2:8  `draft` must be true or false, and is text.  Write true or false.',
  ],
  [
    'a file that is a list',
    'models/gamma.yaml',
    '- Gamma\n',
    '1:1  The file must be a group of fields, and is a list.  Write the fields `name`.',
  ],
  [
    'a choice that does not exist',
    paths.article,
    swap('made: illustration', 'made: painting'),
    '14:9  `hero.made` must be `photo`, `illustration`, `ai` or `edited`, and is `painting`.  Write how the picture was made: photo, illustration, ai or edited.',
  ],
  [
    'an item of a list',
    paths.article,
    swap('tags: [launches]', 'tags: [launches, Open Weights]'),
    '9:18  Item 2 of `tags` is not a tag: lower case, digits and hyphens.  Write tags in lower case with hyphens, for example `open-weights`.',
  ],
  [
    'an empty list that needs an item',
    paths.article,
    swap('authors: [the-desk]', 'authors: []'),
    '7:10  `authors` is an empty list.  Write a list of author ids, for example [megaton-staff].',
  ],
  [
    'too long a headline',
    paths.article,
    swap('title: A first story', `title: ${'x'.repeat(141)}`),
    '3:8  `title` has more than 140 characters.  Write a headline of at most 140 characters, better 50 to 80.',
  ],
  [
    'a link inside a menu',
    paths.site,
    swap('{label: Mask, path: /products/mask/}', '{label: Mask, path: products/mask}'),
    '19:31  `path` (item 1 of `links`, item 3 of `menus.main`) is not a path of this site: it starts and ends with a slash.  Write a path of this site, for example /news/.',
  ],
  [
    'a menu with an unknown word',
    paths.site,
    swap('links: boards', 'links: all'),
    '15:52  `links` (item 2 of `menus.main`) does not have a known form.  Write a list of {label, path}, or boards for all leaderboards.',
  ],
  [
    'an editor without a repository for its pull requests',
    paths.site,
    append('admin: true'),
    '30:8  `admin` needs `repository`, where pull requests go.  Write true or false; true needs `repository`.',
  ],
  [
    'an address of the site with a slash at its end',
    paths.site,
    swap('url: https://paper.example', 'url: https://paper.example/'),
    '2:6  `url` ends with a slash: leave it out.  Write the address of the site, for example https://megaton.ai.',
  ],
  [
    'a web address that would run',
    paths.article,
    swap('url: https://reporter.example/report', 'url: javascript:alert(1)'),
    '18:10  `url` (item 1 of `sources`) is not a full web address.  Write the full address, starting with https://.',
  ],
  [
    'an e-mail address',
    paths.site,
    swap('general@paper.example', 'general'),
    '9:21  `contacts.general` is not an e-mail address.  Write an e-mail address, for example media@megaton.ai.',
  ],
  [
    'a country in words',
    paths.provider,
    swap('value: CN', 'value: China'),
    '3:18  `country.value` is not a country code.  Write two capital letters (ISO 3166), for example CN.',
  ],
  [
    'a permanent id of another form',
    paths.article,
    swap('20260110-abc123', 'first'),
    '2:5  `id` does not have the form YYYYMMDD-xxxxxx.  Write the day of creation, a hyphen and six letters or digits, for example `20260123-k7m2qx`; never change it.',
  ],
  [
    'an author id with capitals',
    paths.article,
    swap('[the-desk]', '[The Desk]'),
    '7:11  Item 1 of `authors` is not an id: lower case, digits and hyphens.  Write the file name, without ending, of an entry in content/authors, for example `kling-2-6`.',
  ],

  [
    'an unknown field with a known one near',
    paths.article,
    addField('headline: A first story'),
    '2:1  `headline` is not a known field.  Known fields: id, title, dek, date, authors, models, tags, hero, sources, howWeKnow, corrections, updated, draft, publishAt, aliases, canonical, disclosure, category.',
  ],
  [
    'an unknown field that is a slip',
    paths.article,
    addField('titel: A first story'),
    '2:1  `titel` is not a known field.  Did you mean `title`?',
  ],
  [
    'an unknown field inside a group',
    paths.article,
    swap('  credit: The Paper', '  credit: The Paper\n  captoin: At work'),
    '14:3  `hero.captoin` is not a known field.  Did you mean `caption`?',
  ],
  [
    'an unknown field inside a list',
    paths.scored,
    swap('votes: 500}', 'votes: 500, vote: 3}'),
    '4:113  `vote` (item 1 of `entries`) is not a known field.  Did you mean `votes`?',
  ],
  [
    'a result among the facts of a model',
    'models/beta-2.yaml',
    append('score: 1200'),
    '2:1  `score` is not a known field.  Known fields: name, provider, released, status, access, modalities, resolution, duration, frameRate, nativeAudio, openWeights, licence, parameters, prices, homepage, notes, conflicts, aliases, listedAs, sources.',
  ],

  [
    'a source that another document quotes, without that document',
    paths.article,
    swap('    accessed: 2026-01-11', '    accessed: 2026-01-11\n    read: quoted'),
    '16:5  `via` (item 1 of `sources`) is missing, and `read` says that another document quotes this one.  Write in which other document you read it, for example: a research note of 8 October 2026.',
  ],
  [
    'a way of reading that we do not know',
    paths.article,
    swap('    accessed: 2026-01-11', '    accessed: 2026-01-11\n    read: skimmed'),
    '20:11  `read` (item 1 of `sources`) must be `direct` or `quoted`, and is `skimmed`.  Write direct if you read the document itself or a copy, or quoted if another document quotes it.',
  ],
  [
    'a date in another order',
    paths.article,
    swap('date: 2026-01-10', 'date: 10.01.2026'),
    '6:7  `date` is not a day that exists.  Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.',
  ],
  [
    '30 February',
    paths.article,
    swap('date: 2026-01-10', 'date: 2026-02-30'),
    '6:7  `date` is not a day that exists.  Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.',
  ],
  [
    '29 February of a year that has none',
    paths.article,
    swap('date: 2026-01-10', 'date: 2026-02-29'),
    '6:7  `date` is not a day that exists.  Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.',
  ],
  [
    'an empty date',
    paths.article,
    swap('date: 2026-01-10', 'date:'),
    '6:6  `date` is empty.  Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.',
  ],
  [
    'a moment without a time zone',
    paths.article,
    swap('date: 2026-01-10', 'date: 2026-01-10T17:05'),
    '6:7  `date` has no time zone.  Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.',
  ],
  [
    'a minute that does not exist',
    paths.article,
    swap('date: 2026-01-10', 'date: 2026-01-10T24:61Z'),
    '6:7  `date` has an hour or a minute that does not exist.  Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.',
  ],
  [
    'an update on 30 February',
    paths.article,
    addField('updated: 2026-02-30T10:00Z'),
    '2:10  `updated` is on a day that does not exist.  Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.',
  ],
  [
    'a correction in a time zone that does not exist',
    paths.article,
    addField('corrections: [{date: "2026-02-03T10:00+25:00", text: Five.}]'),
    '2:22  `date` (item 1 of `corrections`) has a time zone that does not exist.  Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.',
  ],
  [
    'a day that is only a year',
    paths.article,
    swap('accessed: 2026-01-11', 'accessed: 2026'),
    '19:15  `accessed` (item 1 of `sources`) must be text, and is a number.  Write a day as YYYY-MM-DD, for example 2026-01-23. Put text that looks like a number or like true or false between quotation marks.',
  ],
  [
    'a month that does not exist',
    paths.model,
    swap('value: 2025-12-03', 'value: 2025-13'),
    '3:19  `released.value` is not a date.  Write a date as YYYY-MM-DD, "YYYY-MM" or "YYYY"; leave the field out when it is unknown.',
  ],
  [
    'an unknown date written as nothing',
    paths.model,
    swap('value: 2025-12-03', 'value: null'),
    '3:19  `released.value` is empty.  Write a date as YYYY-MM-DD, "YYYY-MM" or "YYYY"; leave the field out when it is unknown.',
  ],
  [
    'an embargo without a time zone',
    paths.article,
    addField('publishAt: 2026-12-01T09:00:00'),
    '2:12  `publishAt` has no time zone.  Write a moment with its time zone, for example 2026-01-23T09:00:00+01:00.',
  ],

  [
    'a picture without alt text',
    paths.article,
    swap('  alt: A camera on a table.\n', ''),
    '11:3  `hero.alt` is missing.  Write one sentence that says what the picture shows.',
  ],
  [
    'a picture with blank alt text',
    paths.article,
    swap('alt: A camera on a table.', 'alt: " "'),
    '12:8  `hero.alt` is blank or has spaces at its ends.  Write one sentence that says what the picture shows.',
  ],
  [
    'a picture with empty alt text',
    paths.article,
    swap('alt: A camera on a table.', 'alt: ""'),
    '12:8  `hero.alt` is blank or has spaces at its ends.  Write one sentence that says what the picture shows.',
  ],
  [
    'a picture from another folder',
    paths.article,
    swap('image: hero.webp', 'image: ../other/hero.webp'),
    '11:10  `hero.image` is not the name of a WebP, PNG or JPEG file in this folder.  Put the picture into the folder of the article and write its file name, for example `hero.webp`.',
  ],
  [
    'a control character in a title',
    paths.article,
    swap('title: A first story', String.raw`title: "A first\u0007 story"`),
    '3:8  `title` has a line break or a control character.  Write a headline of at most 140 characters, better 50 to 80.',
  ],
  [
    'a line break in a title',
    paths.article,
    swap('title: A first story', String.raw`title: "A first\nstory"`),
    '3:8  `title` has a line break or a control character.  Write a headline of at most 140 characters, better 50 to 80.',
  ],

  [
    'a score that is no number',
    paths.scored,
    swap('score: 1200', 'score: .nan'),
    '4:69  `score` (item 1 of `entries`) must be a number, and is not one.  Write the score as a number.',
  ],
  [
    'an infinite score',
    paths.scored,
    swap('score: 1200', 'score: .inf'),
    '4:69  `score` (item 1 of `entries`) must be a number, and is not one.  Write the score as a number.',
  ],
  [
    'a score in words',
    paths.scored,
    swap('score: 1200', 'score: high'),
    '4:69  `score` (item 1 of `entries`) must be a number, and is text.  Write the score as a number.',
  ],
  [
    'negative votes',
    paths.scored,
    swap('votes: 500', 'votes: -500'),
    '4:108  `votes` (item 1 of `entries`) is less than 0.  Write the number of votes as a whole number.',
  ],
  [
    'half a vote',
    paths.scored,
    swap('votes: 500', 'votes: 500.5'),
    '4:108  `votes` (item 1 of `entries`) must be a whole number, and is 500.5.  Write the number of votes as a whole number.',
  ],
  [
    'an interval with its ends swapped',
    paths.scored,
    swap('lower: 1190, upper: 1210', 'lower: 1210, upper: 1190'),
    '4:82  `lower` (item 1 of `entries`) is above `upper`: swap the two ends of the interval.  Write the lower end of the 95 % interval.',
  ],
  [
    'a score outside its interval',
    paths.scored,
    swap('score: 1200', 'score: 1300'),
    '4:69  `score` (item 1 of `entries`) is outside its own interval.  Write the score as a number.',
  ],
  [
    'an interval with one end',
    paths.scored,
    swap(', upper: 1210', ''),
    '4:82  `lower` (item 1 of `entries`) is without its other end: write both `lower` and `upper`, or neither.  Write the lower end of the 95 % interval.',
  ],
  [
    'a price of nothing',
    paths.model,
    swap('usdPerSecond: 0.14', 'usdPerSecond: 0'),
    '5:49  `usdPerSecond` (item 1 of `prices`) is not more than 0.  Write US dollars a second, for example 0.14.',
  ],
  [
    'an empty board',
    paths.editorial,
    (text) => `${text.slice(0, text.indexOf('entries:'))}entries: []\n`,
    '3:10  `entries` is an empty list.  Write at least one entry.',
  ],
  [
    'a rank of zero',
    paths.editorial,
    swap('gamma, rank: 3', 'gamma, rank: 0'),
    '6:26  `rank` (item 3 of `entries`) is less than 1.  Write the place as a whole number from 1.',
  ],
  [
    'a category without its description',
    paths.categories,
    swap('  description: Laws and courts.\n', ''),
    '5:3  `description` is missing.  Write one sentence on what belongs here.',
  ],
];

test.each(rows)('%s', (_, file, change, ...says) => {
  expect(problemsOf({ [file]: change })).toEqual(says.map((line) => `content/${file}:${line}`));
});

test('all problems of one file are reported at once', () => {
  const broken = problemsOf({
    [paths.article]: (text) =>
      swap('date: 2026-01-10', 'date: soon')(swap('id: 20260110-abc123\n', '')(addField('titel: x')(text))),
  });
  expect(broken).toEqual([
    `content/${paths.article}:2:1  \`id\` is missing.  Write the day of creation, a hyphen and six letters or digits, for example \`20260123-k7m2qx\`; never change it.`,
    `content/${paths.article}:2:1  \`titel\` is not a known field.  Did you mean \`title\`?`,
    `content/${paths.article}:6:7  \`date\` is not a day that exists.  Write a moment with its time zone, for example 2026-01-23T09:00+01:00 or 2026-01-23T08:00Z, or a day: 2026-01-23.`,
  ]);
});
