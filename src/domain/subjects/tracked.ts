import type { Link, Source } from '../stories/story.ts';
import type { Day } from '../text/dates.ts';
import type { TimelineEntry } from './timeline.ts';

/** A sentence with what it rests on. */
export interface Statement {
  text: string;
  sources: Source[];
}

/** A date that a source gives for what is still to come. */
export interface DateAhead {
  date: Day;
  what: string;
  /** The case, the law or the topic. */
  subject: Link;
  kind: 'lawsuit' | 'rule' | 'topic';
  sources: Source[];
}

/** What every entry of a tracker shows. */
export interface Tracked {
  id: string;
  name: string;
  /** Its section on the page of the tracker. */
  path: string;
  /** Its file, from the root of the repository. */
  file: string;
  stage: { text: string; asOf: Day; sources: Source[] };
  /** The nearest date that is announced; undefined when none is. */
  next?: DateAhead | undefined;
  /** Every announced date, nearest first. */
  ahead: DateAhead[];
  /** Dated facts, newest first. */
  events: TimelineEntry[];
  documents: Source[];
  notes: string[];
  conflicts: string[];
  /** When somebody last looked. */
  checked: Day;
  sources: Source[];
  /** Topics that it belongs to. */
  topics: Link[];
}

/** A case in court. */
export interface Lawsuit extends Tracked {
  claimants: string[];
  defendants: string[];
  court: string;
  number?: string | undefined;
  filed: Day;
  ended?: Day | undefined;
  claims: Statement[];
  models: Link[];
}

/** A law or a bill. */
export interface Rule extends Tracked {
  law: string;
  place: string;
  /** undefined while it does not apply and no day is set. */
  appliesFrom?: Day | undefined;
  asks: Statement[];
}

/** A model with the day on which it came out. */
export interface Launch {
  model: Link;
  provider?: Link | undefined;
  date: Day;
  /** `app, API, open weights`; undefined where nothing is published. */
  access?: string | undefined;
  /** `available`, `preview` or `discontinued`, with the date of the evidence. */
  status?: { text: string; asOf?: Day | undefined } | undefined;
  /** What a reader should know about the status. */
  note?: string | undefined;
  checked: Day | undefined;
  sources: Source[];
}

/** One price of a model. */
export interface PriceRow {
  model: Link;
  /** `pro 720p, with sound` */
  variant: string;
  tier?: string | undefined;
  size?: string | undefined;
  sound?: boolean | undefined;
  seller?: string | undefined;
  sale?: 'maker' | 'reseller' | undefined;
  date: Day;
  usdPerSecond: number;
  note?: string | undefined;
  confidence?: 'medium' | 'low' | undefined;
  /** True for the newest price of its variant at its seller. */
  current: boolean;
  checked: Day | undefined;
  sources: Source[];
  /** Numbers of the sources in the file of the model, counted from 1. */
  numbers: number[];
}

/** All prices of a model. */
export interface ModelPrices {
  model: Link;
  provider?: Link | undefined;
  /** Cheapest first. */
  current: PriceRow[];
  /** Variants with more than one known price: the points of a chart, oldest first. */
  histories: { label: string; points: PriceRow[] }[];
}

/** Soonest date first; what has none follows, by its newest event, newest first. */
export function nextDateFirst(a: Tracked, b: Tracked): number {
  const [one, other] = [a.next?.date.iso, b.next?.date.iso];
  if (one !== other) return one === undefined ? 1 : other === undefined ? -1 : one < other ? -1 : 1;
  const [left = '', right = ''] = [a.events[0]?.date.iso, b.events[0]?.date.iso];
  if (left !== right) return left < right ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
