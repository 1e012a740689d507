import { describe, expect, it, test } from 'vitest';
import { checkContent } from '#loading/check-content';
import { phrasesInBody } from '#loading/rules/phrase-rules';
import { addField, paths, problemsOf, swap } from './fixture.ts';

const found = (text: string, isStory = true): string[] =>
  phrasesInBody(text, isStory).map(({ what }) => /“(.*)”/u.exec(what)?.[1] ?? '');

describe('stiff phrases', () => {
  // The sentences of the first edition that the style guide names.
  it.each([
    ['OpenAI is to end Sora.', 'is to end'],
    ['With them goes a plan under which Disney was to invest.', 'With them goes'],
    ['It said so on Tuesday.', 'said so'],
    ['This article is filed under the day of the release.', 'This article is filed'],
    ['The text takes in prices of August.', 'takes in'],
    ['A note of 7 September gives these prices.', 'A note of'],
    ['One that names the page gives these prices.', 'names the page'],
    ['Clients are not in the sources we saw.', 'in the sources'],
    ['Alibaba came forward.', 'came forward'],
    ['Seedance is the dearest.', 'dearest'],
    ['Prices rise by 90 to 95 per cent.', '95 per cent'],
    ['It costs 0.60 US dollars.', '0.60 US dollars'],
    ['Disney offered 1.5 billion dollars.', '1.5 billion dollars'],
    ['We print the former.', 'the former'],
    ['It beat the latter model.', 'the latter'],
    ['We mended the text.', 'mended'],
    ['It was built anew.', 'anew'],
    ['Disney is beside OpenAI.', 'beside'],
    ['Our report tells how it came about.', 'tells how'],
    ['Veo stands at 1219.', 'stands'],
    ['The range lies above.', 'lies'],
  ])('are found in “%s”', (text, words) => {
    expect(found(text)).toEqual([words]);
  });

  it.each([
    'The aim is to sell more clips, and the next step is to open the API.',
    'What is to be seen, and besides, DRAM stands for memory.',
    'Disney told Reuters. He lies to the court.',
    'It costs $0.60, or 40% less, and the dollar fell.',
    'The former chief left; Mohan wrote in his letter.',
    'A tool amends the file that is to hand.',
  ])('are not found in “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['quotation marks', 'He called it “the dearest of all”, or "mended anew".'],
    ['a quotation', '> It said so, and it takes in all.'],
    ['a pull quote', ':::pullquote{by="Somebody"}\nWith them goes a plan.\n:::'],
    ['the title of a page elsewhere', 'See [The dearest film of 5 million dollars](https://a.example/).'],
    ['code', 'Write `anew`.\n\n```\nbeside\n```'],
  ])('are left alone in %s', (_, text) => {
    expect(found(text)).toEqual([]);
  });

  it('are found in links to our own stories, tables and notes', () => {
    const text = 'See [the dearest](article:x).[^1]\n\n| A |\n| --- |\n| 5 per cent |\n\n[^1]: Anew.';
    expect(found(text)).toEqual(['dearest', '5 per cent', 'Anew']);
  });

  it('have a place, and what to write instead', () => {
    expect(phrasesInBody('One.\n\nTwo lines\nof the dearest.', true)).toEqual([
      {
        line: 4,
        column: 8,
        what: '“dearest” is not how we write.',
        write: 'Write “most expensive”.',
        warning: true,
      },
    ]);
  });

  it('mean a newsletter on pages only', () => {
    expect(found('The letter starts soon.', false)).toEqual(['The letter']);
    expect(found('The letter starts soon.', true)).toEqual([]);
  });
});

test.each([
  [
    'a headline',
    { [paths.article]: swap('A first story', 'The dearest story') },
    `${paths.article}:3:8`,
    'dearest',
    'Write “most expensive”.',
  ],
  [
    'a field of a list',
    { [paths.review]: swap('[Fast]', '[Made anew]') },
    `${paths.review}:8:13`,
    'anew',
    'Write “again”.',
  ],
  [
    'a label of a board',
    { 'leaderboards/arena/board.yaml': swap('From votes to scores', 'Voters mend it') },
    'leaderboards/arena/board.yaml:5:9',
    'mend',
    'Write “fix” or “correct”.',
  ],
])('are reported in %s', (_, changes, place, words, write) => {
  expect(problemsOf(changes)).toEqual([`content/${place}  Warning: “${words}” is not how we write.  ${write}`]);
});

test('a source may have any title, and a picture may show what stands', () => {
  expect(problemsOf({ [paths.article]: swap('title: A report', 'title: The dearest report') })).toEqual([]);
  expect(problemsOf({ [paths.article]: swap('A camera on a table', 'A camera stands on a table') })).toEqual([]);
});

test('how we know may speak of sources', () => {
  const says = 'What became of it is not in the sources.';
  expect(problemsOf({ [paths.article]: addField(`howWeKnow: ${says}`) })).toEqual([]);
  expect(problemsOf({ [paths.article]: addField(`disclosure: ${says}`) })).toHaveLength(1);
});

test('nothing that this site publishes has one', () => {
  const { problems } = checkContent('.', new Date('2026-11-28T12:00:00Z'));
  expect(problems.filter(({ what }) => what.endsWith('is not how we write.'))).toEqual([]);
});
