import { capitalised } from '../text/numbers.ts';
import { along, rankText, scaleOf, shortRank, type Board } from '../ranking/leaderboard.ts';
import type { ModelCard, Placing } from '../models/model.ts';
import type { Picture, StoryCard } from '../stories/story.ts';
import { madeLabel } from '../stories/story.ts';

/** What the picture shows that stands for a page in other places. */
export interface Card {
  /** Where the page belongs: `Culture`, `Google`. */
  kicker: string;
  title: string;
  /** The last line. */
  foot: string;
  /** Large figures with what they are. */
  figures: { value: string; label: string }[];
  /** First places of a board; ends and score of an interval run from 0 to 1 on the board's scale. */
  bars: { rank: string; name: string; interval?: { from: number; to: number; score: number } | undefined }[];
}

/** The most figures, and the most rows, that are large enough to be read in a small copy of a card. */
const most = 3;
const mostRows = 5;

/** @param rank the present rank of the model that a review judges */
export function cardOfStory({ title, section, date, hero }: Pick<StoryCard, 'title' | 'section' | 'date' | 'hero'>, rank?: { value: string; board: string } | undefined): Card {
  return {
    kicker: section.label,
    title,
    foot: hero ? `${date.text} · ${creditOf(hero)}` : date.text,
    figures: rank ? [{ value: rank.value, label: `Present rank in ${rank.board}` }] : [],
    bars: [],
  };
}

/** A picture that a machine made says so wherever it is shown. */
const creditOf = ({ made, credit }: Picture): string => `${madeLabel(made)}: ${credit}`;

/** @param placings the model's places on boards; several rows of one board are variants, of which the first counts */
export function cardOfModel({ name, provider, released }: Pick<ModelCard, 'name' | 'provider' | 'released'>, placings: readonly Placing[]): Card {
  const byBoard = new Map(placings.toReversed().map((placing) => [placing.board.path, placing]));
  const figures = [...byBoard.values()].toReversed().slice(0, most).map(({ board, row }) => ({ value: row.best === row.worst ? shortRank(row) : rankText(row), label: board.label }));
  return { kicker: provider?.label ?? 'Model', title: name, foot: released ? `Released ${released.text}` : 'Facts, prices and ranks, with sources', figures, bars: [] };
}

export function cardOfBoard(board: Board): Card {
  const rows = board.rows.slice(0, mostRows);
  const scale = rows.some(({ lower }) => lower !== undefined) ? scaleOf(rows) : undefined;
  const bars = rows.map(({ name, score, lower = score, upper = score, ...row }) => ({
    rank: row.best === row.worst ? shortRank(row) : rankText(row),
    name,
    interval: scale && score !== undefined && lower !== undefined && upper !== undefined ? { from: along(scale, lower), to: along(scale, upper), score: along(scale, score) } : undefined,
  }));
  return { kicker: board.name, title: capitalised(board.headline), foot: scale ? `${board.date.text} · Bars are 95 % intervals` : board.date.text, figures: [], bars };
}
