import type { DateAhead, Statement, Tracked } from '#domain/subjects/tracked';
import { newestFirst, type TimelineEntry, type TimelineKind } from '#domain/subjects/timeline';
import type { Link, Source } from '#domain/stories/story';
import { isoDay, toDay, type Day } from '#domain/text/dates';
import { typeset } from '#domain/text/typography';
import type { DataOf } from '#loading/content';
import type { Catalogue, Stored } from '../catalogue.ts';
import { toSource } from '../sources.ts';
import { topicLinks } from './links.ts';

type Written = DataOf<'lawsuits'>['sources'];

/** The sources behind a fact, in words. */
export const sourcesAt = (sources: Written, numbers: readonly number[] = []): Source[] =>
  numbers.flatMap((number) => {
    const source = sources[number - 1];
    return source ? [toSource(source)] : [];
  });

/** The newest day on which somebody read one of the sources behind a fact. */
export function checkedOf(sources: Written, numbers: readonly number[]): Day | undefined {
  const read = numbers.flatMap((number) => sources[number - 1]?.accessed ?? []).sort();
  const newest = read.at(-1);
  return newest === undefined ? undefined : toDay(newest);
}

/** Statements with their sources. */
export const statementsOf = (
  statements: readonly { text: string; sources: number[] }[],
  sources: Written,
): Statement[] =>
  statements.map(({ text, sources: numbers }) => ({ text: typeset(text), sources: sourcesAt(sources, numbers) }));

/** A thing that has dated facts: an entry of a tracker, or a topic. */
interface Subject {
  kind: 'lawsuit' | 'rule' | 'topic';
  /** Its folder in `content/`. */
  folder: 'lawsuits' | 'rules' | 'topics';
  id: string;
  link: Link;
}

interface Dated {
  ahead: DataOf<'topics'>['ahead'];
  events: DataOf<'topics'>['events'];
  sources: Written;
}

/** Dates that are announced and not yet past, nearest first. */
export function datesAheadOf({ ahead, sources }: Dated, { kind, link }: Subject, now: Date): DateAhead[] {
  const today = isoDay(now);
  return ahead
    .filter(({ date }) => date >= today)
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, what, sources: numbers }) => ({
      date: toDay(date),
      what: typeset(what),
      subject: link,
      kind,
      sources: sourcesAt(sources, numbers),
    }));
}

/** Dated facts, newest first. The text of a date ahead becomes one when a writer says that it happened. */
export function eventsOf({ events, sources }: Dated, subject: Subject): TimelineEntry[] {
  const kinds: Record<Subject['kind'], TimelineKind> = { lawsuit: 'lawsuit', rule: 'rule', topic: 'event' };
  return events
    .map(({ id, date, what, sources: numbers }): TimelineEntry => ({
      id: `${subject.folder}/${subject.id}/${id}`,
      kind: kinds[subject.kind],
      date: toDay(date),
      text: typeset(what),
      subject: subject.kind === 'topic' ? undefined : subject.link,
      path: `${subject.link.path.replace(/#.*$/u, '')}#${subject.id}-${id}`,
      sources: sourcesAt(sources, numbers),
    }))
    .sort(newestFirst);
}

/** What every entry of a tracker shows. */
export function trackedOf(
  { id, data, filePath }: Stored<'lawsuits'> | Stored<'rules'>,
  subject: Subject,
  catalogue: Catalogue,
): Tracked {
  const { sources, stage, documents, notes, conflicts, checked } = data;
  const ahead = datesAheadOf(data, subject, catalogue.now);
  return {
    id,
    name: typeset(data.name),
    path: subject.link.path,
    file: filePath,
    stage: { text: typeset(stage.value), asOf: toDay(stage.asOf), sources: sourcesAt(sources, stage.sources) },
    next: ahead[0],
    ahead,
    events: eventsOf(data, subject),
    documents: sourcesAt(sources, documents),
    notes: notes.map(typeset),
    conflicts: conflicts.map(typeset),
    checked: toDay(checked),
    sources: sources.map(toSource),
    topics: topicLinks(`${subject.folder}/${id}`, catalogue),
  };
}
