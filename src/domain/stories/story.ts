import type { Day } from '../text/dates.ts';
import type { StoryDate } from './story-dates.ts';

/** Words and where they lead. */
export interface Link {
  label: string;
  path: string;
}

/** A raster picture with its true size in pixels. */
export interface Raster {
  width: number;
  height: number;
  /** What Astro's image pipeline takes. To read a field of it would publish the original file. */
  source: Promise<unknown>;
}

/** How a picture came to be. */
export type Made = 'photo' | 'illustration' | 'ai' | 'edited';

/** A picture as a story shows it. */
export interface Picture {
  image: Raster;
  alt: string;
  caption?: string | undefined;
  credit: string;
  made: Made;
}

/** A source as readers see it; some documents have no public address. */
export interface Source {
  title: string;
  publisher: string;
  url?: string | undefined;
  published?: Day | undefined;
  /** How the source was seen, where that matters. */
  note?: string | undefined;
  /** Whether we read the document, or only what another one says of it. */
  read: 'direct' | 'quoted';
  /** The copy or the document in which we read it, where that is another one. */
  via?: string | undefined;
}

/** A correction with its date. */
export interface Correction {
  date: StoryDate;
  text: string;
}

/** A correction in the list of all, with the story that it fixes. */
export interface ListedCorrection extends Correction {
  story: Link;
}

/** A story in a list. */
export interface StoryCard {
  kind: 'article' | 'review';
  slug: string;
  path: string;
  title: string;
  dek?: string | undefined;
  /** Where the story belongs: its category, or Reviews. */
  section: Link;
  date: StoryDate;
  authors: Link[];
  hero?: Picture | undefined;
}

/** The newest stories of a topic, and where all of them are when these are not all. */
export interface StoryExcerpt {
  newest: StoryCard[];
  all?: Link | undefined;
}

/** A model next to a story, with its present rank. */
export interface StoryModel extends Link {
  provider?: string | undefined;
  /** Rank on the board of the strip, with its tie sign; undefined when not ranked there. */
  rank?: string | undefined;
}

/** An author of a story: a person signs alone, a desk signs for the newsroom. */
export interface Writer extends Link {
  kind: 'person' | 'desk';
}

/** A whole story but for its text. */
export interface Story extends StoryCard {
  /** The permanent id. */
  id: string;
  /** Its file, from the root of the repository. */
  file: string;
  /** When the last change announced to readers was made, where there is one. */
  updated?: StoryDate | undefined;
  /** Day or moment of the last change announced to readers, that of publication when there is none: `2026-11-27` or `2026-11-27T16:05:00Z`. */
  changed: string;
  /** The moment of the newest update of a live story, with its hour. */
  latestUpdate?: StoryDate | undefined;
  writers: Writer[];
  sources: Source[];
  /** Which of the sources we read, and what else readers should know of them. */
  howWeKnow?: string | undefined;
  corrections: Correction[];
  models: StoryModel[];
  tags: string[];
  /** Subjects that the story belongs to. */
  topics: Link[];
  related: StoryCard[];
  /** The story before this one in time, for those who read on. */
  next?: Link | undefined;
  disclosure?: string | undefined;
  canonical?: string | undefined;
  /** Not public yet; seen in previews only. */
  hidden: boolean;
  /** Set for reviews. */
  verdict?: Verdict | undefined;
}

/** The judgement of a review. */
export interface Verdict {
  model: Link;
  text: string;
  strengths: string[];
  limits: string[];
  bestFor: string;
}

/** How a picture was made, in words for the reader. */
export function madeLabel(made: Made): string {
  return { photo: 'Photograph', illustration: 'Illustration', ai: 'Made with AI', edited: 'Edited with AI' }[made];
}
