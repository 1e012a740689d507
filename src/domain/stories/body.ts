import type { Board } from '../ranking/board/leaderboard.ts';
import type { ModelCard } from '../models/model.ts';
import type { Chart } from './chart.ts';
import type { Picture } from './story.ts';

/** A stretch of text or a box, ready for the page. */
export type TextPart =
  | { kind: 'html'; html: string }
  | { kind: 'pullquote'; html: string; by: string }
  | { kind: 'aside'; html: string; title: string }
  | { kind: 'figure'; picture: Picture; html: string }
  | { kind: 'board'; board: Board; limit: number }
  | { kind: 'models'; models: ModelCard[] }
  | { kind: 'video'; url: string; title: string }
  | { kind: 'chart'; chart: Chart };

/** A dated update of a live story. */
export interface UpdatePart {
  kind: 'update';
  /** The moment in UTC, `2026-11-27T16:05:00Z`. */
  at: string;
  title: string;
  parts: TextPart[];
  /** Its words. */
  text: string;
}

/** A stretch of a story's body. */
export type BodyPart =
  | TextPart
  /** About half of the text is before this place. */
  | { kind: 'half' }
  | UpdatePart;

/** The pictures in a text, in its order. */
export const picturesIn = (parts: readonly BodyPart[]): Picture[] =>
  parts.flatMap((part) =>
    part.kind === 'figure' ? [part.picture] : part.kind === 'update' ? picturesIn(part.parts) : [],
  );

/** The charts in a text, in its order. */
export const chartsIn = (parts: readonly BodyPart[]): Chart[] =>
  parts.flatMap((part) => (part.kind === 'chart' ? [part.chart] : part.kind === 'update' ? chartsIn(part.parts) : []));

/** Where the parts of a text begin. */
export type Contents = { id: string; text: string }[];

/** Minutes to read and parts that a text has at least before it gets a list of its parts. */
const longFrom = { minutes: 3, parts: 3 };

/**
 * A list of the parts of a long text; empty for a text that is read in one go.
 * @param headings all headings, in their order
 */
export function contentsOf(
  headings: readonly { id: string; text: string; level: number }[],
  minutes: number,
): Contents {
  const parts = headings.filter(({ level }) => level === 2).map(({ id, text }) => ({ id, text }));
  return minutes >= longFrom.minutes && parts.length >= longFrom.parts ? parts : [];
}
