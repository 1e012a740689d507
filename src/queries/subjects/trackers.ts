import { absolute } from '#domain/site/addresses';
import type { Cell } from '#domain/site/data-table';
import { timelineOf, type Timeline, type TimelineEntry } from '#domain/subjects/timeline';
import type { TrackerData, TrackerId } from '#domain/subjects/tracker';
import type { Source } from '#domain/stories/story';
import type { Tracked } from '#domain/subjects/tracked';
import { isoDay, type Day } from '#domain/text/dates';
import type { Catalogue } from '../catalogue.ts';
import { allLaunches, launchEntries } from './launches.ts';
import { allLawsuits } from './lawsuits.ts';
import { priceEntries, priceRows } from './prices.ts';
import { allRules } from './rules.ts';

/** Every dated fact of a tracker. */
export function trackerEntries(tracker: TrackerId, catalogue: Catalogue): TimelineEntry[] {
  const models = [...catalogue.models.values()];
  switch (tracker) {
    case 'lawsuits':
      return allLawsuits(catalogue).flatMap(({ events }) => events);
    case 'rules':
      return allRules(catalogue).flatMap(({ events }) => events);
    case 'launches':
      return models.flatMap(launchEntries);
    case 'prices':
      return models.flatMap(priceEntries);
  }
}

/** The dated facts of a tracker, newest first. */
export const trackerTimeline = (tracker: TrackerId, catalogue: Catalogue): Timeline =>
  timelineOf(trackerEntries(tracker, catalogue), isoDay(catalogue.now));

const list = (items: readonly string[]): string => items.join('; ');
const addresses = (sources: readonly Source[]): string => list(sources.flatMap(({ url }) => url ?? []));
const day = (date: Day | undefined): string | null => date?.iso ?? null;

const common = [
  ['checked', 'Day on which somebody last looked, YYYY-MM-DD'],
  ['sources', 'Addresses of the sources, separated by a semicolon'],
] as const;

type Columns = TrackerData['columns'];

const columnsOf: Record<TrackerId, Columns> = {
  lawsuits: [
    ['id', 'Permanent id'],
    ['name', 'Name of the case'],
    ['claimants', 'Parties that sue, separated by a semicolon'],
    ['defendants', 'Parties that are sued, separated by a semicolon'],
    ['court', 'Court'],
    ['number', 'Number of the case'],
    ['filed', 'When the claim was brought: YYYY, YYYY-MM or YYYY-MM-DD'],
    ['ended', 'When the case ended; empty while it is open'],
    ['claims', 'What the claimants say'],
    ['stage', 'Where the case is'],
    ['stage_as_of', 'Since when, or the date of the evidence'],
    ['next_date', 'The nearest announced date; empty when none is announced'],
    ['next_what', 'What happens on that date'],
    ['page', 'Where it is on this site'],
    ['documents', 'Addresses of documents, separated by a semicolon'],
    ...common,
  ],
  rules: [
    ['id', 'Permanent id'],
    ['name', 'Name of the rule'],
    ['law', 'The act and its number'],
    ['place', 'Where it applies'],
    ['applies_from', 'First day on which it applies; empty for a bill'],
    ['stage', 'Where it is'],
    ['stage_as_of', 'Since when, or the date of the evidence'],
    ['asks', 'What it asks'],
    ['next_date', 'The nearest announced date; empty when none is announced'],
    ['next_what', 'What happens on that date'],
    ['page', 'Where it is on this site'],
    ['documents', 'Addresses of documents, separated by a semicolon'],
    ...common,
  ],
  launches: [
    ['model', 'Name of the model'],
    ['provider', 'Who made it'],
    ['date', 'Release date: YYYY, YYYY-MM or YYYY-MM-DD'],
    ['access', 'How people get at it'],
    ['status', 'available, preview or discontinued'],
    ['status_as_of', 'Date of the evidence, or of the closure'],
    ['page', 'Where it is on this site'],
    ...common,
  ],
  prices: [
    ['model', 'Name of the model'],
    ['variant', 'Variant, size and sound in words'],
    ['tier', 'Variant of the model'],
    ['size', 'Size of the picture'],
    ['sound', 'true when the price includes sound, false when it does not, empty when the list does not say'],
    ['seller', 'Who sells at this price'],
    ['sale', 'maker or reseller'],
    ['date', 'Day of the price list, or on which the price was seen'],
    ['usd_per_second', 'US dollars for one second of output'],
    ['current', 'true for the newest known price of the variant at the seller'],
    ['note', 'What to know about the price'],
    ['page', 'Where it is on this site'],
    ...common,
  ],
};

/** A tracker as data for others. */
export function trackerData(tracker: TrackerId, catalogue: Catalogue): TrackerData {
  const rows = rowsOf(tracker, catalogue);
  const checked = rows.flatMap(({ checked: when }) => (typeof when === 'string' ? [when] : [])).sort();
  return { id: tracker, columns: columnsOf[tracker], rows, checked: checked.at(-1) };
}

function rowsOf(tracker: TrackerId, catalogue: Catalogue): Record<string, Cell>[] {
  const page = (path: string): string => absolute(path, catalogue.site.url);
  const trackedCells = ({ next, path, documents, checked, sources }: Tracked) => ({
    next_date: day(next?.date),
    next_what: next?.what ?? null,
    page: page(path),
    documents: addresses(documents),
    checked: checked.iso,
    sources: addresses(sources),
  });
  switch (tracker) {
    case 'lawsuits':
      return allLawsuits(catalogue).map((row) => ({
        id: row.id,
        name: row.name,
        claimants: list(row.claimants),
        defendants: list(row.defendants),
        court: row.court,
        number: row.number ?? null,
        filed: row.filed.iso,
        ended: day(row.ended),
        claims: row.claims.map(({ text }) => text).join(' '),
        stage: row.stage.text,
        stage_as_of: row.stage.asOf.iso,
        ...trackedCells(row),
      }));
    case 'rules':
      return allRules(catalogue).map((row) => ({
        id: row.id,
        name: row.name,
        law: row.law,
        place: row.place,
        applies_from: day(row.appliesFrom),
        stage: row.stage.text,
        stage_as_of: row.stage.asOf.iso,
        asks: row.asks.map(({ text }) => text).join(' '),
        ...trackedCells(row),
      }));
    case 'launches':
      return allLaunches(catalogue).map((row) => ({
        model: row.model.label,
        provider: row.provider?.label ?? null,
        date: row.date.iso,
        access: row.access ?? null,
        status: row.status?.text ?? null,
        status_as_of: day(row.status?.asOf),
        page: page(row.model.path),
        checked: day(row.checked),
        sources: addresses(row.sources),
      }));
    case 'prices':
      return [...catalogue.models.values()].flatMap(priceRows).map((row) => ({
        model: row.model.label,
        variant: row.variant,
        tier: row.tier ?? null,
        size: row.size ?? null,
        sound: row.sound ?? null,
        seller: row.seller ?? null,
        sale: row.sale ?? null,
        date: row.date.iso,
        usd_per_second: row.usdPerSecond,
        current: row.current,
        note: row.note ?? null,
        page: page(`${row.model.path}#_prices`),
        checked: day(row.checked),
        sources: addresses(row.sources),
      }));
  }
}
