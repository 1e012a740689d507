import type { FeedRef } from '../site/feed.ts';
import type { ModelCard } from '../models/model.ts';
import type { Link, Source, StoryCard } from '../stories/story.ts';
import type { Day } from '../text/dates.ts';
import type { Timeline } from './timeline.ts';
import type { DateAhead, Lawsuit, Rule } from './tracked.ts';

/** A topic in a list. */
export interface TopicCard {
  id: string;
  name: string;
  path: string;
  /** The first paragraph of its summary, as plain text. */
  lead: string;
  updated: Day;
  /** The newest dated fact. */
  latest?: { date: Day; text: string } | undefined;
  next?: DateAhead | undefined;
  counts: { stories: number; facts: number };
  /** Other words under which readers look for it. */
  aliases: string[];
}

/** The page of a topic. */
export interface TopicPage extends TopicCard {
  /** Its file, from the root of the repository. */
  file: string;
  /** The summary, as safe HTML. */
  summary: string;
  checked: Day;
  ahead: DateAhead[];
  timeline: Timeline;
  models: ModelCard[];
  lawsuits: Lawsuit[];
  rules: Rule[];
  documents: Source[];
  stories: StoryCard[];
  feed: FeedRef;
  sources: Source[];
  /** Other topics that share a story, a model, a lawsuit or a rule. */
  related: Link[];
}
