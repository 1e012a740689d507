import { absolute, changesPath, editionDataPath, editionPath } from '#domain/site/addresses';
import { mayShareData } from '#domain/ranking/board/board-data';
import { capitalised, counted, withCommas } from '#domain/text/numbers';
import type { Board, BoardRow } from '#domain/ranking/board/leaderboard';
import { markdownLink, markdownTable, markdownText } from './markdown-text.ts';

/**
 * An edition of a board as Markdown. Scores of a board whose licence does not let us pass them on stay on its page.
 * @param site the site's own address, without a slash at its end
 */
export function boardMarkdown(board: Board, site: string): string {
  const { id, name, date, measures, headline, finding, note, method, by, source, licence, before } = board;
  const shared = mayShareData(board);
  const file = (format: 'json' | 'csv'): string =>
    markdownLink(format.toUpperCase(), absolute(editionDataPath(id, date.iso, format), site));
  const parts = [
    `# ${markdownText(`${name}: ${headline}`)}`,
    `${markdownText(measures)} ${capitalised(counted(board.rows.length, 'entry', 'entries'))}, ${date.text}.`,
    markdownText(finding),
    boardTable(board, board.rows, site),
    note === undefined ? '' : markdownText(note),
    shared
      ? `Data of this edition: ${file('json')}, ${file('csv')}`
      : 'The scores are on the page only, since no licence lets us pass on the table.',
    before ? markdownLink(`What changed since ${before.text}, and why`, absolute(changesPath(id, date.iso), site)) : '',
    '## Method',
    markdownText(method),
    '## Source',
    [
      `Measured by ${markdownLink(by.name, by.url)}`,
      source.url === undefined ? markdownText(source.title) : markdownLink(source.title, source.url),
      markdownText(licence.credit),
      markdownText(licence.name),
      absolute(editionPath(id, date.iso), site),
    ]
      .map((line) => `- ${line}`)
      .join('\n'),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** Rows of a board, with scores where they may be passed on. */
export function boardTable(board: Board, rows: readonly BoardRow[], site: string): string {
  const { metric } = board;
  const withScores = metric !== undefined && mayShareData(board);
  const figure = (value: number | undefined): string =>
    value === undefined ? '' : withCommas(value, metric?.decimals ?? 0);
  const cells = (row: BoardRow): string[] => [
    rankInWords(row),
    markdownLink(row.name, absolute(row.model.path, site)),
    markdownText(row.provider?.label ?? ''),
    ...(withScores
      ? [
          figure(row.score),
          row.lower === undefined ? '' : `${figure(row.lower)} to ${figure(row.upper)}`,
          row.votes === undefined ? '' : withCommas(row.votes),
        ]
      : []),
  ];
  return markdownTable(
    [
      'Rank',
      'Model',
      'Provider',
      ...(withScores ? [markdownText(`${metric.name} (${metric.unit})`), '95% interval', 'Votes'] : []),
    ],
    rows.map(cells),
  );
}

/** The rank in a column of ranks: `3`, `1 to 4`, `4, tied`. */
function rankInWords({ best, worst, shared }: BoardRow): string {
  if (best !== worst) return `${best} to ${worst}`;
  return shared ? `${best}, tied` : String(best);
}
