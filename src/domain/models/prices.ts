import { priceText } from '../text/numbers.ts';

/** What one second of output cost on one day. */
export interface Price {
  /** YYYY-MM-DD, YYYY-MM or YYYY. */
  date: string;
  /** The variant, such as `pro`. */
  tier?: string | undefined;
  size?: string | undefined;
  /** undefined where the list does not say whether sound is included. */
  sound?: boolean | undefined;
  seller?: string | undefined;
  usdPerSecond: number;
}

/** One variant at one seller, with every price that is known of it. */
export interface PriceSeries<P extends Price> {
  /** `pro 720p, with sound` */
  label: string;
  seller?: string | undefined;
  /** Oldest first; at least one. */
  points: P[];
}

/** What is bought: `pro 720p, with sound`, `1080p, silent` or `fast`. */
export function priceLabel({ tier, size, sound }: Price): string {
  const what = [tier, size].filter((part) => part !== undefined).join(' ');
  return sound === undefined ? what : `${what}, ${sound ? 'with sound' : 'silent'}`;
}

/** `$0.10`: a price of a second as a sentence shows it. */
export const dollars = (usd: number): string => `$${priceText(usd)}`;

/**
 * Prices by variant and seller, each from the oldest to the newest. Series keep the order in which they first appear. A date
 * that is known to the month counts as before the days of that month.
 */
export function priceSeries<P extends Price>(prices: readonly P[]): PriceSeries<P>[] {
  const groups = Map.groupBy(prices, (price) => JSON.stringify([priceLabel(price), price.seller]));
  return [...groups.values()].flatMap((group) => {
    const points = group.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    const [first] = points;
    return first ? [{ label: priceLabel(first), seller: first.seller, points }] : [];
  });
}

/** The newest price of each variant at each seller. */
export const currentPrices = <P extends Price>(prices: readonly P[]): P[] =>
  priceSeries(prices).flatMap(({ points }) => points.at(-1) ?? []);

/** The lowest of the {@link currentPrices}, in US dollars a second; undefined where no price is known. */
export function lowestPrice(prices: readonly Price[]): number | undefined {
  const current = currentPrices(prices).map(({ usdPerSecond }) => usdPerSecond);
  return current.length === 0 ? undefined : Math.min(...current);
}

/**
 * The lowest known price of a second with sound: prices of silent variants are left out, those of lists that do not mention sound
 * are not.
 */
export const lowestPriceWithSound = (prices: readonly Price[]): number | undefined =>
  lowestPrice(prices.filter(({ sound }) => sound !== false));

/** A price that differs from the one before it in its series. */
export interface PriceChange<P extends Price> {
  label: string;
  before: P;
  after: P;
}

/** Every change of a price, in the order of the series. */
export const priceChanges = <P extends Price>(prices: readonly P[]): PriceChange<P>[] =>
  priceSeries(prices).flatMap(({ label, points }) =>
    points.slice(1).flatMap((after, index) => {
      const before = points[index];
      return before && before.usdPerSecond !== after.usdPerSecond ? [{ label, before, after }] : [];
    }),
  );
