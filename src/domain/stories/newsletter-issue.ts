import type { Day } from '../text/dates.ts';
import type { StoryDate } from './story-dates.ts';
import type { Link } from './story.ts';

/** A story in a newsletter issue. */
export interface IssueStory {
  path: string;
  title: string;
  dek?: string | undefined;
  section: string;
  date: StoryDate;
}

/** What moved in a new edition of a board. */
export interface IssueBoard {
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
export interface NewsletterIssue {
  path: string;
  date: Day;
  since: Day;
  subject: string;
  intro?: string | undefined;
  /** The first is the lead. */
  stories: IssueStory[];
  /** How many of each the issue has no room for. */
  more: { stories: number; boards: number; corrections: number };
  boards: IssueBoard[];
  corrections: { date: StoryDate; text: string; story: Link }[];
}
