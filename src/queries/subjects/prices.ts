import { modelPath, providerPath } from '#domain/site/addresses';
import { currentPrices, dollars, priceChanges, priceLabel, priceSeries } from '#domain/models/prices';
import { newestFirst, type TimelineEntry } from '#domain/subjects/timeline';
import type { ModelPrices, PriceRow } from '#domain/subjects/tracked';
import { toDay } from '#domain/text/dates';
import { capitalised, listed } from '#domain/text/numbers';
import { need, type Catalogue, type Stored } from '../catalogue.ts';
import { checkedOf, sourcesAt } from './parts.ts';

type ModelEntry = Stored<'models'>;
type WrittenPrice = ModelEntry['data']['prices'][number];

const pricesOf = new WeakMap<Catalogue, ModelPrices[]>();

/** Prices of every model that has any, by name of the model. */
export function allPrices(catalogue: Catalogue): ModelPrices[] {
  let all = pricesOf.get(catalogue);
  if (!all) {
    all = [...catalogue.models.values()]
      .filter(({ data }) => data.prices.length > 0)
      .map((entry) => modelPrices(entry, catalogue))
      .sort((a, b) => a.model.label.localeCompare(b.model.label, 'en'));
    pricesOf.set(catalogue, all);
  }
  return all;
}

/** Prices of a model: the newest of each variant, and what is known of how they changed. */
export function modelPrices(entry: ModelEntry, catalogue: Catalogue): ModelPrices {
  const { id, data, filePath } = entry;
  const provider = data.provider === undefined ? undefined : need(catalogue.providers, data.provider, filePath).data;
  const current = new Set(currentPrices(data.prices));
  const row = (price: WrittenPrice): PriceRow => rowOf(price, entry, current.has(price));
  return {
    model: { label: data.name, path: modelPath(id) },
    provider: provider && { label: provider.shortName, path: providerPath(data.provider ?? '') },
    current: [...current].sort((a, b) => a.usdPerSecond - b.usdPerSecond).map(row),
    histories: priceSeries(data.prices)
      .filter(({ points }) => points.length > 1)
      .map(({ label, seller, points }) => ({
        label: seller === undefined ? label : `${label}, ${seller}`,
        points: points.map(row),
      })),
  };
}

/** Every known price of a model, newest first. */
export function priceRows(entry: ModelEntry): PriceRow[] {
  const current = new Set(currentPrices(entry.data.prices));
  return entry.data.prices
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map((price) => rowOf(price, entry, current.has(price)));
}

function rowOf(price: WrittenPrice, { id, data }: ModelEntry, current: boolean): PriceRow {
  const { date, tier, size, sound, seller, sale, usdPerSecond, note, confidence, sources = [] } = price;
  return {
    model: { label: data.name, path: modelPath(id) },
    variant: priceLabel(price),
    tier,
    size,
    sound,
    seller,
    sale,
    date: toDay(date),
    usdPerSecond,
    note,
    confidence,
    current,
    checked: checkedOf(data.sources, sources),
    sources: sourcesAt(data.sources, sources),
    numbers: sources,
  };
}

/** What became known of the prices of a model, an entry for each date. */
export function priceEntries({ id, data }: ModelEntry): TimelineEntry[] {
  const changes = new Map(priceChanges(data.prices).map((change) => [change.after, change]));
  return [...Map.groupBy(data.prices, ({ date }) => date)].map(([date, prices]) => {
    const numbers = [...new Set(prices.flatMap(({ sources }) => sources ?? []))];
    const lines = prices.map((price) => {
      const change = changes.get(price);
      return `${priceLabel(price)} ${dollars(price.usdPerSecond)}${change ? `, before ${dollars(change.before.usdPerSecond)}` : ''}`;
    });
    return {
      ...priceEntry(id, data.name),
      id: `prices/${id}/${date}`,
      date: toDay(date),
      text: `${data.name}, US dollars a second${sellersOf(prices)}: ${lines.join('; ')}.`,
      sources: sourcesAt(data.sources, numbers),
    };
  });
}

const priceEntry = (id: string, name: string): Pick<TimelineEntry, 'kind' | 'subject' | 'path'> => ({
  kind: 'price',
  subject: { label: name, path: modelPath(id) },
  path: `${modelPath(id)}#_prices`,
});

function sellersOf(prices: readonly WrittenPrice[]): string {
  const sellers = [...new Set(prices.flatMap(({ seller }) => seller ?? []))];
  return sellers.length === 0 ? '' : ` at ${listed(sellers)}`;
}

/** Prices of a model that went up or down. */
export function priceChangeEntries({ id, data }: ModelEntry): TimelineEntry[] {
  return priceChanges(data.prices).map(({ label, before, after }) => ({
    ...priceEntry(id, data.name),
    id: `price-changes/${id}/${after.date}/${label.replace(/[^a-z0-9]+/giu, '-').toLowerCase()}`,
    date: toDay(after.date),
    text: `${data.name}, ${label}${after.seller === undefined ? '' : `, at ${after.seller}`}: ${dollars(after.usdPerSecond)} a second. ${capitalised(toDay(before.date).text)}: ${dollars(before.usdPerSecond)}.`,
    sources: sourcesAt(data.sources, [...new Set([...(after.sources ?? []), ...(before.sources ?? [])])]),
  }));
}

/** Every change of a price of every model, newest first. */
export const allPriceChanges = (catalogue: Catalogue): TimelineEntry[] =>
  [...catalogue.models.values()].flatMap(priceChangeEntries).sort(newestFirst);
