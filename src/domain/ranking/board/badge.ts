import { badgePath } from '../../site/addresses.ts';
import { rankText, shortRank, spokenRank, type Board, type BoardRow } from './leaderboard.ts';

/** A small sign with the rank of a model, for other sites. */
export interface Badge {
  modelId: string;
  model: string;
  /** Address of the picture. */
  path: string;
  /** Left part: the board. */
  label: string;
  /** Right part: the rank, `1–4 of 48`. */
  value: string;
  /** The badge in words. */
  text: string;
  credit: string;
}

/** A badge for each model of an edition, with its best row; rows are best first. */
export function badgesOf(board: Board): Badge[] {
  const best = new Map<string, BoardRow>();
  for (const row of board.rows) if (!best.has(row.modelId)) best.set(row.modelId, row);
  const count = `of ${board.rows.length}${board.listedInAll === undefined ? '' : ' shown'}`;
  return [...best.values()].map((row) => ({
    modelId: row.modelId,
    model: row.model.label,
    path: badgePath(board.id, row.modelId),
    label: board.shortName,
    value: `${row.best === row.worst ? shortRank(row) : rankText(row)} ${count}`,
    text: `${row.name}: ${spokenRank(row)} ${count}, ${board.name}, ${board.date.text}`,
    credit: board.licence.credit,
  }));
}
