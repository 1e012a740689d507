import type { Board, BoardRow } from '../ranking/board/leaderboard.ts';
import type { Chart } from './chart.ts';

/** What is next to the headline of the lead story. */
export type LeadFigure =
  | { kind: 'chart'; chart: Chart }
  | {
      kind: 'board';
      board: Board;
      rows: BoardRow[];
      /** True when the rows are the models of the story, false when they are the first of the board. */
      own: boolean;
    };

/** Rows and lines up to which a chart is read at a glance in a narrow column. */
const most = { rows: 7, lines: 3 };

/** Rows of a board that fit next to a headline. */
const shownRows = 4;

const isSmall = ({ kind, rows, header }: Chart): boolean =>
  kind === 'line' ? header.length - 1 <= most.lines : rows.length <= most.rows;

/**
 * Chooses what is next to the headline of the lead story: its own first small chart; else its models on the board, when at least
 * two are there; else the first places of the board.
 * @param charts those of the story, in its order
 * @param models ids of the models that the story is about
 * @param board the board of the front page, its rows best first
 * @returns undefined without a chart and without a board
 */
export function leadFigure(
  { charts, models }: { charts: readonly Chart[]; models: readonly string[] },
  board: Board | undefined,
): LeadFigure | undefined {
  const chart = charts.find(isSmall);
  if (chart) return { kind: 'chart', chart };
  if (!board) return undefined;
  // A model with several rows is shown by its best one.
  const best = board.rows.filter(
    ({ modelId }, index) =>
      models.includes(modelId) && board.rows.findIndex((other) => other.modelId === modelId) === index,
  );
  const own = best.length > 1;
  return { kind: 'board', board, rows: (own ? best : board.rows).slice(0, shownRows), own };
}
