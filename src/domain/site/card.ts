import { capitalised } from '../text/numbers.ts';
import { fractionOf, rankText, scaleOf, shortRank, type Board } from '../ranking/board/leaderboard.ts';
import type { ModelCard, Placing } from '../models/model.ts';
import type { Link } from '../stories/story.ts';
import { cardPath } from './addresses.ts';

/** What a drawn card shows; ids take the place of names that the card fonts cannot draw. */
export type Card =
  | { kind: 'board'; id: string; name: string; headline: string; rows: CardRow[]; foot: string }
  | {
      kind: 'model';
      id: string;
      name: string;
      provider?: string | undefined;
      figures: { value: string; label: string }[];
      foot: string;
    }
  | { kind: 'section'; id: string; kicker: string; name: string; description: string }
  | { kind: 'site'; tagline: string };

/** A row of a board; ends and score of its interval run from 0 to 1 on the scale of the card. */
export interface CardRow {
  rank: string;
  id: string;
  name: string;
  interval?: { from: number; to: number; score: number } | undefined;
}

/** The picture that shows a page in social media. */
export interface SocialImage {
  path: string;
  type: 'image/jpeg' | 'image/png';
  /** In pixels. */
  width: number;
  height: number;
  alt: string;
}

/** Size of the picture that social media ask for, in pixels. */
export const socialSize = { width: 1200, height: 630 };

/** The largest part of a picture in the ratio of social media, at most in their size: a small picture is not enlarged. */
export function cropWithin({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const scale = Math.min(1, width / socialSize.width, height / socialSize.height);
  return { width: Math.floor(socialSize.width * scale), height: Math.floor(socialSize.height * scale) };
}

/** Where reviews belong, as a category is where articles belong. */
export const reviewsSection = {
  label: 'Reviews',
  path: '/reviews/',
  description: 'One model at a time: what the published evidence says, with a verdict.',
};

/** @param path of the card's file, see `cardPath` */
export const drawnImage = (path: string, alt: string): SocialImage => ({ path, type: 'image/png', ...socialSize, alt });

export const sectionImage = ({ path, label }: Link): SocialImage => drawnImage(cardPath(path), label);
export const modelImage = ({ path, name }: Pick<ModelCard, 'path' | 'name'>): SocialImage =>
  drawnImage(cardPath(path), name);
export const boardImage = ({ path, name, headline }: Pick<Board, 'path' | 'name' | 'headline'>): SocialImage =>
  drawnImage(cardPath(path), `${name}: ${headline}`);

/** The most figures, and the most rows, that are large enough to be read in a small copy of a card. */
const most = 3;
const mostRows = 5;

/** @param placings the model's ranks on boards; several rows of one board are variants, of which the first counts */
export function modelCardOf(
  id: string,
  { name, provider, released }: Pick<ModelCard, 'name' | 'provider' | 'released'>,
  placings: readonly Placing[],
): Card {
  const byBoard = new Map(placings.toReversed().map((placing) => [placing.board.path, placing]));
  const figures = [...byBoard.values()]
    .toReversed()
    .slice(0, most)
    .map(({ board, row }) => ({ value: rankOf(row), label: board.label }));
  return {
    kind: 'model',
    id,
    name,
    provider: provider?.label,
    figures,
    foot: released ? `Released ${released.text}` : 'Facts, prices and ranks, with sources',
  };
}

export function boardCardOf(board: Board): Card {
  const shown = board.rows.slice(0, mostRows);
  const scale = shown.some(({ lower }) => lower !== undefined) ? scaleOf(shown) : undefined;
  const rows = shown.map(({ modelId, name, score, lower = score, upper = score, ...row }) => ({
    rank: rankOf(row),
    id: modelId,
    name,
    interval:
      scale && score !== undefined && lower !== undefined && upper !== undefined
        ? { from: fractionOf(scale, lower), to: fractionOf(scale, upper), score: fractionOf(scale, score) }
        : undefined,
  }));
  return {
    kind: 'board',
    id: board.id,
    name: board.name,
    headline: capitalised(board.headline),
    rows,
    foot: scale ? `${board.date.text} · Bars are 95% intervals` : board.date.text,
  };
}

const rankOf = (row: Parameters<typeof shortRank>[0]): string =>
  row.best === row.worst ? shortRank(row) : rankText(row);
