import { priceLabel } from '#domain/models/prices';
import { isAhead } from '#domain/subjects/timeline';
import { suggestions } from '#domain/text/nearest';
import { daysBetween, isoDay, toDay } from '#domain/text/dates';
import { problemIn, stories, warn, type Content, type Entry, type EntryProblem } from '../content.ts';

/** Courts, parliaments and price lists move within weeks: what nobody has looked at for two months may be wrong by now. */
export const checkPaceDays = 60;

type Tracked = Entry<'topics' | 'lawsuits' | 'rules'>;

/** Rules for topics, trackers and the dates of models. */
export function* subjectRules(content: Content, now: Date): Iterable<EntryProblem> {
  const today = isoDay(now);
  const { topics, lawsuits, rules, models } = content.collections;
  for (const entry of [...topics, ...lawsuits, ...rules]) {
    yield* sameEvents(entry);
    yield* eventDates(entry, today);
    yield* checkedDate(entry, today);
  }
  for (const entry of lawsuits) yield* endOfCase(entry);
  for (const entry of topics) yield* topicStories(entry, content);
  for (const entry of models) {
    yield* priceDates(entry, today);
    yield* samePrices(entry);
    yield* oldPrices(entry, today);
  }
}

function* sameEvents(entry: Tracked): Iterable<EntryProblem> {
  const seen = new Map<string, number>();
  for (const [index, { id }] of entry.data.events.entries()) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, index);
    else
      yield problemIn(
        entry,
        ['events', index, 'id'],
        `\`${id}\` names two events, first item ${first + 1}.`,
        'Give each event a name of its own; feeds know it by that name.',
      );
  }
}

function* eventDates(entry: Tracked, today: string): Iterable<EntryProblem> {
  for (const [index, { date }] of entry.data.events.entries()) {
    if (isAhead(date, today))
      yield problemIn(
        entry,
        ['events', index, 'date'],
        `The event of ${toDay(date).text} has not happened yet.`,
        'Write it under `ahead` until it has.',
      );
  }
  for (const [index, { date }] of entry.data.ahead.entries()) {
    if (date < today)
      yield warn(
        entry,
        ['ahead', index, 'date'],
        `${toDay(date).text} has passed: pages no longer show this date.`,
        'Write what happened as an event, and delete the date here.',
      );
  }
}

function* checkedDate(entry: Tracked, today: string): Iterable<EntryProblem> {
  const { checked } = entry.data;
  const days = daysBetween(checked, today);
  if (days < 0)
    yield problemIn(
      entry,
      ['checked'],
      `${toDay(checked).text} is in the future.`,
      'Write the day on which you looked.',
    );
  else if (days > checkPaceDays)
    yield warn(
      entry,
      ['checked'],
      `Nobody has checked this for ${days} days, more than ${checkPaceDays}.`,
      'Look whether all of it still holds, and write the day of today.',
    );
}

function* endOfCase(entry: Entry<'lawsuits'>): Iterable<EntryProblem> {
  const { filed, ended } = entry.data;
  if (ended && ended.value < filed.value)
    yield problemIn(
      entry,
      ['ended', 'value'],
      `The case ended on ${toDay(ended.value).text}, before it was filed.`,
      `Write a date from ${toDay(filed.value).text} on.`,
    );
}

function* topicStories(entry: Entry<'topics'>, content: Content): Iterable<EntryProblem> {
  const all = stories(content);
  const slugs = new Set(all.map(({ id }) => id));
  const tags = new Set(all.flatMap(({ data }) => data.tags));
  const suggest = suggestions();
  const { invalid } = content;
  const isWrong = (slug: string): boolean =>
    invalid.has(`articles/${slug}`) || invalid.has(`reviews/${slug}`) || invalid.has('articles/*');
  for (const [index, slug] of entry.data.stories.entries()) {
    if (slugs.has(slug) || isWrong(slug)) continue;
    const near = suggest(slug, slugs);
    yield problemIn(
      entry,
      ['stories', index],
      `There is no story \`${slug}\`.`,
      near ? `Did you mean \`${near}\`?` : 'Write the name of the folder of an article or a review.',
    );
  }
  for (const [index, tag] of entry.data.tags.entries()) {
    if (tags.has(tag)) continue;
    const near = suggest(tag, tags);
    yield warn(
      entry,
      ['tags', index],
      `No story has the tag \`${tag}\`.`,
      near ? `Did you mean \`${near}\`?` : 'Write a tag that stories have, or leave it out.',
    );
  }
}

function* priceDates(entry: Entry<'models'>, today: string): Iterable<EntryProblem> {
  for (const [index, { date }] of entry.data.prices.entries()) {
    if (isAhead(date, today))
      yield problemIn(
        entry,
        ['prices', index, 'date'],
        `The price of ${toDay(date).text} is in the future.`,
        'Write the day on which the price was so.',
      );
  }
}

function* samePrices(entry: Entry<'models'>): Iterable<EntryProblem> {
  const seen = new Map<string, number>();
  for (const [index, price] of entry.data.prices.entries()) {
    const key = JSON.stringify([priceLabel(price), price.seller, price.date]);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else
      yield problemIn(
        entry,
        ['prices', index],
        `The price for ${priceLabel(price)} of ${toDay(price.date).text} is there twice, first as item ${first + 1}.`,
        'Keep one of the two, or say with `seller`, `tier`, `size` or `sound` how they differ.',
      );
  }
}

/** Prices of a model that is still sold, by the newest day on which somebody read a source of one. */
function* oldPrices(entry: Entry<'models'>, today: string): Iterable<EntryProblem> {
  const { prices, sources, status } = entry.data;
  if (status?.value === 'discontinued') return;
  const read = prices.flatMap((price) =>
    (price.sources ?? []).flatMap((number) => sources[number - 1]?.accessed ?? []),
  );
  const newest = read.sort().at(-1);
  if (newest === undefined) return;
  const days = daysBetween(newest, today);
  if (days > checkPaceDays)
    yield warn(
      entry,
      ['prices'],
      `Nobody has checked these prices for ${days} days, more than ${checkPaceDays}.`,
      'Read a price list again: add what changed with its date, or write the day of today as `accessed` of its source.',
    );
}
