import type { Day } from '../text/dates.ts';
import type { Link } from './story.ts';

/** A story in a letter. */
export interface LetterStory {
  path: string;
  title: string;
  dek?: string | undefined;
  section: string;
  date: Day;
}

/** What moved in a new edition of a board. */
export interface LetterBoard {
  name: string;
  /** Page of the changes. */
  path: string;
  date: Day;
  headline: string;
  summary: string;
  /** The entries that moved or are new, best first. */
  moved: { name: string; path: string; before: string; after: string; happened: string }[];
}

/** One edition of the newsletter, the same for the page and for the mail. */
export interface Letter {
  path: string;
  date: Day;
  since: Day;
  subject: string;
  intro?: string | undefined;
  /** The first is the lead. */
  stories: LetterStory[];
  /** How many of each the letter has no room for. */
  more: { stories: number; boards: number; corrections: number };
  boards: LetterBoard[];
  corrections: { date: Day; text: string; story: Link }[];
}
