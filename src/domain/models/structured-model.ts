import { absolute } from '../site/addresses.ts';
import type { ModelPage, ModelReview } from './model.ts';
import { rootNode, type StructuredData } from '../site/structured-data.ts';
import { machineDate } from '../stories/story-dates.ts';
import { authorOf } from '../stories/structured-story.ts';

/**
 * A model as a SoftwareApplication: only what its file knows.
 * @param site the site's own address, without a slash at its end
 * @see https://schema.org/SoftwareApplication
 */
export function modelStructuredData(
  { name, path, provider, released, homepage, usdPerSecond, reviews }: ModelPage,
  site: string,
): StructuredData {
  return rootNode('SoftwareApplication', {
    name,
    url: absolute(path, site),
    applicationCategory: 'MultimediaApplication',
    creator: provider && { '@type': 'Organization', name: provider.label, url: absolute(provider.path, site) },
    datePublished: released?.iso,
    sameAs: homepage,
    offers: usdPerSecond === undefined ? undefined : offerOf(usdPerSecond),
    review: reviews.length === 0 ? undefined : reviews.map(reviewOf(site)),
  });
}

/** The lowest known price, for one second of output. */
const offerOf = (price: number): StructuredData => ({
  '@type': 'Offer',
  price,
  priceCurrency: 'USD',
  // SEC is the code of UN/CEFACT for a second.
  priceSpecification: {
    '@type': 'UnitPriceSpecification',
    price,
    priceCurrency: 'USD',
    referenceQuantity: { '@type': 'QuantitativeValue', value: 1, unitCode: 'SEC' },
  },
});

const reviewOf =
  (site: string) =>
  ({ title, path, date, writers }: ModelReview): StructuredData => ({
    '@type': 'Review',
    '@id': `${absolute(path, site)}#review`,
    name: title,
    url: absolute(path, site),
    datePublished: machineDate(date),
    author: writers.map((writer) => authorOf(writer, site)),
  });
