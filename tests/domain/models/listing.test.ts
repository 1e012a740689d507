import {
  isListed,
  listingChoiceOf,
  listingParamsOf,
  listingSorts,
  sortedListing,
  type ListedModel,
} from '#domain/models/listing';
import { everything } from '#domain/ranking/consensus/choice';
import { describe, expect, it, test } from 'vitest';

const model = (name: string, more: Partial<ListedModel> = {}): ListedModel => ({
  name,
  aliases: [],
  imageToVideo: false,
  ...more,
});
const models = [
  model('Ahead', { best: 1, worst: 2, sound: true, price: 0.4, soundPrice: 0.4, released: { iso: '2025-05-01' } }),
  model('Tenth', {
    best: 10,
    worst: 14,
    sound: true,
    price: 0.05,
    soundPrice: 0.05,
    seconds: 8,
    released: { iso: '2026-05-01' },
  }),
  model('Eleventh', { best: 11, worst: 11, imageToVideo: true }),
  model('Unranked', { openWeights: true, seconds: 20 }),
];
const shown = (query: string): string[] =>
  models.filter((each) => isListed(each, listingChoiceOf(new URLSearchParams(query)))).map(({ name }) => name);

describe('the list of models shows', () => {
  it.each([
    ['all without a choice', '', ['Ahead', 'Tenth', 'Eleventh', 'Unranked']],
    ['who may be first', 'ranks=first', ['Ahead']],
    ['who may be in the first ten', 'ranks=ten', ['Ahead', 'Tenth']],
    ['who is ranked', 'ranks=ranked', ['Ahead', 'Tenth', 'Eleventh']],
    ['what is cheap and makes sound', 'sound=yes&price=0.1', ['Tenth']],
    ['long clips', 'seconds=15', ['Unranked']],
    ['open weights', 'openWeights=yes', ['Unranked']],
    ['what starts from a picture', 'imageToVideo=yes', ['Eleventh']],
    ['a name', 'name=ele', ['Eleventh']],
    ['nothing that has all', 'sound=yes&openWeights=yes', []],
    [
      'all where an address makes no sense',
      'ranks=x&price=cheap&sound=maybe',
      ['Ahead', 'Tenth', 'Eleventh', 'Unranked'],
    ],
  ])('%s', (_what, query, names) => {
    expect(shown(query)).toEqual(names);
  });
});

test('a choice survives its address, and what makes no sense does not get into one', () => {
  const query = 'price=0.1&seconds=5&sound=yes&name=veo+3&ranks=ten&sort=price';
  expect(listingParamsOf(listingChoiceOf(new URLSearchParams(query))).toString()).toBe(query);
  expect(listingParamsOf(listingChoiceOf(new URLSearchParams('sort=votes&ranks=x&name=+&price=-1'))).toString()).toBe(
    '',
  );
});

test.each([
  ['price', ['Tenth', 'Ahead', 'Eleventh', 'Unranked']],
  ['released', ['Tenth', 'Ahead', 'Eleventh', 'Unranked']],
  ['clip', ['Unranked', 'Tenth', 'Ahead', 'Eleventh']],
  ['model', ['Ahead', 'Eleventh', 'Tenth', 'Unranked']],
])('sorted by %s, models without a value are last, in the order of ranks', (id, names) => {
  const sort = listingSorts.find((each) => each.id === id);
  expect(sort).toBeDefined();
  expect(sortedListing(models, { must: everything, sort }).map(({ name }) => name)).toEqual(names);
});

test('where sound is wanted, a model is as cheap as its variants with sound', () => {
  const silent = model('Silent is cheap', { sound: true, price: 0.05, soundPrice: 0.2 });
  const loud = model('Sound is cheap', { sound: true, price: 0.08, soundPrice: 0.08 });
  const choice = (query: string) => listingChoiceOf(new URLSearchParams(query));
  expect(isListed(silent, choice('price=0.1'))).toBe(true);
  expect(isListed(silent, choice('price=0.1&sound=yes'))).toBe(false);
  expect(sortedListing([loud, silent], choice('sort=price'))).toEqual([silent, loud]);
  expect(sortedListing([silent, loud], choice('sort=price&sound=yes'))).toEqual([loud, silent]);
});
