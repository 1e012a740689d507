import type { Change } from '../ranking/movement/changes.ts';
import type { RankHistory } from '../ranking/movement/history.ts';
import type { BoardRow } from '../ranking/board/leaderboard.ts';
import type { RankTrend } from '../ranking/movement/trend.ts';
import type { TimelineEntry } from '../subjects/timeline.ts';
import type { Day } from '../text/dates.ts';
import type { ModelPrices } from '../subjects/tracked.ts';
import type { StoryDate } from '../stories/story-dates.ts';
import type { Link, Source, StoryExcerpt, Writer } from '../stories/story.ts';

/** A fact in words, with what it rests on. */
export interface Fact {
  label: string;
  /** undefined when nobody published it. */
  value?: string | undefined;
  /** The value without the day on which it was seen, for comparisons. */
  short?: string | undefined;
  url?: string | undefined;
  note?: string | undefined;
  /** Set when we are not sure. */
  confidence?: 'medium' | 'low' | undefined;
  /** Numbers of {@link ModelPage.sources}, counted from 1. */
  sources: number[];
}

/** Another name of a model or a company. */
export interface Alias {
  name: string;
  /** A language code, where the name is not English. */
  language?: string | undefined;
  /** What the name is, where it is more or less than the very thing: `the name of the series`. */
  note?: string | undefined;
  /** Numbers of the sources of the page, counted from 1. */
  sources: number[];
}

/** A model in a list or next to a story. */
export interface ModelCard {
  id: string;
  name: string;
  path: string;
  provider?: Link | undefined;
  released?: Day | undefined;
  /** The facts that a short card shows. */
  facts: Fact[];
  /** Place on the board of the strip. */
  rank?: string | undefined;
}

/** A model's place on one board. */
export interface Placing {
  board: Link;
  date: Day;
  /** Among how many entries: `48 places`, or `place among 10 of 73 models` where only some are known. */
  of: string;
  row: BoardRow;
  decimals: number;
  unit?: string | undefined;
}

/** A figure of a board that may be cited and not republished. */
export interface CitedFigure {
  publisher: string;
  name: string;
  /** Address of the board itself. */
  url: string;
  date: Day;
  /** The name under which the board lists the model. */
  listed: string;
  /** `1,201, interval 1,193 to 1,209` */
  figure: string;
  source: Source;
}

/** A review as the page of its model points to it. */
export interface ModelReview {
  title: string;
  path: string;
  date: StoryDate;
  writers: Writer[];
}

/** What happened to the best entry of a model in the newest edition of a board. */
export interface ModelChange {
  board: Link;
  date: Day;
  /** The edition before. */
  before: Day;
  /** The page of all changes of the edition. */
  path: string;
  change: Pick<Change, 'kind' | 'happened' | 'reason'>;
}

/** All that is known of a model. */
export interface ModelPage extends ModelCard {
  /** Its file, from the root of the repository. */
  file: string;
  homepage?: string | undefined;
  aliases: Alias[];
  /** Names under which boards list it. */
  listedAs: string[];
  prices: ModelPrices;
  /** Subjects that it belongs to. */
  topics: Link[];
  /** Cases about it, or about models of its maker. */
  lawsuits: Link[];
  /** Lowest known price of a second, in US dollars. */
  usdPerSecond?: number | undefined;
  /** Reviews of this very model. */
  reviews: ModelReview[];
  notes: string[];
  conflicts: string[];
  sources: Source[];
  placings: Placing[];
  cited: CitedFigure[];
  /** Its ranks in every edition of each board that has several. */
  histories: RankHistory[];
  /** Its best rank over time, on each board that listed it in at least two editions; most editions first. */
  trends: RankTrend[];
  /** In the newest edition of each board. */
  changes: ModelChange[];
  /** The newest change of a price. */
  priceChange?: TimelineEntry | undefined;
  stories: StoryExcerpt;
  /** Models that a board cannot distinguish from this one: their intervals overlap, or they share a place. */
  ties: { board: Link; models: Link[] }[];
}

/** A lab or company with its models. */
export interface ProviderPage {
  id: string;
  name: string;
  path: string;
  website?: string | undefined;
  aliases: Alias[];
  facts: Fact[];
  notes: string[];
  sources: Source[];
  models: ModelCard[];
  placings: Placing[];
  /** Ranks of its models in every edition of each board that has several. */
  histories: RankHistory[];
  stories: StoryExcerpt;
}
