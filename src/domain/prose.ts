import type { Board } from './leaderboard.ts';
import type { ModelCard } from './model.ts';
import type { Picture } from './story.ts';

/** A stretch of a story's body, ready for printing. */
export type ProsePart =
  | { kind: 'html'; html: string }
  /** About half of the text stands before this place. */
  | { kind: 'half' }
  | { kind: 'pullquote'; html: string; by: string }
  | { kind: 'aside'; html: string; title: string }
  | { kind: 'figure'; picture: Picture; html: string }
  | { kind: 'board'; board: Board; limit: number }
  | { kind: 'models'; models: ModelCard[] }
  | { kind: 'video'; url: string; title: string };
