import { describe, expect, test } from 'vitest';
import { checkContent } from '#loading/check-content';
import { addField, append, makeProject, now, paths, swap, type Changes } from './fixture.ts';

const body = (text: string): Changes => ({ [paths.article]: swap('The first sentence.', text) });
const voted = (columns: string, csv: string): Changes => ({
  'leaderboards/arena/votes/a.csv': csv,
  'leaderboards/arena/2026-02-10.yaml': `kind: voted\nsource: {title: T, publisher: P, accessed: 2026-01-11}\nvotes: a.csv\n${columns}entries:\n  - {model: gamma, listed: a, name: A, score: 1, lower: 0, upper: 2, votes: 1}\n`,
});

/** Places at which a name from the content is looked up, with the name in them. */
const placesFor = (name: string): [place: string, changes: Changes, says: string][] => [
  ['a directive', body(`::${name}`), name.startsWith('_') ? 'looks like a box' : `There is no directive \`${name}\`.`],
  [
    'a directive with text',
    body(`:::${name}\nx\n:::`),
    name.startsWith('_') ? 'looks like a box' : `There is no directive \`${name}\`.`,
  ],
  ['a callout', body(`> [!${name}]\n> x`), name.startsWith('_') ? '' : `There is no callout \`[!${name}]\`.`],
  [
    'an attribute of a directive',
    body(`::board{id=top ${name}=x}`),
    name.startsWith('_') ? '' : `\`board\` has no attribute \`${name}\`.`,
  ],
  ['a note without a text', body(`a[^${name}]`), name.startsWith('_') ? '' : `There is no note \`${name}\`.`],
  ['a model that is linked', body(`[a](model:${name})`), `There is no model \`${name}\`.`],
  ['an article that is linked', body(`[a](article:${name})`), `There is no article \`${name}\`.`],
  ['a page that is linked', body(`[a](/${name}/)`), `There is no page \`/${name}/\`.`],
  ['a heading that is linked', body(`[a](#${name})`), `There is no heading \`#${name}\``],
  ['an element', body(`a <${name.replaceAll('_', 'x')}>b`), 'is not allowed and would be taken out.'],
  ['an attribute of an element', body(`a <b ${name}=x>b</b>`), `\`${name.toLowerCase()}\` of \`<b>\``],
  ['a field', { [paths.article]: addField(`${name}: x`) }, `\`${name}\` is not a known field.`],
  [
    'a field within a field',
    { [paths.article]: swap('  credit: The Paper', `  credit: The Paper\n  ${name}: x`) },
    `\`hero.${name}\` is not a known field.`,
  ],
  ['an author', { [paths.article]: swap('[the-desk]', `[${name}]`) }, 'content/authors'],
  [
    'a category of a story',
    { [paths.article]: swap('category: technology', `category: ${name}`) },
    'content/categories.yaml',
  ],
  ['a category', { [paths.categories]: append(`${name}: {description: D.}`) }, 'is missing.'],
  ['a model of a story', { [paths.article]: swap('[alpha-1]', `[${name}]`) }, 'content/models'],
  [
    'a board of the site',
    { [paths.site]: swap('strip: {board: top', `strip: {board: ${name}`) },
    'content/leaderboards',
  ],
  ['a kind of edition', { [paths.editorial]: swap('kind: editorial', `kind: ${name}`) }, '`kind` has no known value.'],
  ['a value of a list', { [paths.article]: swap('made: illustration', `made: ${name}`) }, `and is \`${name}\`.`],
  [
    'a column of votes',
    voted(`columns: {left: left, right: right, winner: ${name}}\n`, 'left,right,winner\na,b,left\n'),
    `There is no column \`${name}\`.`,
  ],
  ['a winner', voted('', `left,right,winner\na,b,${name}\n`), `The winner \`${name}\` is unknown.`],
  ['a model of votes', voted('', `left,right,winner\n${name},b,left\n`), `\`${name}\` has only wins`],
];

/** What every object of JavaScript has. */
const names = ['constructor', 'toString', 'hasOwnProperty', '__proto__'];

describe.each(names)('the name %s', (name) => {
  test.each(placesFor(name))('is looked up like other names: %s', (_, changes, says) => {
    const { problems } = checkContent(makeProject(changes), now);
    if (says !== '') expect(problems.map(({ what, write }) => `${what} ${write}`).join('\n')).toContain(says);
  });
});

test('content may be called by these names', () => {
  const root = makeProject({
    'models/constructor.yaml': 'name: Constructor\n',
    [paths.categories]: append('constructor: {name: N, description: D.}'),
    [paths.article]: (text) =>
      swap(
        '[alpha-1]',
        '[constructor]',
      )(
        swap(
          'The first sentence.',
          '[a](model:constructor)[^constructor]\n\n::model{id=constructor}\n\n[^constructor]: Note.\n\n## Constructor\n\n[b](#constructor)',
        )(text),
      ),
  });
  expect(checkContent(root, now).problems).toEqual([]);
});
