import { factGroups, type Comparison } from '../../domain/models/compare.ts';
import { isTied, rankText, spokenRank } from '../../domain/ranking/board/leaderboard.ts';
import { listed } from '../../domain/text/numbers.ts';
import { element } from '../dom.ts';

/** The elements of a comparison, as `components/model/compare/` writes them. */
export const comparisonElement = (comparison: Comparison): HTMLElement =>
  element(
    'div',
    { class: 'comparison' },
    section('What the boards say', boardsOf(comparison)),
    section('Facts', ...factsOf(comparison)),
  );

const section = (title: string, ...children: Node[]): HTMLElement =>
  element('section', { class: 'section-rule', 'aria-label': title }, element('h2', {}, title), ...children);

function boardsOf({ boards }: Comparison): HTMLElement {
  if (boards.length === 0) return element('p', {}, 'No board lists two of them.');
  return element(
    'ul',
    { class: 'answers' },
    ...boards.map(({ board, date, rows, verdicts }) =>
      element(
        'li',
        {},
        ...verdicts.map((verdict) => element('p', { class: 'verdict' }, verdict)),
        element(
          'p',
          { class: 'small' },
          element('a', { href: board.path }, board.label),
          ', ',
          element('time', { datetime: date.iso }, date.text),
        ),
        element('ul', { class: 'places' }, ...rows.flatMap((row) => (row ? [placeOf(row)] : []))),
      ),
    ),
  );
}

const placeOf = (row: NonNullable<Comparison['boards'][number]['rows'][number]>): HTMLElement =>
  element(
    'li',
    {},
    element(
      'span',
      { class: 'numeral' },
      element('span', { 'aria-hidden': 'true' }, `${isTied(row) ? '=' : ''}${rankText(row)}`),
      element('span', { class: 'visually-hidden' }, spokenRank(row)),
    ),
    ` ${row.name}`,
  );

function factsOf({ models, facts, unknown }: Comparison): HTMLElement[] {
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col' }, element('span', { class: 'visually-hidden' }, 'Fact')),
    ...models.map(({ name, path, maker }) =>
      element(
        'th',
        { scope: 'col' },
        element('a', { href: path }, name),
        ...(maker === undefined ? [] : [element('span', { class: 'small' }, maker)]),
      ),
    ),
  );
  const bodies = factGroups
    .filter(([group]) => facts[group].length > 0)
    .map(([group, title]) =>
      element(
        'tbody',
        { class: group },
        element('tr', {}, element('th', { scope: 'rowgroup', colspan: String(models.length + 1) }, title)),
        ...facts[group].map(({ label, values }) =>
          element(
            'tr',
            {},
            element('th', { scope: 'row' }, label),
            ...values.map((value) => element('td', {}, value ?? unpublished())),
          ),
        ),
      ),
    );
  const table = element('table', { class: 'data fixed side-by-side' }, element('thead', {}, head), ...bodies);
  const open =
    unknown.length === 0
      ? ''
      : `Not published of any of them: ${listed(unknown.map((label) => label.toLowerCase()))}. `;
  return [
    element('div', { class: 'table-scroll', tabindex: '0', role: 'region', 'aria-label': 'Facts: table' }, table),
    element('p', { class: 'small' }, `${open}Sources are on the page of each model.`),
  ];
}

const unpublished = (): HTMLElement =>
  element(
    'span',
    { class: 'small', title: 'Not published' },
    element('span', { 'aria-hidden': 'true' }, '–'),
    element('span', { class: 'visually-hidden' }, 'not published'),
  );
