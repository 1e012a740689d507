import type { TimelineEntry, TimelineKind } from './timeline.ts';
import type { Lawsuit, Launch, Rule } from './tracked.ts';
import type { TopicPage } from './topic.ts';

/** Facts of one kind or of one thing, for a chart over time. */
export interface FactLane {
  label: string;
  points: { iso: string; text: string }[];
  /** From one day to another. */
  span?: readonly [from: string, to: string] | undefined;
}

const kinds: readonly [label: string, kinds: readonly TimelineKind[]][] = [
  ['What happened', ['event']],
  ['Models', ['launch', 'end']],
  ['Prices', ['price']],
  ['Our stories', ['story']],
];

const pointOf = ({ date, text }: Pick<TimelineEntry, 'date' | 'text'>) => ({
  iso: date.iso,
  text: `${date.text}: ${text}`,
});

/**
 * A lane for each case and each rule of a topic, and for each other kind of fact that it has.
 * @param today YYYY-MM-DD in UTC
 */
export function lanesOfTopic(
  { timeline, ahead, lawsuits, rules }: Pick<TopicPage, 'timeline' | 'ahead' | 'lawsuits' | 'rules'>,
  today: string,
): FactLane[] {
  const others = kinds.flatMap(([label, members]) => {
    const facts = timeline.past.filter(({ kind }) => members.includes(kind));
    const own = members.includes('event') ? ahead.filter(({ kind }) => kind === 'topic') : [];
    const points = [...facts.map(pointOf), ...own.map(({ date, what }) => pointOf({ date, text: what }))];
    return points.length === 0 ? [] : [{ label, points }];
  });
  return [...lanesOfLawsuits(lawsuits, today), ...lanesOfRules(rules, today), ...others];
}

/**
 * A lane for each case: a bar from its beginning to its end or to the present day.
 * @param today YYYY-MM-DD in UTC
 */
export const lanesOfLawsuits = (lawsuits: readonly Lawsuit[], today: string): FactLane[] =>
  lawsuits.map(({ name, events, ahead, filed, ended }) => ({
    label: name,
    points: [...events.map(pointOf), ...ahead.map(({ date, what }) => pointOf({ date, text: what }))],
    span: [filed.iso, ended?.iso ?? today],
  }));

/**
 * A lane for each rule: a bar from the first day on which it applies.
 * @param today YYYY-MM-DD in UTC
 */
export const lanesOfRules = (rules: readonly Rule[], today: string): FactLane[] =>
  rules.map(({ name, events, ahead, appliesFrom }) => ({
    label: name,
    points: [...events.map(pointOf), ...ahead.map(({ date, what }) => pointOf({ date, text: what }))],
    span: appliesFrom === undefined || appliesFrom.iso > today ? undefined : [appliesFrom.iso, today],
  }));

/** Makers of fewer models share the last lane. */
const leastModels = 2;

/** A lane for each maker, the one with most models first. */
export function lanesOfLaunches(launches: readonly Launch[]): FactLane[] {
  const groups = [...Map.groupBy(launches, ({ provider }) => provider?.label ?? 'Others')];
  const large = groups.filter(([label, own]) => own.length >= leastModels && label !== 'Others');
  const others = groups.filter((group) => !large.includes(group)).flatMap(([, own]) => own);
  const lane = (label: string, own: readonly Launch[]): FactLane => ({
    label,
    points: own.map(({ model, date }) => pointOf({ date, text: model.label })),
  });
  return [
    ...large
      .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
      .map(([a, own]) => lane(a, own)),
    ...(others.length > 0 ? [lane('Others', others)] : []),
  ];
}
