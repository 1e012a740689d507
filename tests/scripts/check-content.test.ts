import { expect, test } from 'vitest';
import { formatProblem } from '#loading/problem';
import { checkContent } from '../../scripts/check-content.ts';
import { addField, makeProject, now, paths, swap, type Changes } from '../loading/fixture.ts';

const problemsOf = (changes: Changes): string[] => checkContent(makeProject(changes), now).problems.map(formatProblem);

/** Good fields with another text; the text begins on line 21. */
const withProse = (prose: string): Changes => ({ [paths.article]: swap('The first sentence.', prose) });

test('good content has no problem', () => {
  expect(problemsOf(withProse('[Alpha](model:alpha-1), [itself](article:first-story).\n\n::board{id=top limit=3}\n\n:::figure{src=hero.webp alt="A" credit="C" made=ai}\n:::'))).toEqual([]);
});

test('problems in prose stand at their place in the file', () => {
  expect(problemsOf(withProse('One.\n\nTwo [x](model:alpha-2).'))).toEqual([`content/${paths.article}:23:5  There is no model \`alpha-2\`.  Did you mean \`alpha-1\`?`]);
});

test('problems in fields and in prose are told together, in order', () => {
  const broken = problemsOf({
    [paths.article]: (text) => addField('updated: 2026-01-01')(swap('The first sentence.', '# One')(text)),
    [paths.review]: swap('We tested it.', '::bord{id=top}'),
    'models/gamma.yaml': 'name: Gamma\nreleased: {value: soon}\n',
  });
  expect(broken.map((line) => line.split('  ')[0])).toEqual([`content/${paths.article}:2:10`, `content/${paths.article}:22:1`, 'content/models/gamma.yaml:2:19', `content/${paths.review}:12:1`]);
});

test('only pictures in the story’s own folder can be shown', () => {
  const figure = ':::figure{src=hero.webp alt="A" credit="C" made=ai}\n:::';
  expect(problemsOf({ [paths.review]: swap('We tested it.', figure) })).toEqual([
    `content/${paths.review}:12:1  There is no picture \`hero.webp\` in this folder.  Put the picture into the folder of the article, or write the name of one that is there.`,
  ]);
});

test('a board without an edition cannot be shown in prose', () => {
  const board = { 'leaderboards/new/board.yaml': 'name: New\nshortName: New\nmeasures: X.\nby: {name: N, url: https://new.example/}\nmethod: Y.\nlicence: {name: L, credit: C, redistribute: false}\norder: 3\n' };
  expect(problemsOf({ ...board, ...withProse('::board{id=new}') })).toEqual([`content/${paths.article}:21:1  There is no board \`new\`.  Use the id of a board that exists.`]);
});
